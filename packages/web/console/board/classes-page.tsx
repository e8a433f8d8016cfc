// One kind of matter (一类事): what is told again and again, so that it can be solved once for all.
import { useQuery } from '@tanstack/react-query'
import type { MatterClass } from '@yishi/contract/group'
import { Link } from 'react-router'
import { groupWords, similarWords } from '../../words/console-groups.ts'
import { shortMoment } from '../../words/console-time.ts'
import { kindWords } from '../../words/kinds.ts'
import { useCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { PhaseChip } from '../parts/phase-chip.tsx'
import { classesQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'
import '../styles/groups.css'

const Class = ({ found }: { found: MatterClass }) => {
  const words = useWords(similarWords)
  const kinds = useWords(kindWords)
  const [first] = found.matters
  return (
    <li className="panel step class">
      <h2>
        {first?.title}
        {found.kind && <span className="chip plain">{kinds[found.kind]}</span>}
      </h2>
      <p className="meta num">
        {[
          words.classOf(found.matters.length),
          words.open(found.open),
          words.places(found.places),
          words.households(found.voices),
        ].join(' · ')}
      </p>
      <ul className="class-matters">
        {found.matters.map(({ matter, code, title, place, phase, raisedAt }) => (
          <li key={matter} className="row">
            <Link to={`/matters/${matter}`}>{title}</Link>
            <PhaseChip phase={phase} />
            <span className="meta">
              {place} <span className="num">{shortMoment(raisedAt)}</span> <span className="num">{code}</span>
            </span>
          </li>
        ))}
      </ul>
    </li>
  )
}

export const ClassesPage = () => {
  const words = useWords(similarWords)
  const { classes } = useWords(groupWords)
  const { community } = useCommunity()
  const found = useQuery(classesQuery(community))
  return (
    <Page title={classes}>
      <Answered query={found}>
        {({ classes: list, looked, days }) => (
          <>
            <p className="intro">{words.classesIntro(days, looked)}</p>
            {list.length === 0 && <p className="quiet">{words.noClasses}</p>}
            <ul className="stack">
              {list.map((each) => (
                <Class key={each.matters[0]?.matter} found={each} />
              ))}
            </ul>
          </>
        )}
      </Answered>
    </Page>
  )
}
