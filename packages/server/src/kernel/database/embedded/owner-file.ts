// One program per data directory: `app.pid` names the process that owns it, so that a second start is refused and a dead owner is cleared away.
import { readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startupProblem } from '../../startup-problem.ts'

const read = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Process numbers are used again; on Linux the boot and the moment of start tell one life of a number from the next. */
const lifeOf = (pid: number): string => {
  if (process.platform !== 'linux') return ''
  const boot = read('/proc/sys/kernel/random/boot_id')?.trim() ?? ''
  const fields = read(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ')
  return `${boot}:${fields?.[19] ?? ''}`
}

/** Takes the directory for this process; returns the act that gives it back. */
export const takeOwnership = (directory: string): (() => void) => {
  const path = join(directory, 'app.pid')
  const [pid, life] = read(path)?.split('\n') ?? []
  if (pid && alive(Number(pid)) && lifeOf(Number(pid)) === life)
    throw startupProblem(
      `数据目录 ${directory} 正被另一个议事程序使用（进程 ${pid}）。请先停掉它，或另设 DATA_DIR。`,
      `The data directory ${directory} is in use by another Yishi (process ${pid}). Stop it first, or set another DATA_DIR.`,
    )
  if (pid) rmSync(path, { force: true })
  writeFileSync(path, `${process.pid}\n${lifeOf(process.pid)}\n`, { flag: 'wx', mode: 0o600 })
  return () => rmSync(path, { force: true })
}

/** The server process that still lives in this directory although its owner is gone, or null. */
export const survivor = (cluster: string): number | null => {
  const pid = Number(read(join(cluster, 'postmaster.pid'))?.split('\n')[0])
  if (!pid || !alive(pid)) return null
  if (process.platform !== 'linux') return pid
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster) ? pid : null
  } catch {
    return null
  }
}
