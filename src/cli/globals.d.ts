/** The version in package.json, put in by the build. */
declare const FRAMEWORK_VERSION: string;
