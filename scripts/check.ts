// Everything that is checked without running the product: format, lint, types, import arrows, dead code, versions, comments, rules named by tests, stylesheets of screens, generated files.
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const bin = (name: string) => join(root, 'node_modules', '.bin', name)
const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}`)

/** The project of the program takes in all of the server, which it would read anyway. */
const projects = ['.', ...packages.filter((path) => path !== 'packages/server')]

/** What was found sound is not looked at again before it changes. */
const remembered = (project: string) => [
  '--incremental',
  '--tsBuildInfoFile',
  join(root, 'node_modules', '.cache', 'types', `${project.replace('/', '-')}.tsbuildinfo`),
]

/** Four of them, as is usual, look at what they share once each; two checks run side by side as it is. */
const ONE_CHECKER = ['--checkers', '1']

type Check = { readonly name: string; readonly command: readonly string[] }
const CHECKS: readonly Check[] = [
  { name: 'format', command: [bin('oxfmt'), '--check', '.'] },
  { name: 'lint', command: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
  ...projects.map((project) => ({
    name: `types ${project}`,
    command: [bin('tsc'), '-p', project, ...ONE_CHECKER, ...remembered(project)],
  })),
  { name: 'arrows', command: [process.execPath, 'scripts/arrows.ts'] },
  { name: 'dead code', command: [bin('knip')] },
  { name: 'versions', command: [bin('sherif')] },
  { name: 'comments', command: [process.execPath, 'scripts/comments.ts'] },
  { name: 'rules', command: [process.execPath, 'scripts/rules.ts'] },
  { name: 'styles', command: [process.execPath, 'scripts/styles.ts'] },
  { name: 'golden', command: [process.execPath, 'scripts/golden.ts'] },
]

const run = ({ name, command: [program, ...args] }: Check) =>
  new Promise<boolean>((settle) => {
    let said = ''
    const child = spawn(program!, args, { cwd: root, shell: process.platform === 'win32' })
    child.stdout.on('data', (chunk) => (said += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    child.on('close', (code) => {
      console.log(`${code === 0 ? '✓' : '✗'} ${name}`)
      if (code !== 0) console.log(said)
      settle(code === 0)
    })
  })

const wanted = process.argv.slice(2)
const queue = CHECKS.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)))
const results: boolean[] = []
const lane = async () => {
  for (let next = queue.shift(); next; next = queue.shift()) results.push(await run(next))
}
await Promise.all([lane(), lane()])
process.exitCode = results.every(Boolean) ? 0 : 1
