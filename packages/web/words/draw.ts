// Words of a draw on its public page: what is drawn from what, when nobody can know it yet, who was drawn, and how to compute it again.
import type { DrawOccasion, DrawPage, DrawView, SourceView } from '@yishi/contract/draw'
import { type LocalDate, addDays, localDateOf } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import { type Language, dictionary } from './dictionary.ts'
import { fullDay, plainMoment } from './moments.ts'

type Texts = Readonly<Record<DrawView['status'], string>>

const zh = {
  mark: '签',
  kicker: '抽签',
  status: {
    announced: '已公告，还没抽',
    drawn: '抽好了，正在听意见',
    objected: '抽好了，有意见正在答复',
    settled: '结果生效',
    annulled: '作废',
  } as Texts,
  about: (code: string) => `事项 ${code}`,
  announced: (at: string) => `${at} 公告`,
  waiting: (at: string) => `${at} 号码公布以后，当场算出结果。在这之前，谁也不知道结果，谁也改不了签和号源。`,
  waitingNow: '号码已经公布，正等两个人各填一遍；填得一样，当场算出结果。',
  annulled: (reason: string) => `这次抽签作废了：${reason}`,
  annulledByStage: '这件事已经往下走了，这次抽签不作数。',
  annulledLate: '作废的时候，号码可能已经有人知道了。签池、号码和原因都留在这里，大家可以核对。',
  result: '结果',
  resultOf: (of: number, from: number) => `${from} 支签里抽出 ${of} 支，按抽出的先后排。`,
  turn: '先后',
  lot: '签',
  turnNumber: (n: number) => `${n}`,
  agrees: '本页刚刚重新算过，和台账里的结果一样。',
  differs: '本页重新算出来的和台账里的结果不一样！请保留截图，告诉街镇。',
  pool: (name: string) => (name === '' ? '签池' : `签池：${name}`),
  poolHint: (pool: number, count: number) => `一共 ${pool} 支，抽 ${count} 支。号码按公告的顺序数。`,
  sources: '号码从哪里来',
  sourcesHint: '都是抽签之前就说好的，来自外面，谁也左右不了。',
  kinds: { drand: '公共随机数', lottery: '公开摇奖', dice: '当众掷骰' } as Readonly<Record<SourceView['kind'], string>>,
  drand: (round: number) => `drand quicknet 第 ${round} 期，全世界同时公布，带签名`,
  lottery: (name: string, numbers: number, least: number, most: number) =>
    `${name}：${least}–${most} 里的 ${numbers} 个号`,
  dice: (name: string, throws: number, sides: number) => `${name}：${sides} 面骰，掷 ${throws} 次，按先后记`,
  at: (at: string) => `${at} 公布`,
  outcome: (numbers: string) => `号码 ${numbers}`,
  randomness: '随机数',
  signature: '签名（验证过）',
  twoPeople: '两个人分别填的，一样',
  firstOnly: '第一个人填好了，等第二个人填一遍',
  differed: (times: number) => `有 ${times} 次两个人填得不一样，都重新填了`,
  steps: '一步一步怎么算的',
  stepsHint:
    '把号码排成一串作钥匙；每一步算一个摘要，除以还剩几支签，余几就从头数过几支，抽出下一支（RFC 3797，SHA-256）。',
  stepsOpen: (n: number) => `看 ${n} 步算式`,
  stepsOf: (name: string) => `“${name}”这一轮`,
  key: '钥匙',
  step: (n: number) => `第 ${n} 步`,
  division: (divisor: number, remainder: number) => `除以 ${divisor}，余 ${remainder}`,
  drawn: (position: number, lot: string) => `抽中第 ${position} 支：${lot}`,
  check: '自己算一遍',
  checkHint:
    '下载这份文件，放进“一事”程序的文件夹，在那里运行下面这一行，就在您自己的电脑上重算一遍，不用信我们的服务器：',
  checkEarly: '抽出来以后，这里可以下载文件，自己算一遍。',
  download: '下载抽签文件',
  poster: '打印出来贴',
  posterHint: '有签池、号源、结果和怎么核对，给不用手机的邻居看。',
  posterOn: (paper: string) => `打印海报 ${paper}（PDF）`,
  ledger: '公告在台账里',
  ledgerHint: '签池和号源在号码公布之前就记进了公开台账，改一个字就对不上。',
  digest: (digest: string) => `公告摘要 ${digest}`,
  leaf: (leaf: string) => `台账记录 ${leaf}`,
  checkpoint: (size: number, root: string) => `校验点 ${size} 条 ${root}`,
  checkpointNone: '正在记入台账，过一分钟再看。',
  proof: '下载公告凭证',
  objections: '有不同意见？',
  until: (day: string) => `${day} 24:00 前，住在这里、在这里工作的人都可以提，每条都会由另一个人答复。`,
  none: '还没有收到不同意见。',
  counted: (all: number, waiting: number) =>
    waiting === 0 ? `收到 ${all} 条意见，都答复了。` : `收到 ${all} 条意见，${waiting} 条正在答复。`,
  objecting: {
    may: '哪里不对、您是怎么看到的，请写清楚。',
    'sign-in': '要提意见，请先用手机号登录。',
    'not-here': '住在这里、在这里工作的人才能提。',
    done: '您已经提过了，答复会写在这一页。',
    closed: '提意见的时间已经过了。',
  } as Readonly<Record<DrawPage['objecting'], string>>,
  signIn: '登录',
  grounds: '您的意见',
  groundsHint: '最多 1000 字',
  send: '提交意见',
  privacy: '您写的话和名字只有居委会看得到；这一页只写收到几条、怎么答复。',
  answers: '对意见的答复',
  upheld: '意见采纳，这次抽签作废',
  notUpheld: '说明',
  sentences: {
    announced: (from: string) => `要抽签了：哪些签、号码从哪里来，现在都写明了，请您先看看。最早 ${from} 出号码。`,
    drawn: (lastDay: string) => `抽好了，结果和每一步都在里面，您可以自己再算一遍。有意见的，${lastDay} 24:00 前提。`,
    annulled: (reason: string) => `这次抽签作废了：${reason}`,
    annulledByStage: '这件事已经往下走了，这次抽签不作数。',
    settled: '提意见的日子过了，抽签结果生效。',
    objected: '有人对抽签提了意见，请您答复。没答复完，结果不能生效。',
    answered: '您对抽签的意见有答复了，请您看看。',
  },
}

const en: typeof zh = {
  mark: '签',
  kicker: 'Draw',
  status: {
    announced: 'Announced, not drawn yet',
    drawn: 'Drawn; objections are open',
    objected: 'Drawn; an objection waits for its answer',
    settled: 'The result stands',
    annulled: 'Void',
  },
  about: (code) => `Matter ${code}`,
  announced: (at) => `announced ${at}`,
  waiting: (at) =>
    `The result is computed as soon as the numbers are public, ${at}. Until then nobody knows it, and nobody can change the lots or the sources.`,
  waitingNow: 'The numbers are public. Two people enter them, each alone; once they agree, the result is there.',
  annulled: (reason) => `This draw does not count: ${reason}`,
  annulledByStage: 'The matter has gone on, and this draw does not count.',
  annulledLate:
    'When it was declared void, somebody may have known the numbers. Lots, numbers and the reason stay here for everybody to check.',
  result: 'Result',
  resultOf: (of, from) => `${of} of ${from} lots, in the order in which they were drawn.`,
  turn: 'Turn',
  lot: 'Lot',
  turnNumber: (n) => `${n}`,
  agrees: 'Computed again for this very page: it is what the ledger holds.',
  differs: 'Computed again for this page, it is not what the ledger holds! Keep a picture and tell the street office.',
  pool: (name) => (name === '' ? 'Lots' : `Lots: ${name}`),
  poolHint: (pool, count) => `${pool} lots, of which ${count} are drawn. They are counted as they stand here.`,
  sources: 'Where the numbers come from',
  sourcesHint: 'All were named before the draw and come from outside, where nobody here can move them.',
  kinds: { drand: 'Public beacon', lottery: 'Public lottery', dice: 'Dice before witnesses' },
  drand: (round) => `drand quicknet round ${round}, signed and public to the whole world at once`,
  lottery: (name, numbers, least, most) =>
    `${name}: ${numbers} ${numbers === 1 ? 'number' : 'numbers'} of ${least}–${most}`,
  dice: (name, throws, sides) => `${name}: ${throws} throws of a die with ${sides} sides, in their order`,
  at: (at) => `public ${at}`,
  outcome: (numbers) => `Numbers ${numbers}`,
  randomness: 'Random value',
  signature: 'Signature (verified)',
  twoPeople: 'two people entered the same, each alone',
  firstOnly: 'a first person has entered it; a second has to',
  differed: (times) => `${times === 1 ? 'Once' : `${times} times`} two people differed, and it was entered again`,
  steps: 'How it was computed, step by step',
  stepsHint:
    'The numbers in a row are the key. Each step takes a digest and divides it by how many lots are left; the rest says how many to pass over before the next is drawn (RFC 3797, SHA-256).',
  stepsOpen: (n) => `See all ${n} steps`,
  stepsOf: (name) => `Round “${name}”`,
  key: 'Key',
  step: (n) => `Step ${n}`,
  division: (divisor, remainder) => `divided by ${divisor}, rest ${remainder}`,
  drawn: (position, lot) => `draws lot ${position}: ${lot}`,
  check: 'Compute it yourself',
  checkHint:
    'Download this file into the folder of the Yishi program and run this there; it computes the draw again on your own computer, without trusting our server:',
  checkEarly: 'Once it is drawn, you can download the file here and compute it yourself.',
  download: 'Download the draw',
  poster: 'On paper',
  posterHint: 'Lots, sources, result and how to check it, for neighbours without a phone.',
  posterOn: (paper) => `Poster ${paper} (PDF)`,
  ledger: 'The announcement is in the ledger',
  ledgerHint:
    'Lots and sources were entered in the public ledger before the numbers were known; change one word and it no longer fits.',
  digest: (digest) => `Digest of the announcement ${digest}`,
  leaf: (leaf) => `Ledger entry ${leaf}`,
  checkpoint: (size, root) => `Checkpoint of ${size} lines ${root}`,
  checkpointNone: 'It is being entered in the ledger; look again in a minute.',
  proof: 'Download the proof',
  objections: 'You see it differently?',
  until: (day) =>
    `Until ${day}, 24:00, whoever lives or works here may object; each objection is answered by somebody else.`,
  none: 'No objection so far.',
  counted: (all, waiting) => {
    const received = `${all} ${all === 1 ? 'objection' : 'objections'} received`
    return waiting === 0 ? `${received}, all answered.` : `${received}, ${waiting} waiting for an answer.`
  },
  objecting: {
    may: 'Say what is wrong, and how you came to see it.',
    'sign-in': 'To object, please sign in with your phone number first.',
    'not-here': 'Whoever lives or works here may object.',
    done: 'You have objected; the answer will stand on this page.',
    closed: 'The days for objections are over.',
  },
  signIn: 'Sign in',
  grounds: 'Your objection',
  groundsHint: 'At most 1000 characters',
  send: 'Send the objection',
  privacy:
    'What you write and your name are seen by the committee alone; this page counts objections and shows answers.',
  answers: 'Answers to objections',
  upheld: 'Upheld: this draw does not count',
  notUpheld: 'Explained',
  sentences: {
    announced: (from) =>
      `There will be a draw: what it draws from and where its numbers come from stand written now. The first number comes out on ${from}.`,
    drawn: (lastDay) =>
      `Drawn: the result and every step are inside, and you can compute them yourself. Objections are taken until ${lastDay}, 24:00.`,
    annulled: (reason) => `This draw does not count: ${reason}`,
    annulledByStage: 'Its matter has gone on, so this draw does not count.',
    settled: 'The days for objections are over: the result of the draw holds.',
    objected:
      'Somebody objects to the draw: please answer. Until every objection is answered the result does not hold.',
    answered: 'Your objection to the draw has been answered; please have a look.',
  },
}

export const drawWords = dictionary(zh, en)

export const sourceInWords = (source: SourceView, lang: Language): string => {
  const words = drawWords[lang]
  const { kind, name, numbers, least, most, round } = source
  if (kind === 'drand') return words.drand(round ?? 0)
  return kind === 'lottery' ? words.lottery(name, numbers, least, most) : words.dice(name, numbers, most)
}

/** 24:00 of a day is the first moment of the next. */
export const lastObjectionDay = (until: string, lang: Language): string =>
  fullDay(addDays(localDateOf(until as Instant), -1), lang)

export const lastMoment = ({ sources }: Pick<DrawView, 'sources'>): string =>
  sources
    .map(({ at }) => at)
    .toSorted()
    .at(-1) ?? ''

export const whenKnown = (draw: Pick<DrawView, 'sources'>, lang: Language): string =>
  plainMoment(lastMoment(draw), lang)

export const drawSentence = (occasion: DrawOccasion, lang: Language): string => {
  const { sentences } = drawWords[lang]
  switch (occasion.told) {
    case 'announced':
      return sentences.announced(plainMoment(occasion.from, lang))
    case 'drawn':
      return sentences.drawn(fullDay(occasion.lastDay as LocalDate, lang))
    case 'annulled':
      return occasion.reason === '' ? sentences.annulledByStage : sentences.annulled(occasion.reason)
    case 'answered':
    case 'objected':
    case 'settled':
      return sentences[occasion.told]
  }
}
