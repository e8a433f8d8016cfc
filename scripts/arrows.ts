// Checks the import arrows of .dependency-cruiser.mjs over every source, TSX included.
import { join } from 'node:path'
import swc, { type Options } from '@swc/core'
import { type ICruiseOptions, type IForbiddenRuleType, cruise } from 'dependency-cruiser'
import arrows from '../.dependency-cruiser.mjs'

// dependency-cruiser hands every file to swc without telling it which ones are TSX, and would stop at the first tag.
const parser = swc as unknown as { parseFileSync: (file: string, options: Options) => unknown }
const parseFile = parser.parseFileSync
parser.parseFileSync = (file, options) => parseFile(file, { ...options, tsx: file.endsWith('.tsx') } as Options)

const root = join(import.meta.dirname, '..')

/** One line for each forbidden import below the folders given; an empty cruise is a fault of its own. */
export const brokenArrows = async (folders: readonly string[], baseDir = root): Promise<string[]> => {
  const { options, forbidden } = arrows as { options: ICruiseOptions; forbidden: IForbiddenRuleType[] }
  const { output } = await cruise([...folders], { ...options, baseDir, validate: true, ruleSet: { forbidden } })
  if (typeof output === 'string') throw new Error(output)
  const { violations, totalCruised } = output.summary
  if (totalCruised === 0) return ['nothing was read']
  return violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
}

if (import.meta.main) {
  const broken = await brokenArrows(['packages', 'e2e', 'bench'])
  for (const line of broken) console.log(line)
  process.exitCode = broken.length === 0 ? 0 : 1
}
