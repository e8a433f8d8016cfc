// Under which name the page of patrol and what it is made of are kept in the browser, and at which address.

export const KEPT = 'yishi-patrol'
export const PAGE = '/patrol'
