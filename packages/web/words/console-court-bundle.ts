// The panel in the console from which a court bundle is asked for and taken, and what whoever asked hears of it.
import type { AskedBundle, BundleOccasion, BundleStage } from '@yishi/contract/court-bundle'
import type { Language } from '@yishi/domain/kernel'
import { dictionary } from './dictionary.ts'
import { fullMoment } from './moments.ts'

/** As disks and browsers count: thousands. */
const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

const zh = {
  panel: '表决卷宗',
  panelLead:
    '打官司、复核要用的，一次取齐：规则条文、名册指纹、送达凭据、告知提醒、收发登记、票面照片、各渠道核对、逐条计算、公告、台账证明。',
  ofQuestion: (number: number, of: number) =>
    `一起表决的 ${of} 题各有一份，这一份是第 ${number} 题的：票、计算和结果只有这一题，名册、公告、收发登记和票面照片是整张票的。`,
  panelPersonal:
    '里面有各户业主姓名、各票选择和票面照片，没有电话和证件号。只给法院或复核用；制作和每次取走，都会记进公开台账。',
  make: '制作表决卷宗',
  makeHint: (days: number) => `后台制作，户数多时要几分钟；做好发消息通知您，${days} 天内随时下载。`,
  making: '正在制作',
  askedLine: (by: string, at: string) => `${by} ${at} 申请`,
  again: (n: number) => `中途断过，这是第 ${n} 次制作`,
  stages: {
    waiting: '排队等候',
    lists: '整理名册和台账',
    registers: '排印各户登记',
    papers: '写总报告',
    packing: '打包',
  } as Readonly<Record<BundleStage, string>>,
  doneShare: (percent: number) => `完成约 ${percent}%`,
  leave: '可以离开本页，做好会发消息。',
  ready: '卷宗做好了',
  contents: (files: number, bytes: number) => `${files} 个文件，${sizeText(bytes)}`,
  until: (at: string) => `保存到 ${at}，到时自动删除；在那之前可以反复下载，断了能接着下。`,
  take: '下载表决卷宗（ZIP）',
  anew: '重新制作一份',
  anewHint: '做好以后又有了异议或公告，可以再做一份，旧的随即删除。',
  failed: '没有做成',
  gone: '上一份已删除',
  whys: {
    'disk-full': '服务器硬盘快满了，没有留下半份文件。请管理员腾出空间再试。',
    broken: '试了几次都没成，请联系管理员查看日志。',
    'result-missing': '期间结果被收回重新清点，等新的结果出来再做。',
    time: '保存期已到。',
    replaced: '已被新的一份取代。',
    lost: '服务器上的文件不见了，可能换过硬盘或恢复过备份。',
  } as Readonly<Record<NonNullable<AskedBundle['why']>, string>>,
  taken: '已取走',
  takenLine: (by: string, at: string, files: number) => `${by} · ${at} · ${files} 个文件`,
}

const en: typeof zh = {
  panel: 'Court bundle',
  panelLead:
    'All that a court or a review asks for, at once: rule and articles, fingerprint of the list, proofs of delivery, telling and warning, registers, photographs of sheets, channels reconciled, every sum, notices, ledger proofs.',
  ofQuestion: (number, of) =>
    `Each of the ${of} questions has a bundle of its own. This one is question ${number}’s: its ballots, sums and result alone; list, notices, registers and photographs are those of the whole sheet.`,
  panelPersonal:
    'In it are owners’ names, what every ballot says, and photographs of sheets; no telephone and no identity numbers. For courts and reviews only; that it was made, and each time that it is taken, stands in the public ledger.',
  make: 'Make the court bundle',
  makeHint: (days) =>
    `It is made in the background, with many units in some minutes; you get a message, and can download it for ${days} days.`,
  making: 'Being made',
  askedLine: (by, at) => `asked for by ${by}, ${at}`,
  again: (n) => `interrupted before; this is attempt ${n}`,
  stages: {
    waiting: 'Waiting for its turn',
    lists: 'Lists and ledger',
    registers: 'Setting the registers of the units',
    papers: 'Writing the report',
    packing: 'Packing',
  },
  doneShare: (percent) => `about ${percent}% done`,
  leave: 'You can leave this page: a message comes when it is ready.',
  ready: 'The bundle is ready',
  contents: (files, bytes) => `${files} files, ${sizeText(bytes)}`,
  until: (at) =>
    `Kept until ${at}, then removed by itself; until then you can download it as often as you need, and go on where a line broke.`,
  take: 'Download the court bundle (ZIP)',
  anew: 'Make another one',
  anewHint: 'If objections or notices have come since, make another one: the old one is removed then.',
  failed: 'It could not be made',
  gone: 'The last one has been removed',
  whys: {
    'disk-full':
      'The server’s disk is nearly full; nothing was left half done. Ask whoever runs it to make room, then try again.',
    broken: 'It failed several times: ask whoever runs the server to look into its log.',
    'result-missing': 'The result was taken back meanwhile, to be counted again; make one of the new result.',
    time: 'It was kept as long as was said.',
    replaced: 'A newer one is in its place.',
    lost: 'Its file is not on the server any more; the disk may have been changed, or a backup restored.',
  },
  taken: 'Taken so far',
  takenLine: (by, at, files) => `${by} · ${at} · ${files} files`,
}

export const consoleCourtBundleWords = dictionary(zh, en)

type Told = { readonly title: string; readonly body: string }

const told = dictionary(
  {
    ready: '表决卷宗做好了',
    readyBody: (question: string, until: string) => `“${question}”的卷宗可以下载了，保存到 ${until}。`,
    failed: '表决卷宗没有做成',
    failedBody: (question: string, why: string) => `“${question}”的卷宗没有做成：${why}`,
  },
  {
    ready: 'The court bundle is ready',
    readyBody: (question: string, until: string) => `The bundle of “${question}” can be downloaded until ${until}.`,
    failed: 'The court bundle could not be made',
    failedBody: (question: string, why: string) => `The bundle of “${question}” could not be made: ${why}`,
  },
)

export const courtBundleSentence = (occasion: BundleOccasion, question: string, lang: Language): Told => {
  const words = told[lang]
  return occasion.told === 'ready'
    ? { title: words.ready, body: words.readyBody(question, fullMoment(occasion.goesAt)) }
    : { title: words.failed, body: words.failedBody(question, consoleCourtBundleWords[lang].whys[occasion.why]) }
}
