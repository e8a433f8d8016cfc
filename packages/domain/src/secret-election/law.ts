// The law of a secret election as dated data: how many stand, how long the roll hangs, when the vote is valid, who is elected, and who may vote for somebody else. RULES R2.4.
import { z } from 'zod'
import { type LocalDate, localDateSchema } from '../calendar/index.ts'

const names = z.strictObject({ zh: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(400) })

const share = z.strictObject({
  /** `more` than the share (过半数, R0.2), or at `least` the share (不少于, R0.1). */
  at: z.enum(['more', 'least']),
  share: z.tuple([z.int().min(1).max(100), z.int().min(1).max(100)]),
  article: names,
})
export type ElectionShare = z.infer<typeof share>

export const electionLawSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/),
  names,
  source: names,
  caution: names,
  effectiveFrom: localDateSchema,
  effectiveTo: localDateSchema.nullable(),
  /** Whole days between the day on which the roll is published and the day of the vote. */
  rollDays: z.int().min(0).max(60),
  /** Days after its publication within which somebody may object, and after an objection within which it is ruled on. */
  objectionDays: z.int().min(0).max(30),
  rulingDays: z.int().min(0).max(30),
  /** Of the registered, how many ballots make the first round valid. */
  valid: share,
  /** Of the ballots cast, how many elect in the first round, and in the second. */
  elected: share,
  second: share,
  /** What lets a voter write in a name that is not on the ballot, in the first round; null where nothing does. */
  writeIns: names.nullable().default(null),
  /** How many more candidates than seats each post needs (差额); null where the rules ask for none. */
  moreCandidates: z
    .strictObject({ more: z.int().min(1).max(10), article: names })
    .nullable()
    .default(null),
  /** What lets a seat go to a woman where votes alone elect none: `reserved` keeps one, `told` only says so; null where nothing asks for women. */
  women: z
    .strictObject({ seat: z.enum(['reserved', 'told']), article: names })
    .nullable()
    .default(null),
  /** Where the vote is not on who sits but on who is recalled: how many have to ask for it, and within how many days it is held; null of elections. */
  recall: z
    .strictObject({
      voters: share,
      representatives: share,
      within: z.strictObject({ days: z.int().min(1).max(365), article: names }).nullable(),
    })
    .nullable()
    .default(null),
  /** Who votes for somebody else: so many principals to each, arranged so many whole days before; null where nobody does. */
  proxies: z
    .strictObject({
      most: z.int().min(1).max(10).nullable(),
      daysBefore: z.int().min(0).max(30),
      article: names,
      /** By what nobody who stands votes for somebody else; null where nothing says so. */
      candidates: names.nullable().default(null),
    })
    .nullable(),
})
export type ElectionLaw = z.infer<typeof electionLawSchema>

const article = (zh: string, en: string) => ({ zh, en })
const more = (of: [number, number], source: ElectionShare['article']): ElectionShare => ({
  at: 'more',
  share: of,
  article: source,
})

const FIFTEEN = article('《村民委员会组织法》第十五条', 'Villagers’ Committees Law 15')
const AMENDED = article(
  '《村民委员会组织法》自 2026-01-01 起修订施行，条文请以新法和本地选举办法为准，核对后再用。',
  'The law was amended with effect from 2026-01-01: check the new text and local rules before relying on this.',
)

/** The law as it was read is silent. The guideline of the ministry and local measures are said to allow it; nobody here has read their text. */
const WRITTEN = article(
  '通行做法可以另选其他选民；民政部规程（民发〔2013〕76号）的原文未经核对，以本地选举办法为准',
  'By common practice another voter may be written in; the ministry’s guideline (2013, no. 76) was not checked',
)

/** Neither the law as it was read nor RULES R2.4 says so; some local measures do, and the guideline is said to. */
const STANDS = article(
  '通行做法：候选人不得接受委托；民政部规程（民发〔2013〕76号）的原文未经核对，以本地选举办法为准',
  'By common practice nobody who stands may be a proxy; the ministry’s guideline (2013, no. 76) was not checked',
)

/** The law asks for women among the members and leaves the way to local rules: here the seat is filled by votes, or by a vote of its own. */
const SIX = article(
  '《村民委员会组织法》第六条：应当有妇女成员',
  'Villagers’ Committees Law 6: women among the members',
)
const MORE = article(
  '《村民委员会组织法》第十五条：候选人多于应选名额',
  'Villagers’ Committees Law 15: more candidates than seats',
)

const VILLAGE = {
  caution: AMENDED,
  effectiveFrom: '2018-12-29',
  effectiveTo: null,
  rollDays: 20,
  objectionDays: 5,
  rulingDays: 3,
  valid: more([1, 2], FIFTEEN),
  elected: more([1, 2], FIFTEEN),
  second: { at: 'least', share: [1, 3], article: FIFTEEN },
  writeIns: WRITTEN,
  moreCandidates: { more: 1, article: MORE },
  women: { seat: 'reserved', article: SIX },
  recall: null,
} satisfies Partial<ElectionLaw>

const SIXTEEN = article('《村民委员会组织法》第十六条', 'Villagers’ Committees Law 16')
const least = (of: [number, number]): ElectionShare => ({ at: 'least', share: of, article: SIXTEEN })

/** The article says who asks and by how many it is carried; of roll and proxies it is silent: the roll is held as before an election, and nobody votes for somebody else. */
const RECALL = {
  ...VILLAGE,
  caution: article(
    '法律自 2026-01-01 起修订，请核对新条文。罢免的名单公布几天没有另写，照选举（第十四条）办。',
    'Amended from 2026-01-01: check the new text. It names no days for a recall’s roll; those of art. 14 are kept.',
  ),
  valid: more([1, 2], SIXTEEN),
  elected: more([1, 2], SIXTEEN),
  second: more([1, 2], SIXTEEN),
  writeIns: null,
  moreCandidates: null,
  women: null,
  proxies: null,
} satisfies Partial<ElectionLaw>

const RECALLS: readonly ElectionLaw[] = [
  {
    ...RECALL,
    key: 'cn-village-recall',
    names: article('罢免村民委员会成员', 'Recall of a member of a villagers’ committee'),
    source: article(
      '《村民委员会组织法》（2018）第十四、十六条',
      'Organic Law of Villagers’ Committees (2018), arts. 14, 16',
    ),
    recall: { voters: least([1, 5]), representatives: least([1, 3]), within: null },
  },
  {
    ...RECALL,
    key: 'sh-village-recall',
    names: article('罢免村民委员会成员（上海）', 'Recall of a member of a villagers’ committee (Shanghai)'),
    source: article(
      '《村民委员会组织法》（2018）第十四、十六条；上海市实施办法',
      'Organic Law of Villagers’ Committees (2018), arts. 14, 16; Shanghai measures',
    ),
    recall: {
      voters: least([1, 5]),
      representatives: least([1, 3]),
      within: {
        days: 30,
        article: article('上海市实施办法：三十日内召开会议', 'Shanghai measures: a meeting within thirty days'),
      },
    },
  },
]

export const ELECTION_LAWS: readonly ElectionLaw[] = [
  {
    ...VILLAGE,
    key: 'cn-village-election',
    names: article('村民委员会选举', 'Election of a villagers’ committee'),
    source: article(
      '《村民委员会组织法》（2018）第六、十四、十五条',
      'Organic Law of Villagers’ Committees (2018), arts. 6, 14, 15',
    ),
    proxies: { most: null, daysBefore: 0, article: FIFTEEN, candidates: STANDS },
  },
  {
    ...VILLAGE,
    key: 'sh-village-election',
    names: article('村民委员会选举（上海）', 'Election of a villagers’ committee (Shanghai)'),
    source: article(
      '《村民委员会组织法》（2018）第六、十四、十五条；上海市实施办法第十六至二十三条',
      'Organic Law of Villagers’ Committees (2018), arts. 6, 14, 15; Shanghai measures, arts. 16–23',
    ),
    proxies: {
      most: 3,
      daysBefore: 5,
      article: article('上海市实施办法第十六至二十三条', 'Shanghai measures 16–23'),
      candidates: STANDS,
    },
  },
  {
    ...VILLAGE,
    key: 'house-secret-election',
    names: article('其他无记名选举（按本地章程）', 'Other secret elections (by local charter)'),
    source: article(
      '本单位章程，参照《村民委员会组织法》',
      'The charter of the body, after the Villagers’ Committees Law',
    ),
    caution: article(
      '人数和期限参照村委会选举；章程另有规定的，从其规定。',
      'Numbers and periods follow village elections unless the charter says otherwise.',
    ),
    effectiveFrom: '2000-01-01',
    rollDays: 7,
    valid: more([1, 2], article('章程：过半数参加', 'charter: more than half take part')),
    elected: more([1, 2], article('章程：过半数得票', 'charter: more than half of the ballots')),
    second: { at: 'least', share: [1, 3], article: article('章程：另行选举', 'charter: second round') },
    writeIns: article('章程：可以另选他人', 'charter: somebody else may be written in'),
    moreCandidates: null,
    women: null,
    proxies: null,
  },
  ...RECALLS,
]

export const electionLawByKey = (key: string): ElectionLaw | null =>
  ELECTION_LAWS.find((law) => law.key === key) ?? null

export const lawInForce = ({ effectiveFrom, effectiveTo }: ElectionLaw, day: LocalDate): boolean =>
  effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo)
