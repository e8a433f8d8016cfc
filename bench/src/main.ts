// Measures what the product promises, as ratios within one run on one machine. `--json` prints one object as the last line; names choose some figures.
import { buildAll } from '../../scripts/build.ts'
import { acceptBallot } from './accept-ballot.ts'
import { acceptMatter } from './accept-matter.ts'
import { allocateBudget, budgetBallots } from './shared-budget.ts'
import { verifyCertificate } from './certificate.ts'
import { demoStart } from './demo-start.ts'
import { type Figure, line } from './figure.ts'
import { hungNotice } from './hung-notice.ts'
import { largeBoard } from './large-board.ts'
import { largeWorkbook } from './large-workbook.ts'
import { newestEntries } from './newest-entries.ts'
import { firstVotes, ownersAssembly } from './owners-assembly.ts'
import { publicBoard } from './public-board.ts'
import { type Scene, openScene } from './scene.ts'
import { tallyUnits } from './tally-units.ts'
import { urgentNotice } from './urgent-notice.ts'
import { liveViewers } from './viewers.ts'

type Measure = (scene: Scene) => Promise<Figure>

/** In this order: some stand on what the ones before them left, the newest entries on the matters accepted, the notice on the workbook. */
const ON_SCENE: Readonly<Record<string, Measure>> = {
  accept: acceptMatter,
  ballot: acceptBallot,
  'budget-ballots': budgetBallots,
  entries: newestEntries,
  board: largeBoard,
  'public-board': publicBoard,
  viewers: liveViewers,
  workbook: largeWorkbook,
  'urgent-notice': urgentNotice,
  notice: hungNotice,
}

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name)

const figures: Figure[] = []
const tell = (figure: Figure) => {
  figures.push(figure)
  console.log(line(figure))
}

if (isWanted('tally')) tell(await tallyUnits())
if (wanted.join() !== 'tally') buildAll()
if (isWanted('certificate')) tell(verifyCertificate())
if (isWanted('allocate')) tell(allocateBudget())
if (isWanted('start')) for (const figure of await demoStart()) tell(figure)
if (isWanted('first-votes')) tell(await firstVotes())
for (const units of [5800, 33_000] as const)
  if (isWanted('assembly') || isWanted(`assembly-${units}`)) tell(await ownersAssembly(units))
if (Object.keys(ON_SCENE).some(isWanted)) {
  const scene = await openScene()
  try {
    for (const [name, measure] of Object.entries(ON_SCENE)) if (isWanted(name)) tell(await measure(scene))
  } finally {
    await scene.close()
  }
}
if (process.argv.includes('--json'))
  console.log(JSON.stringify(Object.fromEntries(figures.map(({ name, ...rest }) => [name, rest]))))
