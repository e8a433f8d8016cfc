// The words of a notice: on its page, on its poster, in what people are told of it, and on the page of an objection.
import type { NoticeLine, NoticeOccasion, PosterSheet, PublicNotice } from '@yishi/contract/notice'
import { localDateOf } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import { BASES } from '@yishi/domain/notice'
import { amountText } from './console-forms.ts'
import { type Language, dictionary } from './dictionary.ts'
import { daysInWords, fullDay } from './moments.ts'

export const noticeKindWords = dictionary<Record<NoticeLine['kind'], string>>(
  { plan: '方案', decision: '决定', result: '结果', list: '名单和其他' },
  { plan: 'Plan', decision: 'Decision', result: 'Result', list: 'List and other' },
)

export const noticeWords = dictionary(
  {
    head: '公示',
    mark: '示',
    number: (community: string, year: number, count: number) => `${community}公示〔${year}〕${count} 号`,
    period: (days: string) => `公示期：${days} 24:00`,
    daysLeft: (days: number) => (days === 1 ? '今天是最后一天' : `还有 ${days} 天`),
    running: '正在公示',
    elapsed: '公示期满',
    told: '公示期满，结果已公示',
    withdrawn: '已经撤下',
    withdrawnHint: '这份公示已经撤下，不再算数。',
    objections: (all: number, waiting: number) => {
      if (all === 0) return '还没有收到不同意见。'
      return waiting === 0 ? `收到 ${all} 条意见，都答复了。` : `收到 ${all} 条意见，${waiting} 条正在答复。`
    },
    blocked: '意见没有答复完，事情不会往下走。',
    hangsAt: (spots: readonly string[]) => `挂在：${spots.join('、')}`,
    basisText: (key: PublicNotice['basis'] & string) =>
      `依据：${BASES[key].source}，${BASES[key].names.zh}，至少 ${BASES[key].minDays} 天`,
    figuresHead: ['项目', '数值'] as [string, string],
    answersTitle: '对意见的答复',
    upheld: '意见采纳',
    notUpheld: '说明',
    ledgerTitle: '和台账对得上',
    ledgerHint: '这份公示的每一个字都记在公开台账里，改一个字就对不上。',
    leaf: (leaf: string) => `台账记录 ${leaf}`,
    checkpoint: (size: number, root: string) => `校验点 ${size} 条 ${root}`,
    checkpointNone: '正在记入台账，过一分钟再看。',
    check: '核对这份公示',
    first: '看原来的公示',
    result: '看公示结果',
    objectTitle: '有不同意见？',
    objectHint: (day: string) => `${day} 24:00 前都可以提。不用登录，不写名字也行；每一条都会答复。`,
    objectOpen: '我有不同意见',
    text: '您的意见',
    textHint: '哪里不妥、为什么、希望怎样',
    name: '怎么称呼您',
    phone: '手机号',
    phoneHint: '留了号码，答复会发给您',
    send: '提交意见',
    refused: {
      'period-over': '公示期已经结束，来不及在这里提了。您写的还在下面，可以打电话或到居委会说，也可以扫墙上的码上报。',
      'already-objected': '您已经对这份公示提过意见了。想改，请打开原来那条，先收回，再重新提。',
      'notice-not-hanging': '这份公示已经撤下，现在不用再提意见了。',
    },
    privacy: '意见的内容和您的名字只有居委会看得到，这一页只写收到几条、怎么答复。',
    checkPage: {
      title: '扫码核对',
      lead: '下面三步都是现算的，不靠我们说。',
      wording: '公示的内容，和写进台账的一字不差',
      included: '这条记录在公开台账里',
      signed: '台账的校验点有居民区的签名',
      yes: '对得上',
      no: '对不上！请保留截图，告诉街镇',
      later: '还在记入，过一分钟再看',
      alone: '自己在电脑上核对',
      aloneHint: '下载这份凭证，用独立的核对程序算一遍，不用联网，也不用信我们的服务器：',
      download: '下载凭证',
      back: '回到公示',
    },
    own: {
      title: '您的意见',
      receipt: '收到了，请留好这个链接',
      receiptHint: '答复写在这一页。截图或收藏，一直能打开。',
      lodged: '已经收到，正等答复。',
      answered: '居委会答复您了。',
      takenBack: '您收回了这条意见。',
      to: '看这份公示',
      answer: '答复',
      upheld: '您的意见采纳了。',
      notUpheld: '这次没有采纳，原因写在下面。',
      takeBack: '收回这条意见',
      takeBackHint: '收回以后就不用答复了，公示还挂着的话可以再提。',
    },
    listed: { title: '公示', until: (day: string) => `公示到 ${day}` },
    poster: {
      box: [
        '有不同意见：',
        (day: string) => `请在 ${day} 24:00 前扫码提出，也可以到居委会当面说。每条意见都会答复。`,
      ] as [string, (day: string) => string],
      caption: '扫码看原文、提意见',
      proof: '扫码可核对：张贴的内容与公开台账一字不差。',
      page: ['第 ', ' 页 共 ', ' 页'] as [string, string, string],
    },
    sentences: {
      hung: (day: string) => `新挂出一份公示，${day} 24:00 前有不同意见都可以提。`,
      objected: '有人对这份公示提了意见，请尽快答复。',
      answered: (upheld: boolean): string =>
        upheld ? '您对公示提的意见采纳了，点开看答复。' : '您对公示提的意见有答复了，点开看看。',
    },
  },
  {
    head: 'Notice',
    mark: '示',
    number: (community: string, year: number, count: number) => `${community} notice ${count} of ${year}`,
    period: (days: string) => `Public ${days}, 24:00`,
    daysLeft: (days: number) => (days === 1 ? 'today is the last day' : `${days} days left`),
    running: 'Now public',
    elapsed: 'Has hung its time',
    told: 'Has hung its time; the result is public',
    withdrawn: 'Withdrawn',
    withdrawnHint: 'This notice was withdrawn and no longer counts.',
    objections: (all: number, waiting: number) => {
      if (all === 0) return 'No objection so far.'
      const received = `${all} ${all === 1 ? 'objection' : 'objections'} received`
      return waiting === 0 ? `${received}, all answered.` : `${received}, ${waiting} waiting for an answer.`
    },
    blocked: 'Nothing goes on until every objection is answered.',
    hangsAt: (spots: readonly string[]) => `Hangs at: ${spots.join(', ')}`,
    basisText: (key: PublicNotice['basis'] & string) =>
      `${BASES[key].names.en}: at least ${BASES[key].minDays} days (${BASES[key].source})`,
    figuresHead: ['Item', 'Amount'] as [string, string],
    answersTitle: 'Answers to objections',
    upheld: 'Upheld',
    notUpheld: 'Explained',
    ledgerTitle: 'Checked against the ledger',
    ledgerHint: 'Every word of this notice stands in the public ledger; change one and it no longer fits.',
    leaf: (leaf: string) => `Ledger entry ${leaf}`,
    checkpoint: (size: number, root: string) => `Checkpoint of ${size} lines ${root}`,
    checkpointNone: 'It is being entered in the ledger; look again in a minute.',
    check: 'Check this notice',
    first: 'See the notice itself',
    result: 'See the result',
    objectTitle: 'You see it differently?',
    objectHint: (day: string) =>
      `You may object until ${day}, 24:00. No account and no name are needed; every objection is answered.`,
    objectOpen: 'I object',
    text: 'Your objection',
    textHint: 'What is wrong, why, and what you would prefer',
    name: 'Your name',
    phone: 'Mobile number',
    phoneHint: 'With a number, the answer is sent to you',
    send: 'Send the objection',
    refused: {
      'period-over':
        'The period is over and it is too late to object here. What you wrote is still below: call or visit the committee, or scan a code on the wall.',
      'already-objected':
        'You have objected to this notice already. To change it, open that objection, take it back, and send a new one.',
      'notice-not-hanging': 'This notice was withdrawn; there is nothing to object to any more.',
    },
    privacy:
      'What you write and your name are seen by the committee alone; this page only counts objections and shows the answers.',
    checkPage: {
      title: 'Check this notice',
      lead: 'All three were computed just now; nothing rests on our word.',
      wording: 'The notice says word for word what was entered in the ledger',
      included: 'The entry stands in the public ledger',
      signed: 'The checkpoint of the ledger is signed by the community',
      yes: 'it fits',
      no: 'it does not fit! Keep a picture of this and tell the street office',
      later: 'being entered; look again in a minute',
      alone: 'Check it on your own computer',
      aloneHint:
        'Download the proof and let the separate verifier compute it again, offline and without trusting our server:',
      download: 'Download the proof',
      back: 'Back to the notice',
    },
    own: {
      title: 'Your objection',
      receipt: 'Received. Please keep this link',
      receiptHint: 'The answer comes on this page. Take a picture or bookmark it; it always opens.',
      lodged: 'Received and waiting for an answer.',
      answered: 'The committee has answered you.',
      takenBack: 'You took this objection back.',
      to: 'See the notice',
      answer: 'Answer',
      upheld: 'Your objection was upheld.',
      notUpheld: 'It was not upheld this time; the reason is below.',
      takeBack: 'Take it back',
      takeBackHint: 'Then nobody answers it; while the notice hangs you may object again.',
    },
    listed: { title: 'Notices', until: (day: string) => `public until ${day}` },
    poster: {
      box: [
        'You see it differently? ',
        (day: string) =>
          `Scan the code until ${day}, 24:00, or tell the committee in person. Every objection is answered.`,
      ] as [string, (day: string) => string],
      caption: 'Scan to read and object',
      proof: 'Scan to check that what hangs here is word for word what stands in the public ledger.',
      page: ['Sheet ', ' of ', ''] as [string, string, string],
    },
    sentences: {
      hung: (day: string) => `A new notice hangs; you may object until ${day}, 24:00.`,
      objected: 'Somebody objects to this notice: please answer soon.',
      answered: (upheld: boolean): string =>
        upheld
          ? 'Your objection to the notice was upheld; open it for the answer.'
          : 'Your objection to the notice has an answer.',
    },
  },
)

export const numberInWords = (
  { number, community }: { readonly number: NoticeLine['number']; readonly community: { readonly name: string } },
  lang: Language,
): string => noticeWords[lang].number(community.name, number.year, number.count)

export const periodInWords = ({ hungAt, lastDay }: Pick<NoticeLine, 'hungAt' | 'lastDay'>, lang: Language): string =>
  noticeWords[lang].period(daysInWords(localDateOf(hungAt as Instant), lastDay, lang))

/** 8f3a 91c2 04be 77d1: in fours, as one compares it from a wall. */
export const inFours = (digits: string): string => digits.replaceAll(/(.{4})(?=.)/gu, '$1 ')

export const fingerprintLines = ({ fingerprint }: Pick<PublicNotice, 'fingerprint'>, lang: Language): string[] => {
  const words = noticeWords[lang]
  if (!fingerprint) return []
  const { leaf, size, root } = fingerprint
  return [words.leaf(inFours(leaf)), ...(size !== null && root !== null ? [words.checkpoint(size, inFours(root))] : [])]
}

export const paragraphsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export const posterSheet = (notice: PublicNotice, lang: Language): PosterSheet => {
  const words = noticeWords[lang]
  const [head, text] = words.poster.box
  return {
    head: words.head,
    title: notice.title,
    number: numberInWords(notice, lang),
    period: periodInWords(notice, lang),
    paragraphs: paragraphsOf(notice.text),
    columns: ['wide', 'narrow'],
    figuresHead: words.figuresHead,
    figures: notice.figures.map((figure) => [figure.what, amountText(figure, lang)]),
    after: [],
    box: { head, text: text(fullDay(notice.lastDay, lang)) },
    caption: words.poster.caption,
    signed: [notice.signer, fullDay(localDateOf(notice.hungAt as Instant), lang)],
    proof: [fingerprintLines(notice, lang).join(' · '), words.poster.proof],
    page: words.poster.page,
  }
}

export const noticeSentence = (occasion: NoticeOccasion, lang: Language): string => {
  const { hung, objected, answered } = noticeWords[lang].sentences
  switch (occasion.told) {
    case 'hung':
      return hung(fullDay(occasion.lastDay, lang))
    case 'objected':
      return objected
    case 'answered':
      return answered(occasion.upheld)
  }
}
