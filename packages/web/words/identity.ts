// The words of claiming one's own home: on its page, on “my matters”, on the page of a poll, and in what people are told.
import type { ClaimOccasion, ClaimStanding, HomeProblem, HomeSaid } from '@yishi/contract/identity'
import { type Language, dictionary } from './dictionary.ts'

type Told = { readonly title: string; readonly body: string }

export const homeWords = dictionary(
  {
    title: '我家的房子',
    lead: '业主在网上投票，先要核对一次身份，以后都不用再核对。没核对也不耽误：纸质票随时可以投。',
    standing: {
      'may-claim': '您还没有核对业主身份，网上暂时投不了业主票。下面填三样就行。',
      owner: '您的业主身份已经确认，可以在网上投票。',
      waits: '您的认领正在核对。核对好了，我们在“我的事”里告诉您。',
      'on-roster': '这个号码在花名册上有别的身份（比如在这里工作）。您要是业主，请居委会在花名册里把房子登记到您名下。',
      'phone-unproved': '认领房子，要先用手机验证码登录，证明号码是您的。',
      'too-many': '三十天里最多认领三次。请带上身份证和房产证，到居委会当面核对。',
      'not-here': '您在这里还没有登记过。请从这里再登录一次，然后认领。',
    } satisfies Record<ClaimStanding, string> as Readonly<Record<ClaimStanding, string>>,
    signIn: '用手机号登录',
    owned: '已确认的房子',
    form: '这是我家的房子',
    formHint: '照房产证填。我们不会告诉您这套房子登记在谁名下。',
    node: '哪栋楼、哪个单元',
    choose: '请选择',
    door: '门牌号',
    doorHint: '比如：502',
    name: '房产证上的姓名',
    send: '提交，请人核对',
    who: '谁来核对：居委会；或者同一套房子里已经核对过的另一位业主。三十天没有核对完，认领作废，可以再来。',
    privacy: '您填的只给居委会和这套房子的其他业主看，只用来核对身份。您的手机号会记到花名册上。',
    waiting: '正在核对',
    wrote: (place: string, name: string) => `${place}，${name}`,
    since: (at: string, until: string) => `${at} 提交，${until}前有效`,
    withdraw: '撤回这份认领',
    refused: '上一份没有确认',
    refusedWhy: (place: string, reason: string) => `${place}：${reason}`,
    again: '可以改好再填，也可以带上身份证和房产证到居委会。',
    asked: '有人说是您家的业主',
    askedHint: '只有当面或者通过电话确认是本人，才请您点“是本人”。点了以后，他就能用这个身份投票，改不回来。',
    askedWho: (name: string, phone: string) => `${name}，手机 ${phone}`,
    confirm: '是本人，我确认',
    doubt: '我不认识，请居委会核对',
    paper: '急着投票？纸质票一样有效，居委会会送到家，也可以自己去投。',
    said: {
      claimed: '收到了。核对好了就告诉您。',
      withdrawn: '撤回了。',
      confirmed: '谢谢，已经确认。',
      doubted: '记下了，居委会会来核对。',
    } satisfies Record<HomeSaid, string> as Readonly<Record<HomeSaid, string>>,
    problems: {
      'staff-needed': '这份认领要由居委会来核对，您不用再做什么。',
      'claim-over': '这份认领已经有结果了。',
      'not-yours': '这份认领不由您确认。',
    } satisfies Record<HomeProblem, string> as Readonly<Record<HomeProblem, string>>,
    me: {
      title: '我的房子',
      confirmed: (homes: string) => `业主身份已确认：${homes}`,
      waits: '业主身份正在核对。核对好以前网上投不了业主票，纸质票随时可以投。',
      none: '还没有核对业主身份：您的业主票网上投不了，纸质票随时可以投。',
      open: { confirmed: '看一看', waits: '看进度', none: '我是业主，去认领' },
    },
    pollClaim: '我是业主，去认领我家的房子',
    pollWaiting: '看核对到哪一步了',
  },
  {
    title: 'My home',
    lead: 'Who is an owner is checked once; after that owners vote online. Until then paper is always possible.',
    standing: {
      'may-claim':
        'You are not confirmed as an owner yet, so your vote cannot be taken online. Three answers are enough.',
      owner: 'You are confirmed as an owner and can vote online.',
      waits: 'Your claim is being checked. You will find the answer under “My matters”.',
      'on-roster':
        'This number stands on the roster as something else, such as somebody who works here. If you own a home, the committee adds it to your name.',
      'phone-unproved': 'To claim a home, sign in by a code to your phone first.',
      'too-many':
        'Three claims in thirty days at most. Please bring your identity card and certificate to the committee.',
      'not-here': 'You are not known here yet. Please sign in again from here, and then claim.',
    },
    signIn: 'Sign in by phone',
    owned: 'Confirmed homes',
    form: 'This is my home',
    formHint: 'As the property certificate says it. We never tell you in whose name a home is.',
    node: 'Building and stairway',
    choose: 'Please choose',
    door: 'Door',
    doorHint: 'Such as: 502',
    name: 'Name on the property certificate',
    send: 'Send it to be checked',
    who: 'Checked by the committee, or by another owner of the same home who is confirmed. After thirty days a claim lapses and may be made anew.',
    privacy:
      'Only the committee and the other owners of this home read it, and only to check. Your number is put on the roster.',
    waiting: 'Being checked',
    wrote: (place: string, name: string) => `${place}, ${name}`,
    since: (at: string, until: string) => `Sent ${at}, good until ${until}`,
    withdraw: 'Take it back',
    refused: 'The last one was not confirmed',
    refusedWhy: (place: string, reason: string) => `${place}: ${reason}`,
    again: 'Correct it and send it again, or bring your identity card and certificate to the committee.',
    asked: 'Somebody says they own your home too',
    askedHint:
      'Say yes only if you have made sure of it face to face or on the phone: they can vote as that owner from then on, and it cannot be undone here.',
    askedWho: (name: string, phone: string) => `${name}, phone ${phone}`,
    confirm: 'It is them, I confirm',
    doubt: 'I do not know them: let the committee check',
    paper: 'In a hurry to vote? Paper counts the same: it is brought to your door, or you hand it in.',
    said: {
      claimed: 'We have it. You will hear when it is checked.',
      withdrawn: 'It is taken back.',
      confirmed: 'Thank you, it is confirmed.',
      doubted: 'Noted: the committee will check.',
    },
    problems: {
      'staff-needed': 'The committee has to check this one; you need not do anything.',
      'claim-over': 'This claim is decided already.',
      'not-yours': 'This claim is not yours to confirm.',
    },
    me: {
      title: 'My homes',
      confirmed: (homes: string) => `Confirmed as an owner: ${homes}`,
      waits: 'Your identity as an owner is being checked. Until then you cannot vote online; paper is always possible.',
      none: 'Not confirmed as an owner yet: your vote cannot be taken online, paper is always possible.',
      open: { confirmed: 'Have a look', waits: 'See how it goes', none: 'I am an owner: claim my home' },
    },
    pollClaim: 'I am an owner: claim my home',
    pollWaiting: 'See how far the check is',
  },
)

const told = dictionary(
  {
    lodged: { title: '有人认领房子', body: '一位居民说自己是业主，请对照花名册核对。' },
    doubted: { title: '一份认领有疑问', body: '同一套房子的业主说不认识认领的人，请居委会核对。' },
    vouch: { title: '有人说是您家的业主', body: '如果是您的家人，请您确认是本人；不认识的，请告诉我们。' },
    confirmed: { title: '业主身份已确认', body: '以后业主投票，您在手机上就能投。' },
    'co-owner-confirmed': {
      title: '您家又确认了一位业主',
      body: '您家另一位业主的身份刚刚确认。要是不对，请马上联系居委会。',
    },
    replaced: {
      title: '您的业主身份换到了别的账号',
      body: '居委会核对后，把您登记的房子换到了另一个手机号名下。要是不对，请马上联系居委会。',
    },
    lapsed: { title: '认领过期了', body: '三十天里没有核对完。请再填一次，或者带上证件到居委会。' },
  } as Readonly<Record<Exclude<ClaimOccasion['told'], 'refused'>, Told>>,
  {
    lodged: { title: 'Somebody claims a home', body: 'A resident says they own it. Please compare with the roster.' },
    doubted: {
      title: 'A claim is doubted',
      body: 'An owner of the same home does not know the claimant: please check.',
    },
    vouch: {
      title: 'Somebody says they own your home too',
      body: 'If it is your family, please confirm it; if not, tell us.',
    },
    confirmed: { title: 'You are confirmed as an owner', body: 'From now on you can vote from your phone.' },
    'co-owner-confirmed': {
      title: 'Another owner of your home is confirmed',
      body: 'If this is not right, please tell the committee at once.',
    },
    replaced: {
      title: 'Your identity as an owner has moved to another account',
      body: 'The committee has checked it and given your home to another number. If this is not right, tell them at once.',
    },
    lapsed: {
      title: 'Your claim has lapsed',
      body: 'It was not checked within thirty days. Please send it again, or come to the committee.',
    },
  },
)

const refused = dictionary(
  {
    title: '这次没能确认业主身份',
    body: (reason: string) => `居委会说：${reason} 可以改好再填，也可以带上证件当面核对；纸质票不受影响。`,
  },
  {
    title: 'Your identity as an owner was not confirmed',
    body: (reason: string) =>
      `The committee says: ${reason} Correct it and send it again, or bring your papers; paper ballots are not affected.`,
  },
)

export const claimSentence = (occasion: ClaimOccasion, lang: Language): Told =>
  occasion.told === 'refused'
    ? { title: refused[lang].title, body: refused[lang].body(occasion.reason) }
    : told[lang][occasion.told]
