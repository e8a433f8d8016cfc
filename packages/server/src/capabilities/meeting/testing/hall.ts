// A matter that stands where people talk, and a meeting about it, for the database tests of meetings.
import type { CallMeeting, MatterMeetings, MeetingFile } from '@yishi/contract/meeting'
import { HOUR, later } from '@yishi/domain/kernel'
import { HALF_OF_INVITED } from '@yishi/domain/meeting'
import { raise } from '../../../fences/ground.ts'
import { type Caller, partyId } from '../../../fences/people.ts'
import type { Answer, Town } from '../../../fences/town.ts'

const sure = (answer: Answer): Answer => {
  if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${answer.text}`)
  return answer
}

const SORTING = { level: 'II', colour: 'yellow', size: 'small', kind: 'facilities' }

/** Sorted onto a procedure that talks first. */
export const matterToTalk = async (town: Town, more: object = {}, procedure = 'four-affairs') => {
  const { matter, link, code } = await raise(town, { ...more })
  const json = { ...SORTING, procedure }
  sure(await town.as('staff', { method: 'POST', url: `/api/matters/${matter}/sort`, json }))
  return { matter, code, token: link.slice('/m/'.length) }
}

export const callBody = (town: Town, change: Partial<CallMeeting> = {}): CallMeeting => ({
  format: 'open',
  title: '路灯怎么换',
  when: later(town.ctx.clock.now(), HOUR),
  where: '居委会会议室',
  invited: [
    { seat: 'branch', party: partyId('branch') },
    { seat: 'committee', party: partyId('committee') },
    { seat: 'neighbours', name: '暗号居民兰亭' },
    { seat: null, name: '安居物业的人', party: partyId('property') },
  ],
  agenda: [{ text: '换什么灯', minutes: 20 }, { text: '谁来换' }],
  share: HALF_OF_INVITED,
  ...change,
})

export const post = (town: Town, who: Caller, url: string, json: object = {}) =>
  town.as(who, { method: 'POST', url, json })

export const call = async (town: Town, matter: string, change: Partial<CallMeeting> = {}): Promise<MeetingFile> =>
  sure(await post(town, 'staff', `/api/matters/${matter}/meetings`, callBody(town, change))).json()

export const act = async (town: Town, meeting: string, name: string, json: object = {}): Promise<MeetingFile> =>
  sure(await post(town, 'staff', `/api/meetings/${meeting}/${name}`, json)).json()

export const meetingsOf = async (town: Town, matter: string): Promise<MatterMeetings> =>
  sure(await town.as('staff', { method: 'GET', url: `/api/matters/${matter}/meetings` })).json()

export const signInByForm = (town: Town, { code, door }: MeetingFile, place: string, name: string) =>
  town.as('visitor', { method: 'POST', url: `/meetings/${code}/sign-in`, form: { place, name, household: '', door } })

/** Two of the three seats are taken, and it has begun. */
export const sitting = async (town: Town, matter: string): Promise<MeetingFile> => {
  const { meeting } = await call(town, matter)
  await act(town, meeting, 'sign-in', { invitee: 1, name: '吴书记' })
  await act(town, meeting, 'sign-in', { invitee: 2, name: '周社工' })
  return act(town, meeting, 'open', { chair: 1 })
}

export const resolution = (by: string | null = null) => ({
  item: 1,
  text: '换成节能灯',
  task: { party: partyId('property'), what: '换三盏节能灯', lead: true, by },
})
