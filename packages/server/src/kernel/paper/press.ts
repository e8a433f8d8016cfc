// Paper: a template and its data become a PDF. The typesetter (typst) and its fonts are loaded with the first sheet and not before.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const FONTS = [
  ['noto-sans-sc', '400Regular'],
  ['noto-sans-sc', '700Bold'],
  ['noto-serif-sc', '400Regular'],
  ['noto-serif-sc', '900Black'],
  ['noto-emoji', '400Regular'],
] as const

const fontFolders = (): string[] => {
  const { resolve } = createRequire(import.meta.url)
  return FONTS.map(([family, weight]) => join(dirname(resolve(`@expo-google-fonts/${family}/package.json`)), weight))
}

const openPress = async () => {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  return NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders() }] })
}

let press: ReturnType<typeof openPress> | undefined

/** How many sheets back the typesetter remembers what it has set. */
const REMEMBERED = 2

/** The data reach the template as JSON text, never as its language: what people typed stays text. */
export const printPdf = async (template: URL, data: object): Promise<Buffer> => {
  press ??= openPress()
  const [compiler, mainFileContent] = await Promise.all([press, readFile(template, 'utf8')])
  const pdf = compiler.pdf({ mainFileContent, inputs: { data: JSON.stringify(data) } })
  compiler.evictCache(REMEMBERED)
  return pdf
}
