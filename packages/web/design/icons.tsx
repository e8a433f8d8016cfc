// The shapes that carry meaning beside colour, and the few pictures on buttons. All are hidden from readers: the word stands beside them.
import type { ReactNode } from 'react'

const Svg = ({ name, children }: { name: string; children: ReactNode }) => (
  <svg className={`icon icon-${name}`} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    {children}
  </svg>
)

const TICK = 'M7 12.4l3.4 3.4L17.2 9'

const SHAPES = {
  ring: <circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" strokeWidth="3" />,
  half: (
    <>
      <circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" strokeWidth="3" />
      <path d="M12 4.5a7.5 7.5 0 0 1 0 15z" fill="currentColor" />
    </>
  ),
  tick: (
    <>
      <circle cx="12" cy="12" r="10" fill="currentColor" />
      <path
        d={TICK}
        className="icon-inner"
        fill="none"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  square: (
    <>
      <rect x="2.5" y="2.5" width="19" height="19" rx="4.5" fill="currentColor" />
      <path
        d={TICK}
        className="icon-inner"
        fill="none"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  triangle: (
    <>
      <path d="M12 2.6 23 21.4H1z" fill="currentColor" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />
      <path d="M12 9.2v6" className="icon-inner" strokeWidth="2.4" strokeLinecap="round" />
      <circle cx="12" cy="18.4" r="1.4" className="icon-dot" />
    </>
  ),
  octagon: (
    <>
      <path d="M7.9 1.8h8.2l5.9 5.9v8.6l-5.9 5.9H7.9L2 16.3V7.7z" fill="currentColor" />
      <path d="M12 6.6v6.6" className="icon-inner" strokeWidth="2.6" strokeLinecap="round" />
      <circle cx="12" cy="17" r="1.5" className="icon-dot" />
    </>
  ),
  /** What did not come about: no tick stands beside a no. */
  barred: (
    <>
      <circle cx="12" cy="12" r="10" fill="currentColor" />
      <path d="M7.4 12h9.2" className="icon-inner" strokeWidth="2.6" strokeLinecap="round" />
    </>
  ),
  dot: <circle cx="12" cy="12" r="5" fill="currentColor" />,
} as const
export type Shape = keyof typeof SHAPES

export const ShapeIcon = ({ shape }: { shape: Shape }) => <Svg name={shape}>{SHAPES[shape]}</Svg>

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.8,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const

const PICTURES = {
  pin: (
    <g {...line}>
      <path d="M12 21.5s-7-6.2-7-11.7a7 7 0 0 1 14 0c0 5.5-7 11.7-7 11.7z" />
      <circle cx="12" cy="9.8" r="2.4" />
    </g>
  ),
  phone: (
    <path
      {...line}
      d="M5.3 3.4h2.5l1.7 4.7-2 1.6a12.5 12.5 0 0 0 6.8 6.8l1.6-2 4.7 1.7v2.5a2 2 0 0 1-2.2 2A17.2 17.2 0 0 1 3.3 5.6a2 2 0 0 1 2-2.2z"
    />
  ),
  pencil: <path {...line} d="M4 20l1-4.5L16.2 4.3a2 2 0 0 1 2.8 0l.7.7a2 2 0 0 1 0 2.8L8.5 19 4 20z" />,
  camera: (
    <g {...line}>
      <path d="M3 8.5a2 2 0 0 1 2-2h2.6l1.7-2.3h5.4l1.7 2.3H19a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z" />
      <circle cx="12" cy="12.8" r="3.6" />
    </g>
  ),
  microphone: (
    <g {...line}>
      <rect x="9" y="3" width="6" height="11" rx="3" />
      <path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3M8.5 21h7" />
    </g>
  ),
  speaker: (
    <g {...line}>
      <path d="M4 9.5v5h3.2l5 4V5.5l-5 4z" />
      <path d="M16 9a4.2 4.2 0 0 1 0 6M18.6 6.4a8 8 0 0 1 0 11.2" />
    </g>
  ),
} as const

export const Picture = ({ name }: { name: keyof typeof PICTURES }) => <Svg name={name}>{PICTURES[name]}</Svg>
