// Everybody whom a draw concerns hears what goes into it before anybody can know the result, what came out, and how it ended; an objection reaches the desk, and its answer whoever made it.
import type { DrawOccasion } from '@yishi/contract/draw'
import type { PagesModule } from '@yishi/contract/pages'
import { addDays, localDateOf } from '@yishi/domain/calendar'
import type { DrawEvent, StandingDraw } from '@yishi/domain/draw'
import type { CommunityId, DrawId } from '@yishi/domain/kernel'
import { DESK } from '@yishi/domain/matter'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type JobHandlers, oneByOne } from '../../kernel/jobs.ts'
import { type Consequence, enqueue } from '../../kernel/react.ts'
import type { Subject } from '../../kernel/store.ts'
import { everybodyUnder, inEveryLanguage, tellMany, wearersOver } from '../message/index.ts'
import { readDraw } from './store.ts'

type Told = DrawOccasion['told']

const TOLD: Partial<Record<DrawEvent['type'], Told>> = {
  DrawAnnounced: 'announced',
  DrawMade: 'drawn',
  DrawAnnulled: 'annulled',
  DrawSettled: 'settled',
  DrawObjected: 'objected',
  DrawObjectionAnswered: 'answered',
}

export const drawIsTold = ({ community, id: draw }: Subject, event: DrawEvent): readonly Consequence[] => {
  const told = TOLD[event.type]
  if (!told) return []
  return [enqueue('tell-of-draw', { community, draw, told, of: 'objection' in event ? String(event.objection) : '' })]
}

type Held = NonNullable<Awaited<ReturnType<typeof readDraw>>>

/** A draw that has moved on since is told of as it stands by its next message. */
const occasionOf = ({ state, row }: Held, told: Told): DrawOccasion | null => {
  switch (told) {
    case 'announced':
      return state.status === 'announced' ? { told, from: row.first_moment } : null
    case 'drawn':
      return state.status === 'drawn' || state.status === 'objected'
        ? { told, lastDay: addDays(localDateOf(state.objectableUntil), -1) }
        : null
    case 'objected':
      return state.status === 'objected' ? { told } : null
    case 'annulled':
      return state.status === 'annulled' ? { told, reason: row.reason ?? '' } : null
    case 'answered':
    case 'settled':
      return { told }
  }
}

/** What is decided of a matter that is not public is told to nobody but those who act in it. */
const isQuiet = async (trx: Transaction, { community, matter }: StandingDraw): Promise<boolean> => {
  const { rows } = await sql`select from app.matter
    where community_id = ${community} and matter_id = ${matter} and publicity = 'closed'`.execute(trx)
  return rows.length > 0
}

const objectorIn = ({ community, id }: Subject, objection: number) => sql<object>`
  select person_id from app.draw_objection
  where community_id = ${community} and draw_id = ${id} and number = ${objection}`

type Data = Readonly<Record<string, string>>

const tellOfDraw = async (ctx: Context, pages: Pick<PagesModule, 'drawSentence'>, data: Data): Promise<void> => {
  const subject = { community: data['community'] as CommunityId, id: data['draw'] as DrawId }
  const [told, of, at] = [data['told'] as Told, data['of'] ?? '', ctx.clock.now()]
  const here = { community: subject.community, at }
  await inCommunities(ctx.db, [subject.community], async (trx) => {
    const held = await readDraw(trx, subject)
    const occasion = held && occasionOf(held, told)
    if (!occasion) return
    const { path, announcement } = held.state
    const whom = (): RawBuilder<object> => {
      if (told === 'objected') return wearersOver(here, path, DESK)
      return told === 'answered'
        ? objectorIn(subject, Number(of))
        : everybodyUnder(here, sql`select ${path}::text as path`)
    }
    if (of === '' && (await isQuiet(trx, held.state))) return
    await tellMany(trx, whom(), {
      ...here,
      occasion: `${subject.id} ${told} ${of}`,
      matter: held.state.matter,
      ...inEveryLanguage((lang) => ({ title: announcement.title, body: pages.drawSentence(occasion, lang) })),
      link: told === 'objected' ? `/console/draws/${subject.id}` : `/draws/${subject.id}`,
    })
  })
}

export const drawJobs = ({ pages }: { readonly pages: Pick<PagesModule, 'drawSentence'> }): JobHandlers => ({
  'tell-of-draw': oneByOne((ctx, data) => tellOfDraw(ctx, pages, data)),
})
