// The reply card as a picture: an SVG laid out by hand, because it leaves the page as a picture and takes no style sheet along.
import type { ReplyCard } from '@yishi/contract/group'
import type { CardFacts, Language } from '@yishi/contract/pages'
import { renderToString } from 'react-dom/server'
import { cardText, cardWords, codeInThrees, dueSentence, titleOfCard, voicesOfCard } from '../words/card.ts'
import { nextSentence } from '../words/follow.ts'
import { phaseWords } from '../words/kinds.ts'

const WIDTH = 720
const SIDE = 44
const FONT = "'PingFang SC','HarmonyOS Sans SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif"

/** The pairs of design/tokens.css; each holds 4.5:1. */
const TONES: Readonly<Record<CardFacts['phase'], readonly [ink: string, soft: string]>> = {
  received: ['#164b86', '#e4eef9'],
  'in-hand': ['#164b86', '#e4eef9'],
  'to-rate': ['#17592f', '#e2f1e5'],
  'to-revisit': ['#17592f', '#e2f1e5'],
  closed: ['#4a544f', '#eae9e3'],
}

/** Chinese is as wide as it is high, other letters a little more than half. */
const widthOf = (character: string): number => (/[\u2E80-\uFFEF]/u.test(character) ? 1 : 0.56)

/** Cut where the line is full; words of other scripts stay whole where they fit. */
const wrapped = (text: string, size: number, most: number): readonly string[] => {
  const room = (WIDTH - 2 * SIDE) / size
  const lines: string[] = []
  let [line, used] = ['', 0]
  for (const part of text.match(/[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF]+|\s+/gu) ?? []) {
    const width = [...part].reduce((sum, character) => sum + widthOf(character), 0)
    if (used > 0 && used + width > room) {
      lines.push(line.trimEnd())
      ;[line, used] = ['', 0]
      if (part.trim() === '') continue
    }
    line += part
    used += width
  }
  const all = line.trim() === '' ? lines : [...lines, line]
  return all.length <= most ? all : [...all.slice(0, most - 1), `${all[most - 1]!.slice(0, -1)}…`]
}

type Line = {
  readonly text: string
  readonly y: number
  readonly size: number
  readonly fill: string
  readonly bold?: boolean
}

const Text = ({ text, y, size, fill, bold = false }: Line) => (
  <text x={SIDE} y={y} fontSize={size} fill={fill} fontWeight={bold ? 700 : 400}>
    {text}
  </text>
)

const Head = ({ facts, lang }: { facts: CardFacts; lang: Language }) => {
  const [ink, soft] = TONES[facts.phase]
  const chip = phaseWords[lang][facts.phase]
  const width = [...chip].reduce((sum, character) => sum + widthOf(character), 0) * 24 + 40
  return (
    <>
      <rect width={WIDTH} height={96} fill="#0b2e26" />
      <rect x={SIDE} y={24} width={48} height={48} rx={12} fill="#f6f4ee" />
      <text x={SIDE + 24} y={59} fontSize={30} fontWeight={700} fill="#0b2e26" textAnchor="middle">
        邻
      </text>
      <text x={SIDE + 64} y={59} fontSize={26} fontWeight={700} fill="#ffffff">
        {facts.community}
      </text>
      <rect x={WIDTH - SIDE - width} y={26} width={width} height={44} rx={22} fill={soft} />
      <text x={WIDTH - SIDE - width / 2} y={57} fontSize={24} fontWeight={700} fill={ink} textAnchor="middle">
        {chip}
      </text>
    </>
  )
}

/** Lines below one another, each with its own size; gives where the next may begin. */
const stacked = (facts: CardFacts, lang: Language): { readonly lines: readonly Line[]; readonly end: number } => {
  const lines: Line[] = []
  let y = 96 + 28
  const put = (
    text: string | null,
    size: number,
    { fill, bold = false, most = 3 }: { fill: string; bold?: boolean; most?: number },
  ) => {
    if (!text) return
    for (const part of wrapped(text, size, most)) {
      y += size * 1.4
      lines.push({ text: part, y: Math.round(y), size, fill, bold })
    }
    y += 14
  }
  put(titleOfCard(facts, lang), 36, { fill: '#18221d', bold: true, most: 2 })
  put(nextSentence(facts, lang), 30, { fill: '#18221d' })
  put(dueSentence(facts, lang), 26, { fill: facts.clock?.overdue ? '#99170d' : '#6e4400' })
  put(voicesOfCard(facts, lang), 26, { fill: '#46534c' })
  return { lines, end: Math.round(y) }
}

const Card = ({ facts, lang }: { facts: CardFacts; lang: Language }) => {
  const { lines, end } = stacked(facts, lang)
  const words = cardWords[lang]
  const height = end + 104
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={WIDTH}
      height={height}
      viewBox={`0 0 ${WIDTH} ${height}`}
      fontFamily={FONT}
      role="img"
      aria-label={cardText(facts, lang)}
    >
      <rect width={WIDTH} height={height} fill="#f6f4ee" />
      <Head facts={facts} lang={lang} />
      {lines.map((line) => (
        <Text key={line.y} {...line} />
      ))}
      <rect x={SIDE} y={end + 16} width={WIDTH - 2 * SIDE} height={2} fill="#ddd8cb" />
      <text x={SIDE} y={end + 66} fontSize={28} fontWeight={700} fill="#0c6249">
        {words.code(codeInThrees(facts.code))}
      </text>
      <text x={WIDTH - SIDE} y={end + 66} fontSize={22} fill="#5f6a64" textAnchor="end">
        {words.foot}
      </text>
    </svg>
  )
}

export const replyCard = (facts: CardFacts, lang: Language): ReplyCard => ({
  text: cardText(facts, lang),
  svg: renderToString(<Card facts={facts} lang={lang} />),
  width: WIDTH,
  height: stacked(facts, lang).end + 104,
})
