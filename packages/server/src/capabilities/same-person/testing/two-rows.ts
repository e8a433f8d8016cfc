// Somebody who stands on a list twice, for tests: signed in by a number, and an owner of the roster whom they claim to be; and the lists that they vote on.
import type { BudgetFile } from '@yishi/contract/budget'
import type { PollFile, PollVoter } from '@yishi/contract/poll'
import { addDays, localDateOf } from '@yishi/domain/calendar'
import type { PersonId } from '@yishi/domain/kernel'
import { NO_ROWS } from '@yishi/domain/roster'
import { type RawBuilder, sql } from 'kysely'
import { SUN } from '../../../fences/building.ts'
import { talkedOver } from '../../../fences/ground.ts'
import { must } from '../../../fences/must.ts'
import { nodeId, personId } from '../../../fences/people.ts'
import { rowsIn } from '../../../fences/steps.ts'
import type { Town } from '../../../fences/town.ts'
import { inCommunities } from '../../../kernel/database/tenancy.ts'
import { runDue } from '../../../kernel/due.ts'
import { stallOn } from '../../../testing/stall.ts'
import { performer } from '../../../wiring.ts'
import { type Newcomer, newcomer, settleFlat } from '../../identity/testing/newcomers.ts'
import { writeRoster } from '../../territory/index.ts'

type Claimant = Newcomer & { readonly owner: PersonId; readonly claim: string }

const townIn = (town: () => Town) => {
  const rows = <T>(query: RawBuilder<T>) => rowsIn(town(), query)
  const staff = async <T>(url: string, json: object = {}): Promise<T> => {
    const answer = await town().as('staff', { method: 'POST', url: `/api/${url}`, json })
    if (answer.status >= 300) throw new Error(answer.text)
    return answer.json() as T
  }
  const settle = async () => {
    while ((await runDue(town().ctx, performer, town().ctx.clock.now())) > 0);
  }
  const tell = async () => {
    for (const { kind, data } of town().jobs.splice(0)) await town().handlers[kind]!(town().ctx, [data])
  }
  return { rows, staff, settle, tell }
}

const claimsIn = (town: () => Town) => {
  const { rows } = townIn(town)
  let doors = 0
  /** Somebody who signed in by a number, and an owner of the roster whom they claim to be: two rows, until the claim is confirmed. */
  const claimant = async (name = '王芳'): Promise<Claimant> => {
    const door = `S${(doors += 1)}`
    const [owner] = await settleFlat(town(), door, [{ name }])
    const memberships = [
      {
        person: owner!,
        role: 'resident' as const,
        node: nodeId('B1'),
        path: 'b1',
        party: null,
        contact: null,
        starts: null,
      },
    ]
    await inCommunities(town().ctx.db, [SUN], (trx) =>
      writeRoster(trx, SUN, { ...NO_ROWS, memberships } as never, town().ctx.clock.now()),
    )
    const who = await newcomer(town())
    const form = { act: 'claim', node: nodeId('B1'), door, name }
    must(await who.as({ method: 'POST', url: `/c/${SUN}/home`, form }), 303)
    const [lodged] = await rows(sql<{ claim: string }>`
    select claim_id as claim from app.claim where person_id = ${who.person} and status = 'pending'`)
    return { ...who, owner: owner!, claim: lodged!.claim }
  }
  const confirm = ({ claim, owner }: Claimant) =>
    town().as('staff', { method: 'POST', url: `/api/claims/${claim}/confirm`, json: { owner, how: 'certificate' } })
  return { claimant, confirm }
}

const budgetIn = (town: () => Town) => {
  const { rows, staff } = townIn(town)
  const beginRound = async (): Promise<BudgetFile> => {
    const { budget } = await staff<BudgetFile>('budgets', {
      title: '十万元怎么花',
      amount: '100000',
      lastDay: addDays(localDateOf(town().ctx.clock.now()), 5),
      projects: [
        { name: '长椅', cost: '20000' },
        { name: '健身角', cost: '50000' },
      ],
    })
    return staff<BudgetFile>(`budgets/${budget}/open`)
  }
  const digestOf = async (budget: string) =>
    (await rows(sql<{ digest: string }>`select digest from app.budget where budget_id = ${budget}`))[0]!.digest
  const inBudget = async (who: Newcomer, budget: string, choice: string) => {
    const form = { step: 'cast', choice, digest: await digestOf(budget) }
    return who.as({ method: 'POST', url: `/budgets/${budget}`, form })
  }
  const holdingIn = (list: string, table: 'budget' | 'poll') =>
    rows(sql<{ person: string; holding: number; ballots: number }>`
    select person_id as person, holding, ballots from ${sql.table(`app.${table}_voter`)}
    where ${sql.ref(`${table}_id`)} = ${list} and ballots > 0 order by 1`)
  const fileOf = async (budget: string): Promise<BudgetFile> =>
    (await town().as('staff', { method: 'GET', url: `/api/budgets/${budget}` })).json()
  return { beginRound, digestOf, inBudget, holdingIn, fileOf }
}

const pollIn = (town: () => Town) => {
  const { staff } = townIn(town)
  const draftPoll = async (...persons: readonly string[]): Promise<string> => {
    const raised = { title: '长椅装在哪里' }
    const matter = await talkedOver(town(), { procedure: 'four-steps', raised, talks: ['大家愿意装'] })
    const { poll } = await staff<PollFile>(`matters/${matter}/polls`, {
      rule: 'cn-residents-representatives',
      way: 'ballots',
      question: { type: 'for-against', text: '装两把长椅？', explanation: '' },
      electorate: { voters: [...persons, personId('raiser')].map((person) => ({ person })) },
    })
    return poll
  }
  const beginPoll = async (...persons: readonly string[]): Promise<string> => {
    const poll = await draftPoll(...persons)
    await staff(`polls/${poll}/open`)
    return poll
  }
  const inPoll = (who: Newcomer, poll: string, choice = 'for') =>
    who.as({ method: 'POST', url: `/polls/${poll}`, form: { step: 'cast', choice } })
  const voterOf = async (poll: string, person: string): Promise<PollVoter> => {
    const answer = await town().as('staff', { method: 'GET', url: `/api/polls/${poll}/voters` })
    return (answer.json() as PollVoter[]).find((each) => each.person === person)!
  }
  const noteFor = async (poll: string, person: string, choice: string) => {
    const { voter } = await voterOf(poll, person)
    return town().as('staff', {
      method: 'POST',
      url: `/api/polls/${poll}/ballots/${voter}`,
      json: { choice: [choice], where: 'hall' },
    })
  }
  return { draftPoll, beginPoll, inPoll, voterOf, noteFor }
}

const stallingIn = (town: () => Town) => {
  const stall = (lock: ReturnType<typeof sql>) => stallOn(town().ctx, SUN, lock)
  const aMoment = () => sql`select pg_sleep(0.3)`.execute(town().ctx.db)
  return { stall, aMoment }
}

export const twoRowsIn = (town: () => Town) => ({
  ...townIn(town),
  ...claimsIn(town),
  ...budgetIn(town),
  ...pollIn(town),
  ...stallingIn(town),
})
