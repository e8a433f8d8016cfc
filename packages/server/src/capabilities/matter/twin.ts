// What makes a request sent twice the same: files that travel again get new ids, so that only how many there were counts.

type Said = {
  readonly photos?: readonly string[]
  readonly recording?: string | undefined
  readonly help?: { readonly paper?: string | undefined } | undefined
}

export const asTwin = <T extends object>(body: T & Said): object => ({
  ...body,
  ...(body.photos ? { photos: body.photos.length } : {}),
  ...(body.recording === undefined ? {} : { recording: true }),
  ...(body.help ? { help: { ...body.help, paper: body.help.paper !== undefined } } : {}),
})
