// Addresses of the one style sheet and the one script; the build of `dist/pages.js` puts their hashed names here.
declare const STYLESHEET_ADDRESS: string
declare const SCRIPT_ADDRESS: string

export const stylesheet = STYLESHEET_ADDRESS
export const script = SCRIPT_ADDRESS
