// What each event makes of a poll.
import { during } from '../kernel/index.ts'
import type { Poll, PollBody, PollEvent, StandingPoll } from './poll.ts'

/** What every poll has, whatever its status adds. */
const bodyOf = (poll: StandingPoll): PollBody => {
  const { id, community, matter, path, rule, way, question, assembly, agenda, named, totals, digest, lots } = poll
  return { id, community, matter, path, rule, way, question, assembly, agenda, named, totals, digest, lots }
}

const noted = <Standing extends PollBody>(
  poll: Standing,
  more: Partial<NonNullable<PollBody['assembly']>>,
): Standing => ({
  ...poll,
  assembly: poll.assembly && { ...poll.assembly, ...more },
})

const RUNNING = ['draft', 'announced', 'open', 'closed', 'counting', 'preliminary'] as const

const AFTER = [
  'PollClosed',
  'CountingBegun',
  'CountEntered',
  'CountsDiffered',
  'ResultFound',
  'ResultShown',
  'RecountOrdered',
  'PollDecided',
  'PollWithdrawn',
] as const satisfies readonly PollEvent['type'][]
type After = Extract<PollEvent, { type: (typeof AFTER)[number] }>
type Before = Exclude<PollEvent, After>

/** From the draft to the last ballot. */
const whileVoting = (poll: Poll, event: Before): Poll => {
  switch (event.type) {
    case 'PollDrafted': {
      const { type: _, electorate: __, ...body } = event
      return { ...body, status: 'draft' }
    }
    case 'PollRedrafted': {
      const { type: _, electorate: __, followers: ___, ...drawn } = event
      return { ...during(poll, 'draft'), ...drawn }
    }
    case 'PollAnnounced':
      return { ...noted(during(poll, 'draft'), { notice: event.notice }), status: 'announced' }
    case 'ElectorateRedrawn': {
      const { named, totals, digest } = event
      return { ...during(poll, 'announced'), named, totals, digest }
    }
    case 'PollOpened':
      return { ...during(poll, 'draft', 'announced'), lots: event.lots, status: 'open' }
    case 'PollExtended': {
      const { closesAt, extensions } = event
      return noted(during(poll, 'open'), { closesAt, extensions })
    }
    case 'ProofsRecorded':
      return during(poll, 'open', 'closed')
  }
}

/** From the close to the result. */
const onceOver = (poll: Poll, event: After): Poll => {
  switch (event.type) {
    case 'PollClosed': {
      const open = during(poll, 'open')
      return open.assembly ? { ...open, status: 'closed' } : { ...open, status: 'counting', first: null, recounts: 0 }
    }
    case 'CountingBegun':
      return { ...during(poll, 'closed'), status: 'counting', first: null, recounts: 0 }
    case 'CountEntered': {
      const { by, figures } = event
      const counting = during(poll, 'counting')
      return { ...counting, first: counting.first ?? { by, figures } }
    }
    case 'CountsDiffered': {
      const counting = during(poll, 'counting')
      return { ...counting, first: null, recounts: counting.recounts + 1 }
    }
    case 'ResultFound': {
      const counting = during(poll, 'counting')
      const { figures, outcome } = event
      return { ...bodyOf(counting), status: 'preliminary', figures, outcome, recounts: counting.recounts }
    }
    case 'ResultShown':
      return noted(during(poll, 'preliminary'), { resultNotice: event.notice })
    case 'RecountOrdered': {
      const { recounts, ...shown } = during(poll, 'preliminary')
      const body = noted(bodyOf({ ...shown, recounts }), { resultNotice: null })
      return { ...body, status: 'counting', first: null, recounts: recounts + 1 }
    }
    case 'PollDecided': {
      const { figures, outcome } = event
      return { ...bodyOf(during(poll, 'counting', 'preliminary')), status: 'decided', figures, outcome }
    }
    case 'PollWithdrawn':
      return { ...bodyOf(during(poll, ...RUNNING)), status: 'withdrawn' }
  }
}

const isAfter = (event: PollEvent): event is After => (AFTER as readonly PollEvent['type'][]).includes(event.type)

export const evolvePoll = (poll: Poll, event: PollEvent): Poll =>
  isAfter(event) ? onceOver(poll, event) : whileVoting(poll, event)
