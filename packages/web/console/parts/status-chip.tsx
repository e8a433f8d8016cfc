// How something stands, as a chip: a shape for whoever does not see the colour, a tone, and a word.
import type { ReactNode } from 'react'
import { Glyph, type Shape } from './glyph.tsx'

export type StatusLook = readonly [shape: Shape, tone: string]

export const StatusChip = ({ look: [shape, tone], children }: { look: StatusLook; children: ReactNode }) => (
  <span className={`chip ${tone}`}>
    <Glyph shape={shape} />
    {children}
  </span>
)
