// Notices as the people of a case hang them, objections as residents lodge them on the page; read back from their proof and their page.
import type { HangNotice, NoticeFile, NoticeList, NoticeProof } from '@yishi/contract/notice'
import { type Course, type Walk, entered, keyOf, lastIn, walker } from '../course.ts'
import { ask, readPage, send } from '../door.ts'
import { type Finding, type Reading, compare, plain, saidIn, saidOn, sessionsOf } from '../finding.ts'
import { playerOf } from '../installation.ts'

/** With a kind of its own the committee hangs it by itself; otherwise a stage of the matter asks for it. */
const hang = async (walk: Walk): Promise<Course> => {
  const { url, ground, deed, step, course } = walk
  const about = 'kind' in step.with ? { community: ground.community } : { matter: course.matter }
  const asked = { method: 'POST', path: '/api/notices', by: walker(walk), key: keyOf(deed) } as const
  const { notice } = await ask<NoticeFile>(url, { ...asked, body: { ...step.with, ...about } })
  return entered(course, 'notice', notice)
}

/** From the form on the notice's page, without an account. */
const object = async ({ url, deed, step, course }: Walk): Promise<Course> => {
  const form = new URLSearchParams({ ...(step.with as Record<string, string>), key: keyOf(deed) })
  await send(url, { path: `/n/${lastIn(course, 'notice')}/objections` }, form)
  return course
}

/** The oldest that waits. */
const answer = async (walk: Walk): Promise<Course> => {
  const { url, deed, step, course } = walk
  const by = walker(walk)
  const { told } = await ask<NoticeFile>(url, { path: `/api/notices/${lastIn(course, 'notice')}`, by })
  const waits = told.filter(({ status }) => status === 'lodged').toSorted((a, b) => (a.lodgedAt < b.lodgedAt ? -1 : 1))
  if (!waits[0]) throw new Error('no objection waits for an answer')
  const path = `/api/objections/${waits[0].objection}/answer`
  await ask(url, { method: 'POST', path, by, body: step.with, key: keyOf(deed) })
  return course
}

export const walkNotice = (walk: Walk): Promise<Course> => {
  if (walk.step.do === 'notice/hang') return hang(walk)
  return walk.step.do === 'notice/object' ? object(walk) : answer(walk)
}

type Answer = { readonly answer: string; readonly upheld: boolean }

const readSession = async (reading: Reading, { id, steps }: ReturnType<typeof sessionsOf>[number]) => {
  const [hung] = saidIn<HangNotice>(steps, 'notice/hang')
  const answers = saidIn<Answer>(steps, 'notice/answer')
  const { wording } = await ask<NoticeProof>(reading.url, { path: `/api/notices/${id}/proof` })
  const page = await readPage(reading.url, { path: `/n/${id}` })
  const by = playerOf(reading.ground, 'committee')
  const query = new URLSearchParams({ community: reading.ground.community })
  const { notices } = await ask<NoticeList>(reading.url, { path: `/api/notices?${query.toString()}`, by })
  const line = notices.find(({ notice }) => notice === id)
  const { days, figures } = await ask<NoticeFile>(reading.url, { path: `/api/notices/${id}`, by })
  const counts = {
    lodged: saidIn(steps, 'notice/object').length - answers.length,
    answered: answers.length,
    upheld: answers.filter(({ upheld }) => upheld).length,
  }
  return [
    ...compare('wording of the notice', [hung?.title, hung?.text], [wording.title, wording.text]),
    ...compare('figures of the notice', plain(hung?.figures ?? []), plain(figures)),
    ...compare('figures that its proof holds', plain(hung?.figures ?? []), plain(wording.figures)),
    ...compare('days of the notice', hung?.days, days),
    ...compare('objections', counts, line?.objections),
    ...saidOn('the page of the notice', page, [hung?.title ?? '', ...answers.map(({ answer: said }) => said)]),
  ]
}

export const readNotices = async (reading: Reading): Promise<readonly Finding[]> => {
  const findings: Finding[] = []
  for (const session of sessionsOf(reading, 'notice')) findings.push(...(await readSession(reading, session)))
  return findings
}
