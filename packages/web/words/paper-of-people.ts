// The words of paper ballots where people have sheets and not homes: nobody is called a unit.
import type { ElectorateKind } from '@yishi/domain/poll'
import { consolePaperWords } from './console-paper.ts'
import { type Language, dictionary } from './dictionary.ts'
import { paperBallotWords } from './paper-ballot.ts'

const desk = dictionary(
  {
    alreadyVoted: (channel: string) => `这个人已经有一张票（${channel}）；纸票照录，哪张算数按公布的规则定。`,
    units: '名单',
    choose: '勾选要登记的人',
    deliverTo: (n: number) => `登记送达（${n} 人）`,
    done: (n: number) => `登记了 ${n} 人`,
    nowhere: '没有分楼道的',
    of: '人数',
  },
  {
    alreadyVoted: (channel: string) =>
      `This person already has a ballot that holds (${channel}). Enter the sheet all the same: the declared rule says which counts.`,
    units: 'People',
    choose: 'Tick the people',
    deliverTo: (n: number) => `Note a delivery (${n})`,
    done: (n: number) => `${n} noted`,
    nowhere: 'Of no stairway',
    of: 'People',
  },
)

const printed = dictionary(
  {
    left: (n: number) => `还有 ${n} 人没有排进来：请先选一个楼道。`,
    stairwayOf: (name: string, of: number) => `${name || desk.zh.nowhere}（${of} 人）`,
    none: '这里没有要表决的人。',
    reportLead: (people: number, voted: number) =>
      `共 ${people} 人，已有 ${voted} 人的票。核对单只写投没投，不写投了什么。`,
    rule: '一个人投了两次，按开始前公布的规则算',
    twice: '投了不止一次的人',
    moreLines: (n: number) => `还有 ${n} 人，全部在可以下载的文件里。`,
    notDelivered: '没有送达凭据的人',
  },
  {
    left: (n: number) => `${n} more people are not laid out: choose a stairway first.`,
    stairwayOf: (name: string, of: number) => `${name || desk.en.nowhere} (${of})`,
    none: 'Nobody votes here.',
    reportLead: (people: number, voted: number) =>
      `${people} people, ${voted} with a ballot. It says who has voted, never what.`,
    rule: 'Where somebody voted twice, the rule declared beforehand decides',
    twice: 'People who voted more than once',
    moreLines: (n: number) => `${n} more; the file that can be downloaded has all of them.`,
    notDelivered: 'People without proof of delivery',
  },
)

const areHomes = (electorate: ElectorateKind): boolean => electorate === 'owners' || electorate === 'households'

/** Of the printed sheets and the reconciliation. */
export const paperWordsFor = (electorate: ElectorateKind, lang: Language): (typeof paperBallotWords)['zh'] =>
  areHomes(electorate) ? paperBallotWords[lang] : { ...paperBallotWords[lang], ...printed[lang] }

/** Of the desk in the console. */
export const deskWordsFor = (electorate: ElectorateKind, lang: Language): (typeof consolePaperWords)['zh'] => {
  const words = consolePaperWords[lang]
  if (areHomes(electorate)) return words
  const { of, ...own } = desk[lang]
  return { ...words, ...own, figures: { ...words.figures, of } }
}
