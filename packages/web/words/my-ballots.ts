// The words of looking up one's own ballots.
import { dictionary } from './dictionary.ts'

export const myBallotsWords = dictionary(
  {
    title: '我的票',
    lead: '您投过的票都在这里，过多少年都能查。只有您（和同一户的业主）看得到。',
    none: '名册上还没有您的票。',
    unit: (name: string, area: string) => `${name} · ${area} 平方米`,
    person: '您本人的一票',
    nothing: '没有投票',
    notYet: '还没投',
    notOpen: '还没开始',
    vote: '去投票',
    counts: '计这一张',
    kept: '留存，没有计',
    wrong: '不对？请带身份证到居委会，凭回执核对原票。',
    receipt: '回执（给懂行的人核对）',
    poll: '看这次表决',
    own: '我的票：查自己投过的票',
  },
  {
    title: 'My ballots',
    lead: 'Every ballot of yours is here, however many years ago. Only you, and the other owners of the same unit, see it.',
    none: 'You are on no list yet.',
    unit: (name, area) => `${name} · ${area} m²`,
    person: 'Your own vote',
    nothing: 'No ballot',
    notYet: 'Not yet',
    notOpen: 'Not open yet',
    vote: 'Vote',
    counts: 'this one counts',
    kept: 'kept, not counted',
    wrong: 'Not right? Bring your identity card to the committee and compare with the sheet itself.',
    receipt: 'Receipt (to check it by)',
    poll: 'See the poll',
    own: 'My ballots: look up how you voted',
  },
)
