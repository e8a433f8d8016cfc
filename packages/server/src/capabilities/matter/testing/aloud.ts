// Raising a matter aloud for tests: the form with a recording, what the desk types, and what is kept.
import type { FollowView, MatterFile } from '@yishi/contract/matter'
import { sql } from 'kysely'
import { MOON, SUN } from '../../../fences/building.ts'
import { must } from '../../../fences/must.ts'
import type { Caller } from '../../../fences/people.ts'
import type { Answer, Town } from '../../../fences/town.ts'
import { inCommunities } from '../../../kernel/database/tenancy.ts'
import { wavOf } from '../../../testing/sound.ts'

export type Part = readonly [name: string, content: string | Buffer]

export const formOf = (...parts: readonly Part[]) => {
  const body = parts.map(([name, content]) => {
    const file = typeof content === 'string' ? '' : '; filename="voice.wav"'
    const head = `--b\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n`
    return Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n')])
  })
  const headers = { 'content-type': 'multipart/form-data; boundary=b' }
  return { payload: Buffer.concat([...body, Buffer.from('--b--\r\n')]), headers }
}

export const codeOf = (answer: Answer) => (answer.json() as { code: string }).code

export const aloudIn = (town: () => Town) => {
  const submit = (...parts: readonly Part[]) =>
    town().as('visitor', { method: 'POST', url: `/p/${town().plate}`, ...formOf(['publicity', 'nameless'], ...parts) })
  const raiseAloud = async (...parts: readonly Part[]) => {
    const answer = must(await submit(['recording', wavOf(4)], ...parts), 303)
    const token = String(answer.headers['location']).slice('/m/'.length).split('?')[0]!
    const view: FollowView = (await town().as('visitor', { method: 'GET', url: `/api/follow/${token}` })).json()
    return { token, view, matter: view.matter, recording: view.story[0]!.recording! }
  }
  const get = (who: Caller, url: string, headers: Record<string, string> = {}) =>
    town().as(who, { method: 'GET', url, headers })
  const fileOf = async (matter: string): Promise<MatterFile> => (await get('staff', `/api/matters/${matter}`)).json()
  const post = (who: Caller, url: string, json: object) => town().as(who, { method: 'POST', url, json })
  const transcribe = (matter: string, recording: string, text: string, who: Caller = 'staff') =>
    post(who, `/api/matters/${matter}/transcribe`, { recording, text })
  const count = async (table: string, where = sql`true`) => {
    const { rows } = await inCommunities(town().ctx.db, [SUN, MOON], (trx) =>
      sql<{ n: number }>`select count(*)::integer as n from ${sql.table(`app.${table}`)} where ${where}`.execute(trx),
    )
    return rows[0]!.n
  }
  const noted = (who: Caller, more: object) =>
    post(who, '/api/matters', { text: '电话里说灯坏了', channel: 'phone', ...more })
  return { submit, raiseAloud, get, fileOf, post, transcribe, count, noted }
}
