// The words of an agenda: several questions that are asked together, one a screen, and the overview at the end.
import { dictionary } from './dictionary.ts'

export const pollAgendaWords = dictionary(
  {
    place: (number: number, of: number) => `第 ${number} 题，共 ${of} 题`,
    after: (number: number) => `第 ${number} 题投好了。请看这一题。`,
    skip: '这题先不投，看下一题',
    next: '看下一题',
    all: '看全部题目和回执',
    title: '这次表决的全部题目',
    lead(answered: number, of: number) {
      if (answered === of) return `${of} 题都投好了，回执在各题下面，请留好。`
      return answered === 0
        ? `一共 ${of} 题，一题一题来。`
        : `投好 ${answered} 题，还有 ${of - answered} 题没投。没投的题只算这一题没投，不影响别的题。`
    },
    over: (answered: number, of: number) =>
      answered === 0
        ? '投票结束了，这次您没有投。'
        : `投票结束了。一共 ${of} 题，您投了 ${answered} 题，回执在各题下面。`,
    look: (of: number) => `一次大会，同一张名册，${of} 题各按各的规则算。`,
    blank: '还没投',
    left: '这一题您没有投',
    vote: (number: number) => `去投第 ${number} 题`,
    view: (number: number) => `看第 ${number} 题`,
    receipt: '这一题的回执',
    number: (number: number) => `第 ${number} 题`,
    explained: '各题的详细说明见会前公告。',
    eachSilence: (number: number, silence: string) => `第 ${number} 题：${silence}`,
    together: '一起表决的题目',
  },
  {
    place: (number, of) => `Question ${number} of ${of}`,
    after: (number) => `Question ${number} is cast. Here is the next one.`,
    skip: 'Leave this one, go to the next',
    next: 'To the next question',
    all: 'All questions and receipts',
    title: 'All questions of this vote',
    lead(answered, of) {
      if (answered === of) return `All ${of} are cast; the receipt stands under each. Please keep them.`
      return answered === 0
        ? `${of} questions, one after another.`
        : `${answered} cast, ${of - answered} left. A question that you leave is silent by itself and changes none of the others.`
    },
    over: (answered, of) =>
      answered === 0
        ? 'Voting is over. You did not vote this time.'
        : `Voting is over. You voted on ${answered} of ${of}; the receipt stands under each.`,
    look: (of) => `One assembly, one list; each of the ${of} questions is counted by its own rule.`,
    blank: 'Not cast yet',
    left: 'You did not vote on this one',
    vote: (number) => `Vote on question ${number}`,
    view: (number) => `See question ${number}`,
    receipt: 'The receipt of this question',
    number: (number) => `Question ${number}`,
    explained: 'What stands behind each question is in the notice.',
    eachSilence: (number, silence) => `Question ${number}: ${silence}`,
    together: 'Asked together',
  },
)
