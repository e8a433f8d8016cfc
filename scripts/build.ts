// Builds what is not run as source: the pages, their islands, the console, what serves, and the verifier; only what has changed since the last time.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')

type Build = {
  readonly name: string
  readonly in: string
  readonly configs: readonly string[]
  readonly of: readonly string[]
}

const SHARED = ['packages/domain/src', 'packages/contract/src', 'package-lock.json']
const BUILDS: readonly Build[] = [
  {
    name: 'pages',
    in: 'packages/web',
    configs: ['vite.client.config.ts', 'vite.worker.config.ts', 'vite.pages.config.ts'],
    of: ['packages/web/pages', 'packages/web/design', 'packages/web/words', ...SHARED],
  },
  {
    name: 'console',
    in: 'packages/web',
    configs: ['vite.console.config.ts'],
    of: ['packages/web/console', 'packages/web/design', 'packages/web/words', ...SHARED],
  },
  {
    name: 'serving',
    in: 'packages/cli',
    configs: ['vite.config.ts'],
    of: ['packages/cli/src', 'packages/server/src', 'packages/methods/src', ...SHARED],
  },
  { name: 'verify', in: 'packages/verify', configs: ['vite.config.ts'], of: ['packages/verify/src', ...SHARED] },
]

const filesBelow = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)]))
    .toSorted()

const sourcesOf = ({ of, in: folder, configs }: Build): string[] =>
  [...of.map((path) => join(root, path)), ...configs.map((config) => join(root, folder, config))].flatMap((path) =>
    /\.[a-z]+$/.test(path) ? [path] : filesBelow(path),
  )

const hashOf = (build: Build): string => {
  const hash = createHash('sha256')
  for (const file of sourcesOf(build)) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

const run = (build: Build, config: string): void => {
  const done = spawnSync(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
    cwd: join(root, build.in),
    stdio: ['ignore', 2, 'inherit'],
  })
  if (done.status !== 0) throw new Error(`vite build of ${build.name} (${config}) failed`)
}

/** Builds what its sources' hash says is out of date. */
export const buildAll = (): void => {
  for (const build of BUILDS) {
    const stamp = join(root, build.in, 'dist', `.${build.name}`)
    const hash = hashOf(build)
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) continue
    console.error(`正在构建 / building ${build.name} …`)
    for (const config of build.configs) run(build, config)
    mkdirSync(join(root, build.in, 'dist'), { recursive: true })
    writeFileSync(stamp, hash)
  }
}

if (import.meta.main) buildAll()
