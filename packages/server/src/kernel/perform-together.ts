// What is asked of different subjects of one community at the same moment, in one transaction: fresh ones, which nobody else knows yet,
// or ones that are locked together. What does not work out together is undone, and each is done alone (docs/decisions/0015).
import { type Refused, isRefused } from '@yishi/domain/kernel'
import { carryOut } from './carry-out.ts'
import type { Context } from './context.ts'
import type { Transaction } from './database/tables.ts'
import { inCommunities } from './database/tenancy.ts'
import { readAhead } from './entry.ts'
import { type AskedOnce, askedOnce, keepAnswers, readKnown } from './once.ts'
import { answerAgain, performAlone, stepOf } from './perform-alone.ts'
import type { Step } from './react.ts'
import type { Asked, Performed } from './request.ts'
import { type Decided, type Run, type Wiring, alongside, decide, holdAll, startRun } from './run.ts'

type Answer = Performed | Refused
type Member = { readonly asked: Asked; readonly once: AskedOnce | null }
type Answers = Map<Member, Answer>

const memberOf = (asked: Asked): Member => ({ asked, once: asked.once ? askedOnce(asked.actor, asked.once) : null })

const firstOfEach = (all: readonly Member[], keyOf: (each: Member) => string | undefined): readonly Member[] => {
  const first = new Map(all.toReversed().map((each) => [keyOf(each), each]))
  return all.filter((each) => keyOf(each) === undefined || first.get(keyOf(each)) === each)
}

/** A twin waits until the first with its key has an answer, and whoever comes second to a subject until the first has left it. */
const withoutTwins = (all: readonly Member[]): readonly Member[] =>
  firstOfEach(
    firstOfEach(all, ({ once }) => once?.key),
    ({ asked: { subject, fresh } }) => (fresh ? undefined : subject.id),
  )

type Deciding = { readonly ctx: Context; readonly wiring: Wiring; readonly trx: Transaction }

const decideStep = async (run: Run, step: Step | Refused): Promise<Decided | Refused> =>
  isRefused(step) ? step : decide(run, step)

/** Nothing is written before all have decided: who is refused or known already has left nothing behind. */
const decideAll = async ({ ctx, wiring, trx }: Deciding, all: readonly Member[], answers: Answers) => {
  const { community } = all[0]!.asked.subject
  const run = startRun(ctx, wiring, trx)
  const keys = all.flatMap(({ once }) => once ?? [])
  const grips = all.map(({ asked }) => ({ ...asked, command: null }))
  const heldAndRead = async () => {
    await holdAll(run, grips)
    return Promise.all([
      readAhead(
        trx,
        all.map(({ asked }) => asked),
      ),
      ...all.map(({ asked }) => stepOf(run, asked)),
    ])
  }
  const [known, [ahead, ...steps]] = await Promise.all([readKnown(trx, community, keys), heldAndRead()])
  const decided = new Map<Member, Decided>()
  for (const [index, each] of all.entries()) {
    const before = each.once && known(each.once)
    const next = before ? answerAgain(before) : await decideStep(alongside({ ...run, ahead }), steps[index]!)
    if ('held' in next) decided.set(each, next)
    else answers.set(each, next)
  }
  return decided
}

const allAtOnce = (ctx: Context, wiring: Wiring, all: readonly Member[]): Promise<Answers> => {
  const { community } = all[0]!.asked.subject
  return inCommunities(ctx.db, [community], async (trx) => {
    const answers: Answers = new Map()
    const decided = await decideAll({ ctx, wiring, trx }, all, answers)
    const performed = await carryOut([...decided.values()])
    const kept = [...decided.keys()].flatMap((each, index) => {
      const { happened, ...answer } = performed[index]!
      answers.set(each, { happened, ...answer })
      return each.once ? [{ ...each.once, answer }] : []
    })
    await keepAnswers(trx, community, { all: kept, at: ctx.clock.now() })
    return answers
  })
}

const tried = async (ctx: Context, wiring: Wiring, all: readonly Member[]): Promise<Answers> => {
  if (all.length < 2) return new Map()
  try {
    return await allAtOnce(ctx, wiring, all)
  } catch (error) {
    ctx.log.warn({ err: error, requests: all.length }, 'what did not work out together is done one by one')
    return new Map()
  }
}

export const performTogether = async (
  ctx: Context,
  wiring: Wiring,
  asked: readonly Asked[],
): Promise<readonly PromiseSettledResult<Answer>[]> => {
  const all = asked.map(memberOf)
  const answers = await tried(ctx, wiring, withoutTwins(all))
  const answer = async (each: Member) => answers.get(each) ?? performAlone(ctx, wiring, each.asked)
  return Promise.allSettled(all.map(answer))
}
