// Makes the data directory of the embedded PostgreSQL, complete or not at all.
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type StartupProblem, startupProblem } from '../../startup-problem.ts'
import { type Runner, giveTo, runAs } from './runner.ts'

export const diskProblem = (directory: string, said: string, cause?: unknown): StartupProblem | null => {
  if (/ENOSPC|No space left on device|EDQUOT/u.test(said))
    return startupProblem(
      `磁盘已满，数据库无法在 ${directory} 启动。请腾出空间（至少 200 MB）后再启动，已有数据不受影响。`,
      `The disk is full: the database cannot start in ${directory}. Free at least 200 MB and start again; nothing is lost.`,
      cause,
    )
  if (/EACCES|EROFS|EPERM|ENOTDIR|ENOENT|Permission denied|Read-only file system/u.test(said))
    return startupProblem(
      `数据目录 ${directory} 不存在或不能写入。请检查磁盘与权限，或另设 DATA_DIR。`,
      `The data directory ${directory} is missing or cannot be written. Check the disk and its permissions, or set another DATA_DIR.`,
      cause,
    )
  return null
}

export const makeDirectory = (path: string): void => {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw diskProblem(path, String(error), error) ?? error
  }
}

/** The password of the owner: random for each data directory, readable by nobody else. */
export const ownerPassword = (directory: string): string => {
  const path = join(directory, 'postgres.password')
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600 })
  chmodSync(path, 0o600)
  return readFileSync(path, 'utf8')
}

/** The locale is PostgreSQL's own, so that the order of text does not depend on the machine (and Windows' names do not matter). */
const LOCALE = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8']

export const makeCluster = async (
  runner: Runner,
  place: { directory: string; cluster: string; run: string; durable: boolean },
): Promise<void> => {
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return giveTo(runner, place.cluster)
  const unfinished = `${place.cluster}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  giveTo(runner, unfinished)
  const passwordFile = join(place.run, 'password')
  writeFileSync(passwordFile, ownerPassword(place.directory), { mode: 0o600 })
  giveTo(runner, passwordFile)
  const sync = place.durable ? [] : ['--no-sync']
  const { status, said } = await runAs(runner, 'initdb', [
    `--pgdata=${unfinished}`,
    '--username=yishi_owner',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    ...LOCALE,
    ...sync,
  ])
  rmSync(passwordFile, { force: true })
  if (status !== 0) {
    rmSync(unfinished, { recursive: true, force: true })
    throw (
      diskProblem(place.directory, said) ??
      startupProblem('内置数据库没有建成：', `The embedded database could not be made:\n${said}`)
    )
  }
  renameSync(unfinished, place.cluster)
}
