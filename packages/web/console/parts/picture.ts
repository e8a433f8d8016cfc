// An SVG text as a PNG, drawn by the browser itself: no server needs a font for it.

const SHARPNESS = 2

type Drawn = { readonly svg: string; readonly width: number; readonly height: number }

export const pngOf = async ({ svg, width, height }: Drawn): Promise<Blob> => {
  const image = new Image(width, height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * SHARPNESS
  canvas.height = height * SHARPNESS
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('the picture could not be drawn'))), 'image/png'),
  )
}

/** False where the browser copies no pictures. */
export const copyPicture = async (drawn: Drawn): Promise<boolean> => {
  if (!navigator.clipboard?.write || typeof ClipboardItem === 'undefined') return false
  const item = new ClipboardItem({ 'image/png': await pngOf(drawn) })
  return navigator.clipboard.write([item]).then(
    () => true,
    () => false,
  )
}

export const savePicture = async (drawn: Drawn, name: string): Promise<void> => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await pngOf(drawn))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
