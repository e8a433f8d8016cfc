// Under which name the page of patrol and what it is made of are kept in the browser, and at which address.

export const KEPT = 'yishi-patrol'
export const PAGE = '/patrol'
const WALKS = `${PAGE}/walk/`

/** Patrol’s own page, and the walk list of a vote below it. */
export const isKept = (pathname: string): boolean => pathname === PAGE || pathname.startsWith(WALKS)
