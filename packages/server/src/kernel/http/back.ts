// Where a form leads back to: only a page of this site (ASVS V3.7.2).

const HERE = 'http://here.invalid'

/** '' for anything that a browser could read as an address elsewhere, tabs and dots before a double slash included. */
export const safeBack = (text: string): string => {
  const url = text.startsWith('/') ? URL.parse(text, HERE) : null
  return url?.origin === HERE && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : ''
}
