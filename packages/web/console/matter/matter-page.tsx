// The matter file (事项卷宗): what it is, who has it until when, what may be done now, and its whole story.
import { useQuery } from '@tanstack/react-query'
import type { MatterFile } from '@yishi/contract/matter'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { type ActionName, actionWords } from '../../words/console-forms.ts'
import { similarWords } from '../../words/console-groups.ts'
import { matterWords } from '../../words/console-matter.ts'
import { colourWords, endWords, kindWords, levelWords, sizeWords } from '../../words/kinds.ts'
import { CommandDrawer, type Opened } from '../commands/command-drawer.tsx'
import { useCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { MatterNotices } from '../notice/matter-notices.tsx'
import { PhaseChip } from '../parts/phase-chip.tsx'
import { Projects } from '../project/projects.tsx'
import { matterQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import '../styles/matter.css'
import '../styles/poll.css'
import { Actions } from './actions.tsx'
import { MatterCard } from './card.tsx'
import { Clocks } from './clocks.tsx'
import { Conditions } from './conditions.tsx'
import { MatterInHand, useInHand } from './in-hand.tsx'
import { Draws } from './draws.tsx'
import { Meetings } from './meetings.tsx'
import { Orders } from './orders.tsx'
import { Outcomes } from './outcomes.tsx'
import { Polls } from './polls.tsx'
import { Particulars } from './particulars.tsx'
import { Similar } from './similar.tsx'
import { Standing } from './standing.tsx'
import { Story } from './story.tsx'
import { Tickets } from './tickets.tsx'

const Chips = ({ file }: { file: MatterFile }) => {
  const words = useWords(matterWords)
  const names = { ...useWords(levelWords), ...useWords(colourWords), ...useWords(sizeWords), ...useWords(kindWords) }
  const ends: Readonly<Record<string, string>> = useWords(endWords)
  const similar = useWords(similarWords)
  const { sorting } = file
  return (
    <p className="row chips">
      <span className="code num">{file.code}</span>
      <PhaseChip phase={file.phase} />
      {file.end && <span className="chip mute">{ends[file.end] ?? file.end}</span>}
      {sorting &&
        [sorting.kind, sorting.level, sorting.colour, sorting.size].map((word) => (
          <span key={word} className="chip plain">
            {names[word]}
          </span>
        ))}
      {file.voices > 1 && <span className="chip info">{similar.voices(file.voices)}</span>}
      {file.listed && <span className="chip bad">{words.listed}</span>}
      {file.escalation > 0 && <span className="chip warn">{words.escalated(file.escalation)}</span>}
    </p>
  )
}

/** Whoever holds an order of this matter came for it: it stands first, above all on a phone. */
const useHoldsOrder = (): boolean => {
  const { hats } = useCommunity().me
  return useInHand().file.orders.some(
    ({ party, may }) => may.length > 0 && hats.some((hat) => hat.party === party && hat.role !== 'staff'),
  )
}

const Columns = ({ open }: { open: (opened: Opened) => void }) => {
  const holds = useHoldsOrder()
  return (
    <div className="matter">
      <div className="stack matter-told">
        <Particulars />
        <Conditions />
        <Meetings open={open} />
        {holds ? null : <Orders open={open} />}
        <Projects />
        <Polls />
        <Draws />
        <Similar />
        <Story />
      </div>
      <div className="stack matter-now">
        {holds ? <Orders open={open} /> : null}
        <Clocks />
        <Tickets />
        <Standing />
        <Actions open={open} />
        <MatterNotices />
        <Outcomes open={open} />
        <MatterCard />
      </div>
    </div>
  )
}

const File = () => {
  const { file } = useInHand()
  const words = useWords(matterWords)
  const actions = useWords(actionWords)
  const [opened, open] = useState<Opened | null>(null)
  const [saved, setSaved] = useState<ActionName | null>(null)
  const close = (done: ActionName | null) => {
    open(null)
    setSaved(done)
  }
  return (
    <Page title={file.title} above={<Link to="/matters">‹ {words.back}</Link>}>
      <Chips file={file} />
      <p role="status" className={saved ? 'saved' : ''}>
        {saved && words.saved(actions[saved])}
      </p>
      <Columns open={open} />
      {opened && <CommandDrawer key={opened.name + (opened.order?.order ?? '')} opened={opened} onClose={close} />}
    </Page>
  )
}

export const MatterPage = () => {
  const { matter = '' } = useParams()
  const query = useQuery(matterQuery(matter))
  return (
    <Answered query={query}>
      {(file) => (
        <MatterInHand file={file}>
          <File />
        </MatterInHand>
      )}
    </Answered>
  )
}
