// Opens a fresh installation for a replay: communities founded from the scripts, and everybody signed in by their own link.
import { DAY, type Instant, later } from '@yishi/domain/kernel'
import type { Settings } from '@yishi/server'
import { type Stage, type StagedParty, openStage } from '@yishi/server/stage'
import type { Ground, Installation, Player } from './installation.ts'
import { timeline } from './moments.ts'
import type { Script } from './script.ts'

const signIn = async (link: string): Promise<string> => {
  const answer = await fetch(link, { redirect: 'manual' })
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  if (answer.status !== 303 || cookies.length === 0) throw new Error(`signing in was answered with ${answer.status}`)
  return cookies.join('; ')
}

/** The committee comes first; the others as they are written. */
const partiesOf = ({ parties }: Script): readonly [StagedParty, ...StagedParty[]] => {
  const { committee, ...others } = parties
  return [
    { key: 'committee', ...committee },
    ...Object.entries(others).map(([key, party]): StagedParty => ({ key, ...party })),
  ]
}

type Offices = Map<string, ReturnType<Stage['office']>>

const officeOf = (stage: Stage, offices: Offices, name: string | null) => {
  if (name === null) return null
  const known = offices.get(name) ?? stage.office(name)
  offices.set(name, known)
  return known
}

const groundOf = async (stage: Stage, offices: Offices, script: Script): Promise<Ground> => {
  const { name, kind, streetOffice } = script.community
  const parties = partiesOf(script)
  const office = await officeOf(stage, offices, streetOffice)
  const { community, place, people } = await stage.found({ name, kind, streetOffice: office, parties })
  const signedIn = await Promise.all(
    people.map(async ({ key, party, link }): Promise<[string, Player]> => [key, { party, cookie: await signIn(link) }]),
  )
  return { community, place, players: new Map(signedIn) }
}

/** The day before anything happens. */
const startOf = (scripts: readonly Script[]): Instant => {
  const [first] = timeline(scripts)
  if (!first) throw new Error('there is nothing to replay')
  return later(first.at, -DAY)
}

export type Opened = Installation & Pick<Stage, 'context' | 'close'>

const silent = { info: () => undefined, warn: () => undefined }

export const openInstallation = async (settings: Settings, scripts: readonly Script[]): Promise<Opened> => {
  const log = { ...silent, error: (facts: object, message: string) => console.error(message, facts) }
  const stage = await openStage(settings, { start: startOf(scripts), log })
  try {
    const grounds = new Map<string, Ground>()
    const offices: Offices = new Map()
    for (const script of scripts) grounds.set(script.community.key, await groundOf(stage, offices, script))
    const { url, context, advanceTo, close } = stage
    return { url, context, advanceTo, close, grounds }
  } catch (error) {
    await stage.close()
    throw error
  }
}
