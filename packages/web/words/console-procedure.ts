// Words of the procedures' pages: what a procedure applies to, its stages, gates and findings.
import { limitInWords } from '@yishi/domain/calendar'
import type { Gate } from '@yishi/domain/procedure'
import { formWords } from './console-forms.ts'
import { gateWords } from './console-matter.ts'
import { type Language, dictionary } from './dictionary.ts'
import { colourWords, levelWords, sizeWords } from './kinds.ts'
import { listText } from './list-text.ts'

const zh = {
  title: '工作法',
  intro: '每一件事按一套工作法走：谁来办、限多久、满足什么才能往下走。',
  appliesTo: '适用',
  everything: '所有事项',
  stages: (n: number) => `${n} 个环节`,
  paths: (n: number) => `${n} 种走法`,
  version: (n: number) => `第 ${n} 版`,
  source: '来源',
  basis: { told: '据报道整理', reconstructed: '据报道补全', ours: '本系统拟定' },
  back: '返回工作法',
  drawing: '流程图',
  drawingHint: '实线往下走，虚线退回；带“自选”的出口由办理人选，其余条件满足后自动进入。',
  choice: '自选',
  ends: '结束',
  seats: '席位',
  findings: '体检',
  noFindings: '体检通过，没有发现问题。',
  severity: { refused: '不能用', flagged: '请留意' },
  limits: { respond: '响应', control: '控制', finish: '办结', 'feed-back': '反馈' },
  none: '还没有工作法',
}

const en: typeof zh = {
  title: 'Procedures',
  intro: 'Every matter follows a procedure: who acts, how long it may take, and what must hold before it goes on.',
  appliesTo: 'Applies to',
  everything: 'all matters',
  stages: (n) => `${n} stages`,
  paths: (n) => (n === 1 ? '1 way through' : `${n} ways through`),
  version: (n) => `version ${n}`,
  source: 'Source',
  basis: { told: 'as reported', reconstructed: 'reconstructed from reports', ours: 'our own' },
  back: 'Back to the procedures',
  drawing: 'Drawing',
  drawingHint:
    'Solid lines go on, dashed lines go back; outcomes marked “chosen” are chosen by an actor, the others are taken once their gates open.',
  choice: 'chosen',
  ends: 'End',
  seats: 'Seats',
  findings: 'Check-up',
  noFindings: 'Checked; nothing was found.',
  severity: { refused: 'Cannot be used', flagged: 'Please look' },
  limits: { respond: 'respond', control: 'control', finish: 'finish', 'feed-back': 'feed back' },
  none: 'No procedures yet',
}

export const procedureWords = dictionary(zh, en)

type AppliesTo = {
  readonly levels?: readonly ('I' | 'II' | 'III')[] | undefined
  readonly colours?: readonly ('red' | 'yellow' | 'green')[] | undefined
  readonly sizes?: readonly ('big' | 'small' | 'private')[] | undefined
}

export const sortingText = ({ levels = [], colours = [], sizes = [] }: AppliesTo, lang: Language): string[] => [
  ...levels.map((level) => levelWords[lang][level]),
  ...colours.map((colour) => colourWords[lang][colour]),
  ...sizes.map((size) => sizeWords[lang][size]),
]

const atLeast = (n: number, lang: Language) => (lang === 'zh' ? `至少 ${n}` : `at least ${n}`)

/** What the gate asks for besides its name, such as «至少 2» or «5 个工作日». */
const gateDetail = (gate: Gate, lang: Language): string => {
  switch (gate.gate) {
    case 'sorted-as':
      return listText(sortingText(gate, lang), lang)
    case 'orders-placed':
    case 'evidence-attached':
      return gate.min > 1 ? atLeast(gate.min, lang) : ''
    case 'rated-at-least':
      return `≥ ${gate.score}`
    case 'rated-below':
      return `< ${gate.score}`
    case 'talk-ended':
      return formWords[lang].results[gate.as]
    case 'revisited':
      return formWords[lang].founds[gate.found]
    case 'signed-by':
      return formWords[lang].verdicts[gate.verdict]
    case 'waited':
      return limitInWords(gate.limit, lang)
    default:
      return ''
  }
}

export const gateText = (gate: Gate, lang: Language): string => {
  const [name, detail] = [gateWords[lang][gate.gate], gateDetail(gate, lang)]
  if (!detail) return name
  return lang === 'zh' ? `${name}：${detail}` : `${name}: ${detail}`
}
