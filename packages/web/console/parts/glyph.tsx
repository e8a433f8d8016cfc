// The shared shapes in the console's size and tone: a state is never told by its colour alone.
import { ShapeIcon } from '../../design/icons.tsx'

const LOOKS = {
  bad: ['octagon', 'bad'],
  warn: ['triangle', 'warn'],
  ok: ['tick', 'ok'],
  ring: ['ring', 'info'],
  half: ['half', 'info'],
  done: ['square', 'mute'],
  not: ['barred', 'mute'],
  pause: ['dot', 'mute'],
} as const

export type Shape = keyof typeof LOOKS

export const Glyph = ({ shape, large = false }: { shape: Shape; large?: boolean }) => {
  const [icon, tone] = LOOKS[shape]
  return (
    <span className={`glyph ${tone}${large ? ' large' : ''}`}>
      <ShapeIcon shape={icon} />
    </span>
  )
}
