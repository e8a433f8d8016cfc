// Plausible papers of secret elections for the tests of their pages: ballots, and the roll that is hung up.
import type { ElectionPaper, ElectionRoll } from '@yishi/contract/election-pages'
import { COMMUNITY } from './matters.ts'
import { published, recall } from './secret-elections.ts'

const ballot: ElectionPaper = {
  election: 'elc_village',
  community: COMMUNITY,
  title: published.title,
  addsDown: false,
  recall: false,
  sections: published.posts.map(({ title, seats, candidates }) => ({
    title,
    seats,
    names: candidates.map(({ name }) => name),
    lines: seats,
  })),
  day: published.day,
  copies: 2,
}
export const secretBallots: Readonly<Record<string, ElectionPaper>> = {
  two: ballot,
  adding: { ...ballot, addsDown: true },
  recall: {
    ...ballot,
    title: recall.title,
    recall: true,
    sections: recall.posts.map(({ title, seats, candidates }) => ({
      title,
      seats,
      names: candidates.map(({ name }) => name),
      lines: 0,
    })),
  },
  'one-list': {
    ...ballot,
    sections: [{ title: '', seats: 1, names: published.posts[2]!.candidates.map(({ name }) => name), lines: 0 }],
    copies: 1,
  },
}

export const electionRolls: Readonly<Record<string, ElectionRoll>> = {
  roll: {
    community: COMMUNITY,
    title: published.title,
    publishedOn: '2026-11-02',
    objectionsUntil: '2026-11-09T16:00:00.000Z',
    rulingDays: published.law.rulingDays,
    day: published.day,
    place: published.place,
    groups: [
      { group: '一组', names: ['赵国强', '钱桂芳', '孙建', '欧阳文'] },
      { group: '二组', names: ['李桂兰', '周敏'] },
    ],
    registered: 6,
    digest: 'a3f1c09d'.repeat(8),
  },
}
