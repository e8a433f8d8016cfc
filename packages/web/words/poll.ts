// The words of voting: the question page, its two steps, the result with its arithmetic, and the sheet on paper.
import { type Amounts, type Measure, type PollRule, type Question, spoilOf } from '@yishi/domain/poll'
import { markText } from './candidates.ts'
import { type Language, dictionary } from './dictionary.ts'
import { listText } from './list-text.ts'
import { ballotLines, preferenceSentences, preferenceWords } from './preference.ts'
import { preferenceSheetWords, spoilSentence } from './preference-sheet.ts'

const zh = {
  mark: '决',
  status: {
    announced: '即将表决',
    open: '正在表决',
    closed: '已截止，正在核对',
    counting: '正在计票',
    preliminary: '初步结果，听取异议',
    decided: '表决结果',
    withdrawn: '表决已撤回',
  },
  about: (code: string) => `关于事项 ${code}`,
  turnout: (cast: number, of: number) => `已有 ${cast} 人投票，共 ${of} 人`,
  turnoutUnits: (cast: number, of: number) => `已交回 ${cast} 户的票，共 ${of} 户`,
  meaning: '这是要定什么',
  yourVote: '您的一票',
  chooseOne: '请选一个',
  chooseSome: (most: number) => `最多选 ${most} 个；要弃权就只勾弃权`,
  next: '下一步，核对',
  check: '请核对',
  youChose: '您选的是',
  confirm: '确认投票',
  change: '返回重选',
  confirmHint: '点“确认投票”才算数。别人看不到您选了什么，公布的只有总数。',
  voted: (choice: string) => `您已经投了：${choice}`,
  notedForYou: (choice: string) => `工作人员在现场替您记的是：${choice}`,
  mayChange: '想改？截止前可以再投，以最后一次为准',
  receiptTitle: '收到您的票了',
  receiptHint: '回执请留好。将来凭它可以查：您的票在公开台账上，没有被改动。',
  receiptProof: '给懂行的人：签名回执',
  unfit: '这样选不算：请按要求选，别多选',
  standing: {
    'sign-in': '要投票，请先用手机号登录。',
    'not-listed': '这次由名册上的人投票，名册里没有您。您可以看结果，有话可以跟居委会说。',
    unconfirmed: '您的业主身份还没有核对好，网上暂时投不了。纸质票一样有效，随时可以投。',
    'in-hall': '这次在会场投票：举手或投纸票，手机上不投。',
    'co-owner': '您家这一户已由另一位共有人来投：一户一票。要换成您投，请几位共有人都签字，到居委会改。',
    soon: '还没开始，到时候请您来投。名册有错，请在会前公告里提异议。',
    over: '投票已经截止。',
    withdrawn: '这次表决撤回了，不作数。',
    counting: '票收齐了，正在由两个人分别核对。',
  },
  unitsTitle: '您家的票',
  weight: (heads: number, area: string) => `算 ${heads} 人，共 ${area} 平方米`,
  weightHeads: (heads: number) => `算 ${heads} 人`,
  weightHeadsHint: '几套房子同一个业主算一个人，不看面积。您选一次，名下各户都按这个投。',
  weightHint: '人数、面积分开算：几套房子同一个业主算一个人，面积加在一起。您选一次，名下各户都按这个投。',
  unitArea: (area: string) => `${area} 平方米`,
  unitState: { blank: '还没投', cast: '已投', other: (name: string) => `由${name}投` },
  forOwners: '这一户有几位共有人：您先投，就算大家推选您来投；请先和家里人商量好。',
  householdHint: '一户一票：不看面积，也不看家里几口人；有几套房就有几票，您选一次，各户都按这个投。',
  forHousehold: '家里有几位都能投，谁先投就算这一户的：请先和家里人商量好。',
  oneForHousehold:
    '一户一票，您家这一票由家里另一位来投，您这次没有再记一票。想改，请他在截止前改投，或请居委会改由您来投。',
  dates: (from: string, to: string) => `表决时间：${from} 至 ${to}`,
  scope: (name: string) => `表决范围：${name || '受影响的各户'}`,
  notice: '会前公告与名册异议',
  resultNotice: '结果公示与异议',
  silenceTitle: '不投票会怎样',
  silence: {
    strict: '没有交回的票不算参与表决，也不算同意或反对。',
    'delivered-counts': '送达了没有交回的票，算参与表决，不算同意。',
    'follow-majority': '送达、告知、提醒三样都有凭据，而没有交回的票，随已投票的多数；缺一样，就不算参与。',
  },
  basis: (text: string) => `依据：${text}`,
  signIn: '登录后投票',
  rule: '怎样才算通过',
  ruleName: (name: string) => `按“${name}”的规则`,
  every: '人数、面积各算各的，都要达到',
  law: (articles: string) => `依据：${articles}`,
  caution: '请注意',
  passed: '通过',
  failed: '没有通过',
  chosen: (names: string) => `选定：${names}`,
  nothingChosen: '没有哪一项达到要求',
  figures: '票数',
  list: (amounts: string) => `名册总数：${amounts}`,
  present: '参加',
  participants: '参与表决',
  returned: '交回的票',
  silent: '送达没交回',
  proven: '其中三样凭据齐全',
  ofList: '占名册',
  ofParticipants: '占参与表决',
  ofPresent: '占参加',
  choices: { for: '同意', against: '反对', abstain: '弃权', invalid: '无效' } as Readonly<Record<string, string>>,
  arithmetic: '一条一条算给您看',
  strictBeside: '只算交回的票，是这样',
  zones: '各片区',
  zone: (name: string, passed: boolean, vetoed: boolean) =>
    `${name}：${vetoed ? '否决' : passed ? '同意' : '没有同意'}`,
  preliminary: '这是初步结果，公示期内可以提异议。',
  arithmeticOf: (option: string) => `“${option}”`,
  checkTitle: '自己动手核对',
  checkLead: '下载计票数据，放进“一事”程序的文件夹，在那里运行下面这一行，就在您自己的电脑上重算一遍：',
  download: '下载计票数据',
  sheet: '打印结果单',
  print: '打印',
  printHint: '没有反应时，请用浏览器菜单里的“打印”。',
  sheetTitle: '表决结果公布单',
  sheetMatter: '事项',
  sheetQuestion: '表决内容',
  sheetRule: '表决规则',
  sheetDates: '表决时间',
  sheetScope: '表决范围',
  sheetRegime: '未交回的票',
  sheetLaw: '依据的条文',
  law278: {
    half: '《民法典》第二百七十八条：应当由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决；并应当经参与表决专有部分面积过半数的业主且参与表决人数过半数的业主同意。',
    'three-quarters':
      '《民法典》第二百七十八条：应当由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决；决定本项，应当经参与表决专有部分面积四分之三以上的业主且参与表决人数四分之三以上的业主同意。',
  },
  sheetResult: '结果',
  sheetDigest: (digest: string) => `表决人名册指纹（SHA-256）：${digest}`,
  sheetCheck: (url: string) => `任何人都可以在这里核对：${url}`,
  sheetSign: ['计票人（签名）', '监票人（签名）', '公布日期'],
  sheetPending: '还没有结果。',
  from: (from: string, to: string) => `${from} 至 ${to}`,
}

const en: typeof zh = {
  mark: '决',
  status: {
    announced: 'Voting begins soon',
    open: 'Voting is open',
    closed: 'Closed, being reconciled',
    counting: 'Being counted',
    preliminary: 'Preliminary result, open to objections',
    decided: 'Result',
    withdrawn: 'Withdrawn',
  },
  about: (code) => `About matter ${code}`,
  turnout: (cast, of) => `${cast} of ${of} have voted`,
  turnoutUnits: (cast, of) => `The ballots of ${cast} of ${of} units are in`,
  meaning: 'What is being decided',
  yourVote: 'Your vote',
  chooseOne: 'Choose one',
  chooseSome: (most) => `Choose up to ${most}; to abstain, tick only that`,
  next: 'Next: check it',
  check: 'Please check',
  youChose: 'You chose',
  confirm: 'Cast the vote',
  change: 'Choose again',
  confirmHint: 'It counts once you press “Cast the vote”. Nobody sees what you chose; only totals are published.',
  voted: (choice) => `You have voted: ${choice}`,
  notedForYou: (choice) => `Noted for you in the hall: ${choice}`,
  mayChange: 'Changed your mind? Until the close you may vote again, and the last one counts',
  receiptTitle: 'Your vote is in',
  receiptHint: 'Please keep the receipt. It proves later that your vote stands in the public ledger, unaltered.',
  receiptProof: 'For those who know: the signed receipt',
  unfit: 'That is not a valid choice: please choose as asked, and no more',
  standing: {
    'sign-in': 'To vote, please sign in with your phone number first.',
    'not-listed':
      'Those on the list vote this time, and you are not among them. You can see the result, and tell the committee what you think.',
    unconfirmed:
      'You are not confirmed as an owner yet, so your vote cannot be taken online. Paper counts the same and is always possible.',
    'in-hall': 'This vote is taken in the hall, by hands or on paper, and not on the phone.',
    'co-owner':
      'Another owner of your unit votes for it: one unit, one ballot. To change that, all of you sign, and the residents’ committee notes it.',
    soon: 'It has not begun. Is something wrong on the list? Please object under the notice.',
    over: 'Voting has closed.',
    withdrawn: 'This poll was withdrawn and does not count.',
    counting: 'All votes are in; two people are checking the figures separately.',
  },
  unitsTitle: 'The ballots of your units',
  weightHeads: (heads) => (heads === 1 ? '1 head' : `${heads} heads`),
  weightHeadsHint:
    'Several homes of one owner are one head, whatever their area. You choose once, for all units of yours.',
  weight: (heads, area) => `${heads === 1 ? '1 head' : `${heads} heads`}, ${area} m² in all`,
  weightHint:
    'Heads and areas are counted apart: several homes of one owner are one head, their areas add up. You choose once, for all units of yours.',
  unitArea: (area) => `${area} m²`,
  unitState: { blank: 'not yet', cast: 'voted', other: (name) => `${name} votes` },
  forOwners: 'This unit has several owners: if you vote first, you vote for all of them. Please agree at home before.',
  householdHint:
    'One ballot for each household, whatever its area and however many live there. With several homes you choose once, for all of them.',
  forHousehold:
    'Anybody of your household may vote, and whoever is first votes for all of it. Please agree at home before.',
  oneForHousehold:
    'One household, one ballot: somebody else of yours casts it, and nothing more was recorded from you. To change it, ask them to vote again before the close, or ask the committee to let you vote instead.',
  dates: (from, to) => `Voting: ${from} to ${to}`,
  scope: (name) => `Who is asked: ${name || 'the units affected'}`,
  notice: 'The notice, and objections to the list',
  resultNotice: 'The result notice, and objections',
  silenceTitle: 'If nobody answers',
  silence: {
    strict: 'A ballot that is not returned takes no part, and counts neither for nor against.',
    'delivered-counts': 'A ballot that was delivered and not returned takes part, and does not count for.',
    'follow-majority':
      'A ballot that was delivered, told of and warned about, each with proof, and not returned, follows the majority of those cast; without one of the three it takes no part.',
  },
  basis: (text) => `basis: ${text}`,
  signIn: 'Sign in to vote',
  rule: 'When it passes',
  ruleName: (name) => `By the rule “${name}”`,
  every: 'heads and area are counted each by itself, and both must reach it',
  law: (articles) => `basis: ${articles}`,
  caution: 'Please note',
  passed: 'Passed',
  failed: 'Not passed',
  chosen: (names) => `Chosen: ${names}`,
  nothingChosen: 'No option reached what is needed',
  figures: 'Figures',
  list: (amounts) => `On the list: ${amounts}`,
  present: 'Took part',
  participants: 'Took part',
  returned: 'Returned',
  silent: 'Delivered, not returned',
  proven: 'of these with all proofs',
  ofList: 'of the list',
  ofParticipants: 'of those who took part',
  ofPresent: 'of those who took part',
  choices: { for: 'For', against: 'Against', abstain: 'Abstain', invalid: 'Invalid' },
  arithmetic: 'The sums, line by line',
  strictBeside: 'With nothing but the returned ballots',
  zones: 'Zones',
  zone: (name, passed, vetoed) => `${name}: ${vetoed ? 'vetoes' : passed ? 'agrees' : 'does not agree'}`,
  preliminary: 'This is a preliminary result: objections are taken while it hangs.',
  arithmeticOf: (option) => `“${option}”`,
  checkTitle: 'Check it yourself',
  checkLead:
    'Download the figures into the folder of the Yishi program and run this there; it counts again on your own computer:',
  download: 'Download the figures',
  sheet: 'Print the result',
  print: 'Print',
  printHint: 'If nothing happens, use “Print” in the menu of the browser.',
  sheetTitle: 'Result of the vote',
  sheetMatter: 'Matter',
  sheetQuestion: 'Question',
  sheetRule: 'Rule',
  sheetDates: 'Voted',
  sheetScope: 'Who was asked',
  sheetRegime: 'Ballots not returned',
  sheetLaw: 'The law relied on',
  law278: {
    half: 'Civil Code, art. 278: owners of at least two thirds of the exclusive area and at least two thirds of the heads take part; and owners of more than half of the area and more than half of the heads of those who take part agree.',
    'three-quarters':
      'Civil Code, art. 278: owners of at least two thirds of the exclusive area and at least two thirds of the heads take part; and owners of at least three quarters of the area and of the heads of those who take part agree.',
  },
  sheetResult: 'Result',
  sheetDigest: (digest) => `Fingerprint of the list of voters (SHA-256): ${digest}`,
  sheetCheck: (url) => `Anybody can check it here: ${url}`,
  sheetSign: ['Counted by (signature)', 'Witnessed by (signature)', 'Published on'],
  sheetPending: 'There is no result yet.',
  from: (from, to) => `${from} to ${to}`,
}

export const pollWords = dictionary(zh, en)

const SHARES = dictionary<Readonly<Record<string, string>>>(
  { '1/2': '一半', '2/3': '三分之二', '3/4': '四分之三', '4/5': '八成', '1/1': '全部' },
  { '1/2': 'half', '2/3': 'two thirds', '3/4': 'three quarters', '4/5': '80 %', '1/1': 'all' },
)

type Threshold = PollRule['majority'][number]

const zhThreshold = ({ part, whole, at, share }: Threshold, households: boolean): string => {
  const who = households ? '户' : '人'
  const wholes = { electorate: `名册上的${who}`, present: `参加的${who}`, participants: `参与表决的${who}` }
  const parts = { present: '参加的', participants: '参与表决的', for: '同意的', against: '反对的' }
  const words = SHARES.zh[share.join('/')] ?? share.join('/')
  if (share[0] === share[1]) return `${wholes[whole]}，要全部${parts[part].replace(/的$/u, '')}`
  return `${wholes[whole]}里，${parts[part]}${at === 'least' ? '不少于' : '要超过'}${words}`
}

const enThreshold = ({ part, whole, at, share }: Threshold, households: boolean): string => {
  const wholes = {
    electorate: households ? 'all households on the list' : 'all on the list',
    present: 'those present',
    participants: 'those who take part',
  }
  const parts = { present: 'be present', participants: 'take part', for: 'agree', against: 'be against' }
  const words = SHARES.en[share.join('/')] ?? share.join('/')
  return `${at === 'least' ? (share[0] === share[1] ? 'all' : `at least ${words}`) : `more than ${words}`} of ${wholes[whole]} must ${parts[part]}`
}

/** What a rule asks, as plain sentences; of a `question` that is put only what concerns it. */
export const ruleSentences = (
  { quorum, majority, measures, ...more }: PollRule,
  lang: Language,
  question?: Question,
): readonly string[] => {
  const households = measures[0] === 'households'
  const sentence = lang === 'zh' ? zhThreshold : enThreshold
  const thresholds = [...quorum, ...majority].map((threshold) => sentence(threshold, households))
  const each = measures.length > 1 ? [pollWords[lang].every] : []
  return [...new Set([...thresholds, ...each, ...preferenceSentences(more, lang, question)])]
}

export const articlesOf = ({ quorum, majority, ties, electorate }: PollRule, lang: Language): string => {
  const { own, ofOwners } = preferenceWords[lang]
  const articles = [...quorum, ...majority].map(({ article }) => article[lang])
  return [...new Set(ties ? [...articles, electorate === 'owners' ? ofOwners : own] : articles)].join(
    lang === 'zh' ? '；' : '; ',
  )
}

const UNITS = dictionary<Readonly<Record<Measure, string>>>(
  { heads: '人', households: '户', area: '平方米', zones: '个片区' },
  { heads: 'people', households: 'households', area: 'm²', zones: 'zones' },
)
/** Of one, where a language tells one from many. */
const ONE: Partial<Readonly<Record<Language, Partial<Readonly<Record<Measure, string>>>>>> = {
  en: { heads: 'person', households: 'household', zones: 'zone' },
}

/** `31 人`, `20000.00 平方米`. */
export const amountText = (amounts: Amounts, measure: Measure, lang: Language): string =>
  amounts[measure] === undefined
    ? '–'
    : `${amounts[measure]} ${(String(amounts[measure]) === '1' ? ONE[lang]?.[measure] : undefined) ?? UNITS[lang][measure]}`

/** What a choice is called: an option by its own words. */
export const choiceText = (question: Question, choice: string, lang: Language): string => {
  if (question.type === 'candidates')
    return markText(question, choice, lang) ?? pollWords[lang].choices[choice] ?? choice
  const option = question.type === 'for-against' ? undefined : question.options.find(({ key }) => key === choice)
  return option?.text ?? pollWords[lang].choices[choice] ?? choice
}

/** Options by their words, in no order that would say anything. */
export const optionsText = (question: Question, keys: readonly string[], lang: Language): string =>
  listText(
    keys.map((each) => choiceText(question, each, lang)),
    lang,
  )

/** What stands on a ballot: marks, or an order or points with their numbers; of a spoiled sheet also why it is. */
export const choicesText = (question: Question, choice: readonly string[], lang: Language): string => {
  const lines = ballotLines(question, choice, lang)
  const said = lines?.join(lang === 'zh' ? '；' : '; ') ?? optionsText(question, choice, lang)
  const spoil = spoilOf(question, choice)
  return spoil ? preferenceSheetWords[lang].spoiled(said, spoilSentence(question, spoil, lang)) : said
}

const toVote = dictionary(
  '请您投一票。点开看看要定什么，选好再确认，一分钟就好。',
  'Your vote is asked for. Open it, see what is being decided, choose and confirm; it takes a minute.',
)
export const voterSentence = (lang: Language): string => toVote[lang]

/** The sentence of the law that a result of owners rests on, where it rests on that article (R1.63). */
export const lawOf278 = ({ electorate, quorum, majority }: PollRule, lang: Language): string | null => {
  const rests = electorate === 'owners' && [...quorum, ...majority].some(({ article }) => article.en.includes('278'))
  if (!rests) return null
  const quarters = majority.some(({ share: [part, whole] }) => part === 3 && whole === 4)
  return pollWords[lang].law278[quarters ? 'three-quarters' : 'half']
}
