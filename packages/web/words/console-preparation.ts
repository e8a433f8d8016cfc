// Words of what stands on file before an owners' vote is announced: who was told, paper, parking, an owners' proposal.
import { dictionary } from './dictionary.ts'

const zh = {
  told: '会前告知了谁、他们怎么说',
  toldHint:
    '开会前要把时间、地点、议题和议程书面告诉房管部门和居委会，请他们派人参加，听取意见。写下哪天、怎么告知的、意见是什么。',
  paper: '纸质票在哪里领、在哪里交',
  paperHint: '不用手机的业主也要能投，两种票一样算。写地点和时间，公告里会写明。',
  parking: '车位计入，依据议事规则哪一条',
  proposed: '由业主联名提议召开（临时会议）',
  proposedHint: '业主人数和专有面积都要占到五分之一以上；少数地方另有规定的，从其规定。',
  proposers: '联名业主人数',
  proposersArea: '联名业主的专有面积（平方米）',
  evidence: '联名书存放在哪里',
  noticePaper: (place: string) => `不用手机的业主，可到${place}领取、交回纸质票；两种票效力相同。`,
  noticeProposal: (owners: number, area: string) =>
    `本次会议由 ${owners} 位业主（专有面积 ${area} 平方米）联名提议召开。`,
}

const en: typeof zh = {
  told: 'Who was told beforehand, and what they said',
  toldHint:
    'Time, place, matters and agenda go in writing to the housing authority and the residents’ committee; their people are invited and heard. Say when, how, and what they said.',
  paper: 'Where paper ballots are had and handed in',
  paperHint:
    'Owners without a phone vote as well, and both ballots weigh the same. Place and hours; the notice will say so.',
  parking: 'Parking counts: by which clause of the rules of procedure',
  proposed: 'Owners have asked for it together (extraordinary meeting)',
  proposedHint: 'At least a fifth of all owners, and of the whole area, unless local rules say otherwise.',
  proposers: 'How many owners asked',
  proposersArea: 'Their exclusive area (m²)',
  evidence: 'Where their signatures are kept',
  noticePaper: (place) =>
    `Owners without a phone find paper ballots, and hand them in, at: ${place}. Both weigh the same.`,
  noticeProposal: (owners, area) => `${owners} owners, with ${area} m², have asked for this meeting.`,
}

export const consolePreparationWords = dictionary(zh, en)
