// What each event makes of a paper ballot.
import { during } from '../kernel/index.ts'
import { differing } from './marks.ts'
import type { PaperBallot, PaperEvent, StandingPaper } from './paper-ballot.ts'

const sheetOf = (paper: StandingPaper) => ({
  ballot: paper.ballot,
  poll: paper.poll,
  voter: paper.voter,
  community: paper.community,
  path: paper.path,
  unitPath: paper.unitPath,
  questions: paper.questions,
  pages: paper.pages,
  closesAt: paper.closesAt,
  rule: paper.rule,
  way: paper.way,
  issue: paper.issue,
  checkedIn: paper.checkedIn,
  proxy: paper.proxy,
})

const back = (paper: Exclude<StandingPaper, { status: 'out' }>) => ({
  ...sheetOf(paper),
  where: paper.where,
  signed: paper.signed,
})

const readBy = (paper: PaperBallot, { by, marks }: Extract<PaperEvent, { type: 'PaperRead' }>): PaperBallot => {
  const here = during(paper, 'returned', 'read-once')
  const reading = { by, marks }
  // Which of the two ways a second reading goes, the next event says.
  return here.status === 'returned'
    ? { ...here, status: 'read-once', first: reading }
    : { ...here, status: 'differing', second: reading }
}

export const evolvePaper = (paper: PaperBallot, event: PaperEvent): PaperBallot => {
  switch (event.type) {
    case 'PaperDelivered':
      return event.how === 'in-hall' ? { ...during(paper, 'out'), checkedIn: true } : paper
    case 'PictureKept':
    case 'PaperNotDelivered':
    case 'ReadingsDiffered':
      return paper
    case 'ProxyAppointed':
      return { ...during(paper, 'out'), proxy: { holder: event.holder, name: event.name } }
    case 'ProxyRevoked':
      return { ...during(paper, 'out'), proxy: null }
    case 'PaperReturned':
      return { ...during(paper, 'out'), status: 'returned', where: event.where, signed: event.signed }
    case 'PaperRead':
      return readBy(paper, event)
    case 'PaperSettled': {
      const read = during(paper, 'differing')
      const open = differing(read, read).some(({ poll }) => !(poll in event.marks))
      return open ? read : { ...back(read), status: 'settled' }
    }
    case 'PaperReplaced':
      return { ...sheetOf(during(paper, 'out', 'returned', 'settled')), status: 'out', issue: event.issue }
  }
}
