// People: nobody's silence or refusal stops a matter, and no bad word about the result is lost. PRODUCT.md section 3.
import { COLOURS, LEVELS, SIZES, type Sorting } from '../../matter/sorting.ts'
import { firstFacts } from '../facts.ts'
import { type Gate, isOpen } from '../gates.ts'
import type { Procedure, Stage } from '../schema.ts'
import { type Finding, type FindingCode, found } from './finding.ts'

/** For each act the ways out that it must have, whatever else it has. */
const mustHave = (stage: Stage): readonly [FindingCode, (gates: readonly Gate[]) => boolean][] => {
  switch (stage.act) {
    case 'do':
      return [['nobody-takes-it', (gates) => gates.every(({ gate }) => gate === 'all-declined')]]
    case 'rate':
      return [
        ['never-rated', (gates) => gates.every(({ gate }) => gate === 'waited')],
        ['bad-rating-lost', (gates) => gates.some(({ gate }) => gate === 'rated-below')],
      ]
    case 'revisit':
      return [
        [
          'failed-revisit-lost',
          (gates) => gates.some((gate) => gate.gate === 'revisited' && gate.found === 'not-solved'),
        ],
      ]
    default:
      return []
  }
}

const missingWays = (stage: Stage): Finding[] =>
  mustHave(stage)
    .filter(([, fits]) => !stage.outcomes.some(({ gates }) => gates.length > 0 && fits(gates)))
    .map(([code]) => found(code, { stage: stage.key }))

const sortingsOf = ({ appliesTo }: Procedure): readonly Sorting[] =>
  (appliesTo.levels ?? LEVELS).flatMap((level) =>
    (appliesTo.colours ?? COLOURS).flatMap((colour) =>
      (appliesTo.sizes ?? SIZES).map((size) => ({ level, colour, size, kind: 'other' as const })),
    ),
  )

const NEW = firstFacts('2000-01-01T00:00:00.000Z', 1)

/** Whatever it is sorted as, a matter finds a way out of sorting, unless a person may choose one anyway. */
const sortedAway = (procedure: Procedure, stage: Stage): Finding[] => {
  const leaves = (sorting: Sorting): boolean =>
    stage.outcomes.some(
      ({ taken, gates }) =>
        taken === 'choice' || gates.every((gate) => isOpen(gate, { ...NEW, sorting }, NEW.raisedAt)),
    )
  const stuck = sortingsOf(procedure).find((sorting) => !leaves(sorting))
  if (!stuck) return []
  const { level, colour, size } = stuck
  return [found('sorting-without-way', { stage: stage.key, detail: { level, colour, size } })]
}

export const checkPeople = (procedure: Procedure): Finding[] =>
  procedure.stages.flatMap((stage) => [
    ...missingWays(stage),
    ...(stage.act === 'sort' ? sortedAway(procedure, stage) : []),
  ])
