// Runs a TypeScript file of the project on the project's own Node, from whatever Node the machine has; installs the packages first if they are not there.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const windows = process.platform === 'win32'
const minimum = 24

const install = () => {
  const stamp = join(root, 'node_modules', '.yishi-lock')
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.error('正在安装依赖，第一次约需一两分钟 / Installing packages, a minute or two the first time …')
  // Not `npm ci`: it refuses where a registry lacks builds of optional tools for other platforms, which nobody here needs.
  const done = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    shell: windows,
    stdio: ['ignore', 2, 'inherit'],
  })
  if (done.status !== 0) {
    console.error(
      '依赖没有装好，请检查网络后再试 / The packages could not be installed: check the network and run this again.',
    )
    process.exit(1)
  }
  writeFileSync(stamp, lock)
}

const ownNode = () => {
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`
  const own = join(root, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node')
  if (existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= minimum) return process.execPath
  console.error(
    `这台电脑需要 Node ${minimum} 或更新版本 / This machine needs Node ${minimum} or newer (here: ${process.version}).`,
  )
  process.exit(1)
}

/** What a request makes dies young: with a quarter of this a seventh of the time under load goes to the collector. */
export const nodeFlags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16']

/** Sources that were compiled once are not compiled at the next start. */
export const nodeSettings = { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled') }

export const run = (file, args) => {
  install()
  const node = ownNode()
  const bin = join(root, 'node_modules', '.bin')
  const PATH = [join(node, '..'), bin, process.env.PATH].join(windows ? ';' : ':')
  const child = spawn(node, [...nodeFlags, resolve(root, file), ...args], {
    stdio: 'inherit',
    env: { ...nodeSettings, ...process.env, PATH },
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [file, ...args] = process.argv.slice(2)
  run(file, args)
}
