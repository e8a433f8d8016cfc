// What those who handle matters are told: one short sentence for each occasion, saying what to do.
import { type Language, dictionary } from './dictionary.ts'

type Stage = { readonly zh: string; readonly en: string }

const words = dictionary<Record<string, string>>(
  {
    MatterRaised: '有新事项，请受理。',
    OrdersPlaced: '派来一张单，请看清要求后接单。',
    OrderOverdue: '会上说好的日子过了，这张单还没办完，请抓紧。',
    MatterReopened: '居民说还没解决，事项重新打开了，请接着办。',
    MatterEscalated: '这件事超时，升级到您这里，请督促。',
    ClockReminded: '快到期了，请抓紧。',
    MatterNudged: '居民来催了，请给一句回音。',
    RemarkAdded: '居民补充了说明，请看一看。',
    MilestoneOverdue: '项目有个节点过了日子还没验收，请看一看。',
    MatterListed: '这件事列入挂牌督办，请优先办。',
  },
  {
    MatterRaised: 'A new matter: please take it in.',
    OrdersPlaced: 'An order for you: read it and accept it.',
    OrderOverdue: 'The day named for this order has passed and it is not finished: please see to it.',
    MatterReopened: 'The resident says it is not solved: it is open again, please go on.',
    MatterEscalated: 'This matter is overdue and has come up to you: please see to it.',
    ClockReminded: 'The limit is near: please hurry.',
    MatterNudged: 'The resident asks how it stands: please answer.',
    RemarkAdded: 'The resident has added something: please read it.',
    MilestoneOverdue: 'A milestone of the project is past its day and not accepted: please look.',
    MatterListed: 'This matter is under listed supervision: please do it first.',
  },
)

/** A stage may be called by a question. */
const ended = (name: string, stop: string): string => (/[?？]$/u.test(name) ? name : `${name}${stop}`)

export const handlerSentence = (type: string, stage: Stage, lang: Language): string =>
  words[lang][type] ??
  (lang === 'zh' ? `轮到您这一步：${ended(stage.zh, '。')}` : `Your step now: ${ended(stage.en, '.')}`)
