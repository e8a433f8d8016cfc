// Checks that each screen of the console imports the stylesheets of the classes that it uses: the screens load one by one, and one that lacks a sheet looks right only after another that has it.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

const root = join(import.meta.dirname, '..')

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found]) => found ?? '')
const isSheet = (file: string): boolean => file.endsWith('.css')
const below = (file: string, names: readonly string[]): string[] =>
  names.map((name) => resolve(dirname(file), name)).filter((path) => existsSync(path))

const componentsBelow = (at: string): string[] =>
  readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => join(at, name))

/** A type that is imported brings no sheet along; what is loaded when it is needed brings its own. */
const importedBy = (file: string): string[] => {
  const text = readFileSync(file, 'utf8')
  if (isSheet(file)) return below(file, all(text, /@import '([^']+)'/g))
  return below(file, all(text, /^(?:import|export) (?!type )[^'"]*'(\.[^']+)'/gm))
}

const loadedBy = (file: string): string[] => below(file, all(readFileSync(file, 'utf8'), /import\('([^']+)'\)/g))

/** A file with all that comes with it. */
const broughtBy = (file: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const path of importedBy(file)) broughtBy(path, seen)
  return seen
}

const SELECTED = /\.([a-z][\w-]*)/g
const selectorsOf = (text: string): string => text.replace(/\/\*.*?\*\//gs, '').replace(/\{[^{}]*\}/gs, '{}')
const drawnBy = (sheet: string): string[] => all(selectorsOf(readFileSync(sheet, 'utf8')), SELECTED)

const ATTRIBUTE = /lassName=(?:"([^"]*)"|\{((?:[^{}]|\{[^{}]*\})*)\})/g
/** What is compared with something is no class. */
const chosenIn = (expression: string): string => {
  const chosen = expression.replace(/[!=]== '[^']*'/g, '')
  return [...all(chosen, /'([^']*)'/g), ...all(chosen.replace(/\$\{[^}]*\}/g, ' '), /`([^`]*)`/g)].join(' ')
}

const wornIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(ATTRIBUTE)].flatMap(([, plain, expression = '']) =>
    (plain ?? chosenIn(expression)).split(/\s+/).filter(Boolean),
  )

const wornBy = (files: Iterable<string>): Set<string> =>
  new Set([...files].filter((file) => !isSheet(file)).flatMap(wornIn))
const drawnIn = (files: Iterable<string>): Set<string> => new Set([...files].filter(isSheet).flatMap(drawnBy))

/** One line for each class that a screen wears and some sheet draws, but none that the screen or the frame around it brings. */
export const undrawnClasses = (at: string): string[] => {
  const app = join(at, 'app.tsx')
  const styles = join(at, 'styles')
  const sheets = readdirSync(styles).map((name) => join(styles, name))
  const sheetOf = new Map(sheets.flatMap((sheet) => drawnBy(sheet).map((name) => [name, sheet] as const)))
  const frame = broughtBy(app)
  return [app, ...loadedBy(app)].flatMap((screen) => {
    const files = broughtBy(screen)
    const drawn = drawnIn([...frame, ...files])
    return [...wornBy(files)]
      .filter((name) => sheetOf.has(name) && !drawn.has(name))
      .map((name) => `${relative(at, screen)} wears .${name} without ${relative(at, sheetOf.get(name)!)}`)
  })
}

/** One line for each sheet that a file imports and wears nothing of; one that draws no class at all is for everybody. */
export const idleSheets = (at: string): string[] =>
  componentsBelow(at).flatMap((file) => {
    const worn = wornBy([file, ...loadedBy(file)].flatMap((path) => [...broughtBy(path)]))
    const isIdle = (sheet: string) => {
      const drawn = drawnIn(broughtBy(sheet))
      return drawn.size > 0 && [...drawn].every((name) => !worn.has(name))
    }
    return importedBy(file)
      .filter((path) => isSheet(path) && isIdle(path))
      .map((sheet) => `${relative(at, file)} wears nothing of ${relative(at, sheet)}`)
  })

if (import.meta.main) {
  const at = join(root, 'packages', 'web', 'console')
  const faults = [...undrawnClasses(at), ...idleSheets(at)]
  for (const fault of faults) console.log(fault)
  process.exitCode = faults.length === 0 ? 0 : 1
}
