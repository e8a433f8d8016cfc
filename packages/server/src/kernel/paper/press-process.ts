// The process in which sheets are set, one after another, until the server lets go of it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { charactersOfFont } from './font-characters.ts'

export type PressOrder = {
  readonly order: number
  readonly template: string
  readonly data: string
  readonly tagged: boolean
}
export type PressAnswer = { readonly order: number; readonly pdf?: Uint8Array; readonly problem?: string }

const FONTS = [
  ['noto-sans-sc', '400Regular'],
  ['noto-sans-sc', '700Bold'],
  ['noto-serif-sc', '400Regular'],
  ['noto-serif-sc', '900Black'],
  ['noto-emoji', '400Regular'],
] as const

const { resolve } = createRequire(import.meta.url)
const folderOf = ([family, weight]: (typeof FONTS)[number]): string =>
  join(dirname(resolve(`@expo-google-fonts/${family}/package.json`)), weight)

const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: FONTS.map(folderOf) }] })

/** How many sheets back the typesetter remembers what it has set. */
const REMEMBERED = 2

const SHIPPED = ['NotoSansSC_400Regular.ttf', 'NotoSerifSC_400Regular.ttf'] as const

/** What the fonts for text can draw; read once, with the first sheet. */
const drawn = (): ReadonlySet<number> => {
  const [sans, serif] = SHIPPED.map((name, index) =>
    charactersOfFont(readFileSync(join(folderOf(FONTS[index * 2]!), name))),
  )
  return new Set([...sans!, ...serif!])
}

let known: ReadonlySet<number> | null = null

/** Ideographs for which no font that we ship has a glyph, so that a template can say which ones they are. */
const rareIn = (data: string): readonly string[] => {
  const asked = [...new Set(data.match(/\p{Script=Han}/gu))]
  if (asked.length === 0) return []
  known ??= drawn()
  return asked.filter((character) => !known!.has(character.codePointAt(0)!))
}

const print = ({ template, data, tagged }: PressOrder): Uint8Array => {
  const mainFileContent = readFileSync(new URL(template), 'utf8')
  const inputs = { data, rare: JSON.stringify(rareIn(data)) }
  const pdf = compiler.pdf({ mainFileContent, inputs }, { pdfTags: tagged })
  compiler.evictCache(REMEMBERED)
  return pdf
}

const answerTo = (asked: PressOrder): PressAnswer => {
  try {
    return { order: asked.order, pdf: print(asked) }
  } catch (error) {
    return { order: asked.order, problem: error instanceof Error ? error.message : String(error) }
  }
}

process.on('message', (asked) => process.send!(answerTo(asked as PressOrder)))
process.on('disconnect', () => process.exit(0))
