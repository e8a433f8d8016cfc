// How the people of the demo vote: representatives are asked under the rule of the stage, most of them vote, and two persons count.
import type { OpenMatter } from '@yishi/domain/matter'
import { type Actor, type PersonId, type PollId, type Refused, isRefused } from '@yishi/domain/kernel'
import { draftPoll, enterCount, handIn, openPoll, ownBallots } from '../capabilities/poll/index.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { type PollStep, runningPoll } from './poll-steps.ts'
import { type Neighbour, actorOf } from './people.ts'
import type { Going } from './scene.ts'

/** The building leaders stand for their buildings; the residents, one of whom gets the demo's link, have a vote as well. */
const representatives = ({ scene }: Going): readonly Neighbour[] => [
  ...(scene.people.byRole.get('building-leader') ?? []),
  ...(scene.people.byRole.get('resident') ?? []),
]

const must = <T>(answer: T | Refused, what: string): T => {
  if (isRefused(answer)) throw new Error(`${what} is refused: ${answer.refused}`)
  return answer
}

const acting = ({ scene }: Going, actor: Actor) => ({
  ctx: scene.ctx,
  performer: scene.performer,
  actor,
  key: undefined,
})

const begin = async (going: Going, staff: Actor): Promise<void> => {
  const { told, subject } = going
  const asked = {
    rule: 'cn-residents-representatives',
    way: 'ballots',
    question: { type: 'for-against', text: told.question ?? told.title, explanation: told.talk ?? '' },
    electorate: { voters: representatives(going).map(({ row }) => ({ person: row.person })) },
    plan: null,
  } as const
  const poll = must(await draftPoll(acting(going, staff), subject, asked), 'the poll')
  must(await openPoll(acting(going, staff), poll), 'opening the poll')
}

/** Where the poll is still open today, the residents have yet to vote, so that the visitor of the demo can. */
const voting = (going: Going): readonly Neighbour[] =>
  going.told.until === 'close'
    ? (going.scene.people.byRole.get('building-leader') ?? []).slice(1)
    : representatives(going).slice(0, -2)

const vote = async (going: Going, poll: PollId): Promise<void> => {
  const { scene, subject } = going
  const { community } = subject
  const ballotOf = (person: PersonId) =>
    inCommunities(scene.ctx.db, [community], (trx) => ownBallots(trx, { community, id: poll }, person))
  for (const [index, neighbour] of voting(going).entries()) {
    const [own] = await ballotOf(neighbour.row.person)
    if (!own) throw new Error(`${neighbour.row.name} is not on the list`)
    const choice = index % 7 === 3 ? ['against'] : index % 11 === 8 ? ['abstain'] : ['for']
    const ballot = { community, id: own.ballot }
    must(await handIn(acting(going, actorOf(neighbour)), ballot, { type: 'CastBallot', choice }), 'a ballot')
  }
}

export const takePollStep = async (
  going: Going,
  step: PollStep,
  { matter, staff, branch }: { readonly matter: OpenMatter; readonly staff: Actor; readonly branch: Actor },
): Promise<void> => {
  if (step === 'poll') return begin(going, staff)
  const poll = runningPoll(matter)
  if (!poll) throw new Error(`${going.told.from} has no poll`)
  if (step === 'vote') return vote(going, poll)
  const subject = { community: going.subject.community, id: poll }
  must(await enterCount(acting(going, step === 'close' ? staff : branch), subject, undefined), 'a count')
}
