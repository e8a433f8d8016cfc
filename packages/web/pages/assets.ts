// Addresses of the one style sheet and the one script; the build of `dist/pages.js` puts their hashed names here.
declare const __STYLESHEET__: string
declare const __SCRIPT__: string

export const stylesheet = __STYLESHEET__
export const script = __SCRIPT__
