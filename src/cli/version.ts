/** The version of the command line; run from source, there is none. */
export const VERSION = typeof FRAMEWORK_VERSION === 'undefined' ? '0.0.0' : FRAMEWORK_VERSION;
