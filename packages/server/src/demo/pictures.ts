// Plain drawings that stand for the photos of the demo: what is wrong, the work, and how it looks afterwards. Nobody's camera took them.
import sharp from 'sharp'

const THINGS = {
  lamp: '<rect x="312" y="150" width="16" height="270" fill="#5b6470"/><path d="M320 150h90v18h-90z" fill="#5b6470"/><ellipse cx="402" cy="176" rx="30" ry="12" fill="GLOW"/>',
  puddle:
    '<ellipse cx="320" cy="370" rx="190" ry="46" fill="WATER"/><rect x="120" y="250" width="400" height="14" fill="#9aa3ad"/>',
  bin: '<rect x="220" y="210" width="90" height="150" rx="8" fill="#4f7f5b"/><rect x="330" y="210" width="90" height="150" rx="8" fill="#8a6d4b"/><circle cx="210" cy="372" r="MESS" fill="#7d7a72"/>',
  tree: '<rect x="300" y="250" width="40" height="150" fill="#80664a"/><circle cx="320" cy="200" r="CROWN" fill="#5d8a5a"/>',
  bench:
    '<rect x="180" y="270" width="280" height="20" fill="#a67c4e"/><rect x="180" y="305" width="SEAT" height="20" fill="#a67c4e"/><path d="M205 325v70M435 325v70" stroke="#555" stroke-width="14"/>',
  lift: '<rect x="220" y="110" width="200" height="300" fill="#b9c0c8"/><rect x="232" y="124" width="84" height="274" fill="#8f98a3"/><rect x="324" y="124" width="84" height="274" fill="#8f98a3"/><circle cx="446" cy="250" r="12" fill="GLOW"/>',
  road: '<path d="M90 420 250 200h140l160 220z" fill="#7b8188"/><ellipse cx="310" cy="350" rx="HOLE" ry="18" fill="#4b4f55"/>',
  pipe: '<path d="M140 240h220v160" fill="none" stroke="#8a8f96" stroke-width="34"/><circle cx="360" cy="300" r="DROP" fill="#6fa5c9"/>',
  car: '<rect x="180" y="270" width="280" height="80" rx="20" fill="#8fa3b5"/><path d="M230 270l40-56h110l44 56z" fill="#a9bccb"/><circle cx="240" cy="354" r="28" fill="#333"/><circle cx="400" cy="354" r="28" fill="#333"/>',
  wire: '<rect x="150" y="120" width="120" height="150" fill="#c7b299"/><path d="M270 150c120 30 60 160 CABLE" fill="none" stroke="#333" stroke-width="8"/><rect x="380" y="330" width="110" height="50" rx="16" fill="#6b7f94"/>',
  meter:
    '<rect x="210" y="140" width="220" height="240" rx="10" fill="#d8dce0"/><circle cx="320" cy="230" r="60" fill="#fff" stroke="#777" stroke-width="8"/><rect x="270" y="320" width="100" height="26" fill="GLOW"/>',
  gate: '<rect x="150" y="220" width="50" height="190" fill="#6b7480"/><rect x="190" y="250" width="300" height="20" fill="#c95c4b" transform="rotate(TILT 200 260)"/>',
  stairs:
    '<path d="M140 400h90v-50h90v-50h90v-50h90v150z" fill="#a9adb2"/><path d="M140 400 500 250" stroke="RAMP" stroke-width="18"/>',
  roof: '<path d="M110 240 320 120l210 120z" fill="#9c5b4a"/><rect x="150" y="240" width="340" height="160" fill="#e5ddd0"/><ellipse cx="300" cy="270" rx="STAIN" ry="26" fill="#b7a98f"/>',
  wall: '<rect x="110" y="110" width="420" height="300" fill="#ece7dd"/><ellipse cx="420" cy="200" rx="STAIN" ry="60" fill="#9aa08f"/>',
  fan: '<rect x="200" y="150" width="240" height="220" rx="12" fill="#c3c9cf"/><circle cx="320" cy="260" r="80" fill="#8d959e"/><path d="M320 260 380 220M320 260 260 220M320 260v76" stroke="#eee" stroke-width="22"/>',
  charger:
    '<rect x="250" y="130" width="140" height="270" rx="14" fill="#4d8a72"/><rect x="276" y="160" width="88" height="60" fill="GLOW"/><path d="M390 250c80 10 60 110 20 130" fill="none" stroke="#333" stroke-width="10"/>',
  cat: '<ellipse cx="320" cy="330" rx="90" ry="56" fill="#b98a55"/><circle cx="400" cy="276" r="42" fill="#b98a55"/><path d="M372 248l6-34 24 26zM412 240l26-24 4 38z" fill="#b98a55"/>',
  court:
    '<rect x="110" y="180" width="420" height="220" fill="#b4694f"/><circle cx="320" cy="290" r="60" fill="none" stroke="#fff" stroke-width="8"/><path d="M160 380l60-70 30 40" fill="none" stroke="CRACK" stroke-width="8"/>',
  phone:
    '<rect x="250" y="110" width="140" height="290" rx="22" fill="#333b45"/><rect x="262" y="140" width="116" height="220" fill="GLOW"/>',
  lake: '<ellipse cx="320" cy="320" rx="230" ry="90" fill="WATER"/><path d="M110 230q60-40 120 0t120 0 120 0" fill="none" stroke="#6c8f5f" stroke-width="20"/>',
} as const

export type Picture = keyof typeof THINGS
export type Phase = 'before' | 'during' | 'after'

const PAINT: Readonly<Record<string, readonly [before: string, after: string]>> = {
  GLOW: ['#70757b', '#f2c14e'],
  WATER: ['#7fa3a8', '#cfd6d8'],
  MESS: ['34', '0'],
  CROWN: ['130', '92'],
  SEAT: ['150', '280'],
  HOLE: ['74', '0'],
  DROP: ['26', '0'],
  CABLE: ['120 200', '-100 40'],
  TILT: ['8', '-58'],
  RAMP: ['none', '#d3a04c'],
  STAIN: ['70', '0'],
  CRACK: ['#3d2018', 'none'],
}

const GROUND: Readonly<Record<Phase, string>> = { before: '#d7d9d6', during: '#e3dccb', after: '#e4ecdf' }
const WORKER =
  '<circle cx="130" cy="290" r="24" fill="#e0a458"/><path d="M96 420v-70q34-40 68 0v70z" fill="#e07b39"/><path d="M104 278h52l-8-18h-36z" fill="#f2c14e"/>'

const painted = (thing: string, phase: Phase): string =>
  Object.entries(PAINT).reduce(
    (svg, [word, [before, after]]) => svg.replaceAll(word, phase === 'after' ? after : before),
    thing,
  )

const drawing = (picture: Picture, phase: Phase): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360" viewBox="0 0 640 480"><rect width="640" height="480" fill="${GROUND[phase]}"/><rect y="400" width="640" height="80" fill="#b9b4a8"/>${painted(THINGS[picture], phase)}${phase === 'during' ? WORKER : ''}</svg>`

export const draw = (picture: Picture, phase: Phase): Promise<Uint8Array> =>
  sharp(Buffer.from(drawing(picture, phase)))
    .png({ compressionLevel: 1 })
    .toBuffer()
