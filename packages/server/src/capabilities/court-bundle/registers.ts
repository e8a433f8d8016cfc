// The registers of a bundle as they grow: each line into a file for a spreadsheet at once, and a volume on paper whenever there are enough for one.
import type { CourtTable } from '@yishi/contract/court-bundle'
import { harmless } from '@yishi/domain/sheet'
import { stringify } from 'csv-stringify/sync'
import type { Spool, SpoolFile } from './spool.ts'

/** More rows than this take the typesetter more than a second or two, and a reader more than an afternoon: they go into volumes. */
export const MOST_ROWS_OF_A_DOCUMENT = 2000
/** Beside volumes the report itself has room for so many. */
const MOST_ROWS_BESIDE_VOLUMES = 100

const csv = (rows: CourtTable['rows']): string => stringify(rows.map((row) => row.map(harmless)))

type Register = {
  readonly table: CourtTable
  readonly file: SpoolFile
  waiting: CourtTable['rows'][number][]
  total: number
  volumes: number
}

export type Registers = {
  readonly add: (tables: readonly CourtTable[]) => Promise<void>
  /** Those that go into the report itself. */
  readonly close: () => Promise<readonly CourtTable[]>
}

export const openRegisters = (spool: Spool, print: (volume: CourtTable) => Promise<Buffer>): Registers => {
  const known = new Map<string, Register>()
  const begin = async (table: CourtTable): Promise<Register> => {
    const file = await spool.open(`tables/${table.name}.csv`)
    // With the mark by which spreadsheets know UTF-8.
    await file.push(`\uFEFF${csv([table.head])}`)
    const register: Register = { table, file, waiting: [], total: 0, volumes: 0 }
    known.set(table.name, register)
    return register
  }
  const printVolume = async (register: Register) => {
    const { table } = register
    const rows = register.waiting.splice(0, MOST_ROWS_OF_A_DOCUMENT)
    const number = (register.volumes += 1)
    const pdf = await print({ ...table, title: `${table.title} (${number})`, rows })
    await spool.write(`registers/${table.name}-${String(number).padStart(2, '0')}.pdf`, [pdf])
  }
  return {
    async add(tables) {
      for (const table of tables) {
        const register = known.get(table.name) ?? (await begin(table))
        await register.file.push(csv(table.rows))
        register.waiting.push(...table.rows)
        register.total += table.rows.length
        while (register.waiting.length > MOST_ROWS_OF_A_DOCUMENT) await printVolume(register)
      }
    },
    async close() {
      const all = [...known.values()]
      for (const { file } of all) await file.close()
      const total = all.reduce((sum, register) => sum + register.total, 0)
      const most = total > MOST_ROWS_OF_A_DOCUMENT ? MOST_ROWS_BESIDE_VOLUMES : total
      for (const register of all) if (register.total > most) await printVolume(register)
      return all.filter((register) => register.total <= most).map(({ table, waiting }) => ({ ...table, rows: waiting }))
    },
  }
}
