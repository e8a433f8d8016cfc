// All draws of a community (抽签): those that wait for somebody first; those that do not count stay in the list.
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { consoleDrawWords } from '../../words/console-draw.ts'
import { useOneCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/matter.css'
import '../styles/poll.css'
import { DrawLineItem } from './draw-line.tsx'
import { drawsQuery } from './queries.ts'

export const DrawsPage = () => {
  const words = useWords(consoleDrawWords)
  const navigate = useNavigate()
  const query = useQuery(drawsQuery(useOneCommunity()))
  const announce = query.data?.may ? (
    <Button type="primary" onClick={() => void navigate('/draws/new')}>
      {words.announce}
    </Button>
  ) : null
  return (
    <Page
      title={words.draws}
      actions={
        <>
          <OneCommunity />
          {announce}
        </>
      }
    >
      <p className="intro">{words.intro}</p>
      <Answered query={query}>
        {({ draws }) => (
          <section className="panel box">
            {draws.length === 0 && <p className="quiet">{words.none}</p>}
            <ul>
              {draws.map((line) => (
                <DrawLineItem key={line.draw} line={line} />
              ))}
            </ul>
          </section>
        )}
      </Answered>
    </Page>
  )
}
