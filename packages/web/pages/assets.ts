// Addresses of the one style sheet, the one script and what patrol has besides; the build of `dist/pages.js` puts their hashed names here.
declare const STYLESHEET_ADDRESS: string
declare const SCRIPT_ADDRESS: string
declare const PATROL_SCRIPT_ADDRESS: string

export const stylesheet = STYLESHEET_ADDRESS
export const script = SCRIPT_ADDRESS
export const patrolScript = PATROL_SCRIPT_ADDRESS
