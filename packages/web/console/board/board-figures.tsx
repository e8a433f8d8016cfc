// The five figures above the board.
import type { Board } from '@yishi/contract/board'
import { boardWords } from '../../words/console-board.ts'
import { useWords } from '../language.tsx'
import { Glyph, type Shape } from '../parts/glyph.tsx'

const percent = (share: number): string => (Math.floor(share * 1000) / 10).toFixed(1)

export const BoardFigures = ({ counts }: { counts: Board['counts'] }) => {
  const words = useWords(boardWords)
  const figures: readonly (readonly [Shape, string, string, string?])[] = [
    ['bad', String(counts.overdue), words.overdue],
    ['warn', String(counts.dueSoon), words.dueSoon],
    ['ok', String(counts.onTime), words.onTime],
    ['ring', String(counts.received), words.received],
    counts.keptInTime === null
      ? ['done', '–', words.noneClosed]
      : ['done', percent(counts.keptInTime), words.keptInTime, '%'],
  ]
  return (
    <dl className="panel board-figures" aria-label={words.figures}>
      {figures.map(([shape, value, name, unit]) => (
        <div key={shape}>
          <dt>
            <Glyph shape={shape} large />
            {name}
          </dt>
          <dd>
            {value}
            {unit && <small>{unit}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
