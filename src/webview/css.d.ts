/** Style sheets join a page's bundle by being imported. */
declare module '*.css';
