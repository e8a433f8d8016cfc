// The nonce that the server put into the page, for the styles that antd makes while it runs.

export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/** A few parts below antd (scroll lock, measuring) make style elements without asking for the nonce; they get it here. */
export const nonceStyles = (): void => {
  if (!nonce) return
  const create = document.createElement.bind(document) as (
    name: string,
    options?: ElementCreationOptions,
  ) => HTMLElement
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }) as typeof document.createElement
}
