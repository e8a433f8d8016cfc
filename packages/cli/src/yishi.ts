// The command `yishi`: one word, one module, loaded only when it is asked for. The one place that reads the environment.

type Environment = Readonly<Record<string, string | undefined>>

/** Gives the exit code; a command that goes on serving gives it when it has ended. */
type Command = (args: readonly string[], environment: Environment) => number | Promise<number>

const verifying =
  (word: string): (() => Promise<Command>) =>
  async () => {
    const { verifyProgram } = await import('@yishi/verify')
    return (args) => verifyProgram([word, ...args])
  }

/** Serves from the build, which loads in half the time of its sources. */
const served = (word: 'start' | 'madeDemo') => async (): Promise<Command> => {
  const { buildAll } = await import('../../../scripts/build.ts')
  buildAll()
  const built = new URL('../dist/serving.js', import.meta.url)
  return ((await import(built.href)) as typeof import('./serving.ts'))[word]
}

const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['start', served('start')],
  ['replay', async () => (await import('./replay/command.ts')).replayCommand],
  ['make-demo', served('madeDemo')],
  ['verify', verifying('verify')],
  ['workdays', verifying('workdays')],
  ['tally', verifying('tally')],
  ['draw', verifying('draw')],
  ['allocate', verifying('allocate')],
  ['rank', verifying('rank')],
])

const unknown: Command = () => {
  const commands = [...COMMANDS.keys()]
  console.log(JSON.stringify({ error: 'unknown-command', commands }))
  console.error(`yishi: one of ${commands.join(', ')}`)
  return 2
}

const [word = '', ...args] = process.argv.slice(2)
const command = (await COMMANDS.get(word)?.()) ?? unknown
process.exitCode = await command(args, process.env)
