// Court bundles as a test asks for them: pressed, made by their jobs, looked after and fetched.
import type { AskedBundle, Bundles } from '@yishi/contract/court-bundle'
import type { Caller } from '../../../fences/people.ts'
import type { Town } from '../../../fences/town.ts'

export const bundlesIn = (town: Town) => {
  const press = (who: Caller, poll: string, json: { anew?: boolean } = {}) =>
    town.as(who, { method: 'POST', url: `/api/polls/${poll}/court-bundle`, json })
  const overview = async (who: Caller, poll: string): Promise<Bundles> =>
    (await town.as(who, { method: 'GET', url: `/api/polls/${poll}/court-bundles` })).json()
  const fetch = (who: Caller, { poll, bundle, range }: { poll: string; bundle: string; range?: string }) =>
    town.as(who, {
      method: 'GET',
      url: `/api/polls/${poll}/court-bundles/${bundle}`,
      headers: range ? { range } : {},
    })
  /** Does the jobs of bundles that wait, and those that they ask for. */
  const work = async (kinds: readonly string[] = ['make', 'remove', 'tell-of']) => {
    const wanted = new Set(kinds.map((kind) => `${kind}-court-bundle`))
    for (;;) {
      const found = town.jobs.findIndex(({ kind }) => wanted.has(kind))
      if (found === -1) return
      const [job] = town.jobs.splice(found, 1)
      await town.handlers[job!.kind]!(town.ctx, [job!.data])
    }
  }
  const made = async (who: Caller, poll: string, json: { anew?: boolean } = {}): Promise<AskedBundle> => {
    const answer = await press(who, poll, json)
    if (answer.status !== 202) throw new Error(`asking was answered with ${answer.status}: ${answer.text}`)
    await work()
    return (await overview(who, poll)).bundles[0]!
  }
  return { press, overview, fetch, work, made }
}
