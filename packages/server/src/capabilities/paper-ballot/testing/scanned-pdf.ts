// A PDF as an office scanner makes it (ISO 32000-1): each page one JPEG, put there by hand.
const A4 = [595, 842] as const

/** An object with contents: `dictionary` is what stands about them beside their length. */
export const stream = (dictionary: string, content: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${content.length}>>stream\n`),
    content,
    Buffer.from('\nendstream'),
  ])

export type ScannedPage = {
  readonly jpeg: Buffer
  readonly width: number
  readonly height: number
  /** Degrees by which whoever shows it turns it, clockwise. */
  readonly rotate?: number
}

/** Three objects a page: itself, its picture, and the words that put it there. */
const pageObjects = ({ jpeg, width, height, rotate = 0 }: ScannedPage, first: number): readonly Buffer[] => [
  Buffer.from(
    `<</Type/Page/Parent 2 0 R/Rotate ${rotate}/MediaBox[0 0 ${A4.join(' ')}]/Contents ${first + 2} 0 R/Resources<</XObject<</Im ${first + 1} 0 R>>>>>>`,
  ),
  stream(
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode`,
    jpeg,
  ),
  stream('', Buffer.from(`q ${A4[0]} 0 0 ${A4[1]} 0 0 cm /Im Do Q`)),
]

/** What a password that is not empty leaves behind (section 7.6.3); no key of ours opens it. */
const LOCK = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>/ID[<00><00>]`

/** Objects numbered from 1, the first of them the catalogue. */
export const pdfOf = (objects: readonly Buffer[], trailer = ''): Buffer => {
  const parts = [Buffer.from('%PDF-1.7\n')]
  const offsets = objects.map((object, index) => {
    const offset = parts.reduce((length, part) => length + part.length, 0)
    parts.push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]))
    return offset
  })
  const start = parts.reduce((length, part) => length + part.length, 0)
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `trailer<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`
  parts.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${lines}${end}`))
  return Buffer.concat(parts)
}

export const scannedPdf = (pages: readonly ScannedPage[], { locked = false } = {}): Buffer => {
  const numbers = pages.map((_, index) => 3 + index * 3)
  const objects = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from(`<</Type/Pages/Count ${pages.length}/Kids[${numbers.map((number) => `${number} 0 R`).join(' ')}]>>`),
    ...pages.flatMap((page, index) => pageObjects(page, numbers[index]!)),
  ]
  return pdfOf(objects, locked ? LOCK : '')
}
