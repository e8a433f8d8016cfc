// What whoever signed up after a list was fixed is told: why they are not on it, and where an owner goes.
import { dictionary } from './dictionary.ts'

export const cameLaterWords = dictionary(
  {
    why: (day: string) =>
      `投票名单是 ${day} 开始那天定下的，您在那以后才登记，所以这次还没有您。下一次定名单，会看那时登记的人。`,
    owner: '您若是这里的业主，名单上多半有您家业主那一行：先核对身份，核对好了就能投。',
    claim: '去核对业主身份',
  },
  {
    why: (day: string) =>
      `The list was fixed on ${day}, when voting began, and you signed up after that, so you are not on it. The next list is drawn from those who are signed up then.`,
    owner:
      'If you own a home here, the list most likely has its owner: have it checked that this is you, and you can vote.',
    claim: 'Show that it is my home',
  },
)
