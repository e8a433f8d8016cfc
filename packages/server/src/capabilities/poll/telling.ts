// The job that asks everybody on the list for their vote once it opens.
import type { PagesModule } from '@yishi/contract/pages'
import type { CommunityId } from '@yishi/domain/kernel'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type JobHandlers, oneByOne } from '../../kernel/jobs.ts'
import { inEveryLanguage, inboxRow, insertMessages, messageId } from '../message/index.ts'
import { votersToTell } from './ballot-query.ts'

type Telling = { readonly pages: Pick<PagesModule, 'voterSentence'> }
type Data = Readonly<Record<string, string>>

/** Asks everybody on the list who has an account here; the others are asked at the door or in the hall. */
const tellVoters = async (ctx: Context, { pages }: Telling, data: Data): Promise<void> => {
  const community = data['community'] as CommunityId
  const poll = data['poll'] ?? ''
  await inCommunities(ctx.db, [community], async (trx) => {
    const asked = await votersToTell(trx, { community, id: poll })
    if (!asked || asked.persons.length === 0) return
    const draft = { community_id: community, matter_id: asked.matter, address: null, link: `/polls/${poll}` }
    const words = inEveryLanguage((lang) => ({ title: asked.question, body: pages.voterSentence(lang) }))
    const rows = asked.persons.map((person) =>
      inboxRow({ ...draft, ...words, message_id: messageId(data, person), person_id: person }, ctx.clock.now()),
    )
    await insertMessages(trx, rows)
  })
}

export const pollJobs = (telling: Telling): JobHandlers => ({
  'tell-voters': oneByOne((ctx, data) => tellVoters(ctx, telling, data)),
})
