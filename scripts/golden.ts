// Writes what docs/ says of the code from the code itself; without --update it only compares, and names what is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { matterRules } from '@yishi/domain/matter'
import { orderRules } from '@yishi/domain/order'
import { PROCEDURES, proceduresCatalogue } from '@yishi/methods'

const root = join(import.meta.dirname, '..')

type Rules = { table(): readonly { readonly status: string; readonly command: string }[] }

const stateTable = (title: string, rules: Rules): string => {
  const rows = rules.table()
  const statuses = [...new Set(rows.map(({ status }) => status))]
  const commands = [...new Set(rows.map(({ command }) => command))].toSorted()
  const mark = (status: string, command: string) =>
    rows.some((row) => row.status === status && row.command === command) ? '●' : ''
  return [
    `## ${title}`,
    '',
    `| command | ${statuses.join(' | ')} |`,
    `| --- |${statuses.map(() => ' :-: |').join('')}`,
    ...commands.map((command) => `| ${command} | ${statuses.map((status) => mark(status, command)).join(' | ')} |`),
    '',
  ].join('\n')
}

const rulebooks = () =>
  [
    '# State × command',
    '',
    'A dot: there is a rule. No dot: refused with `not-in-this-state`.',
    '',
    stateTable('Matter', matterRules),
    stateTable('Order', orderRules),
  ].join('\n')

const GOLDEN: Readonly<Record<string, () => string>> = {
  'docs/generated/rulebooks.md': rulebooks,
  'docs/generated/procedures.md': () => proceduresCatalogue(PROCEDURES),
}

const update = process.argv.includes('--update')
const stale = Object.entries(GOLDEN).filter(([path, write]) => {
  const file = join(root, path)
  const text = write()
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false
  if (!update) return true
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return false
})
for (const [path] of stale) console.log(`${path} is out of date: npm run golden -- --update`)
process.exitCode = stale.length === 0 ? 0 : 1
