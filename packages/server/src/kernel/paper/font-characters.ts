// Which characters a TrueType font can draw: its character map, format 12 (OpenType specification, table `cmap`).

const [TABLE_SIZE, TABLES_BEGIN] = [16, 12]

const tableAt = (font: Buffer, name: string): number => {
  for (let each = 0; each < font.readUInt16BE(4); each += 1) {
    const at = TABLES_BEGIN + each * TABLE_SIZE
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8)
  }
  throw new Error(`the font has no table ${name}`)
}

/** Segmented coverage of the whole of Unicode. */
const WHOLE = 12

const mapAt = (font: Buffer): number => {
  const cmap = tableAt(font, 'cmap')
  for (let each = 0; each < font.readUInt16BE(cmap + 2); each += 1) {
    const at = cmap + font.readUInt32BE(cmap + 8 + each * 8)
    if (font.readUInt16BE(at) === WHOLE) return at
  }
  throw new Error('the font has no map of all characters')
}

export const charactersOfFont = (font: Buffer): ReadonlySet<number> => {
  const map = mapAt(font)
  const characters = new Set<number>()
  for (let group = 0; group < font.readUInt32BE(map + 12); group += 1) {
    const at = map + 16 + group * 12
    for (let code = font.readUInt32BE(at); code <= font.readUInt32BE(at + 4); code += 1) characters.add(code)
  }
  return characters
}
