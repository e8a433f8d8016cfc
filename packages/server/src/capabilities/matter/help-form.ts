// What the form for a neighbour adds: where they live, how they agreed, and the photo of the paper on which they did.
import type { HelpDraft } from '@yishi/contract/helping'
import { CONSENT_WAYS } from '@yishi/domain/helping'
import { type CommunityId, isRefused } from '@yishi/domain/kernel'
import type { Context } from '../../kernel/context.ts'
import type { Form } from '../../kernel/http/form.ts'
import { storePhotos } from '../photo/index.ts'

export const NO_HELP: HelpDraft = { unit: '', way: null, agreed: false, paper: null, problems: {} }

const LONGEST_UNIT = 60

const takePaper = async (
  ctx: Context,
  community: CommunityId,
  form: Form,
): Promise<Pick<HelpDraft, 'paper' | 'problems'>> => {
  const kept = form.field('paperKept') || null
  const given = form.file('paper')
  if (!given) return { paper: kept, problems: {} }
  const stored = await storePhotos(ctx, community, [given])
  return isRefused(stored)
    ? { paper: kept, problems: { paper: stored.refused } }
    : { paper: stored[0] ?? kept, problems: {} }
}

export const helpOfForm = async (ctx: Context, community: CommunityId, form: Form): Promise<HelpDraft> => {
  const unit = form.field('unit').trim()
  const way = CONSENT_WAYS.find((each) => each === form.field('way')) ?? null
  const agreed = form.field('agreed') === '1'
  const { paper, problems } = await takePaper(ctx, community, form)
  return {
    unit,
    way,
    agreed,
    paper,
    problems: {
      ...(unit.length > LONGEST_UNIT ? { unit: 'too-long' as const } : {}),
      ...(way === null ? { way: 'missing' as const } : {}),
      ...(agreed ? {} : { agreed: 'consent-missing' as const }),
      ...(way === 'on-paper' && paper === null ? { paper: 'missing' as const } : {}),
      ...problems,
    },
  }
}
