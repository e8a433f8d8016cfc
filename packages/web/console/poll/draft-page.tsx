// Beginning a poll: nothing opens before it was looked over; a draft is drafted anew on the same page.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearchParams } from 'react-router'
import type { PollsOfMatter } from '@yishi/contract/poll'
import { consolePollWords } from '../../words/console-poll.ts'
import { consoleTermWords } from '../../words/console-term.ts'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { matterQuery, territoryQuery } from '../queries.ts'
import { termQuery } from '../term/queries.ts'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'
import '../styles/poll.css'
import { DraftForm, type Given } from './draft-form.tsx'
import { nodesIn } from './electorate-fields.tsx'
import { pollQuery, pollsOfMatterQuery, rulesQuery, allVotersQuery } from './queries.ts'

type Around = Pick<Given, 'file'> & { readonly polls: PollsOfMatter }

const Anew = ({ file, polls }: Around) => (
  <Answered query={useQuery(rulesQuery)}>
    {(rules) => <DraftForm file={file} rules={rules} fixed={polls.rule} drafted={null} />}
  </Answered>
)

/** Under the rule that left the seats open, whichever rule the stage of the matter names by now. */
const OpenSeats = ({ file, poll }: Pick<Given, 'file'> & { readonly poll: string }) => {
  const rules = useQuery(rulesQuery)
  return (
    <Answered query={useQuery({ ...pollQuery(poll), refetchInterval: false })}>
      {(from) => (
        <Answered query={rules}>
          {(all) => <DraftForm file={file} rules={all} fixed={from.rule.key} drafted={null} from={from} />}
        </Answered>
      )}
    </Answered>
  )
}

/** Vacant seats of a term, under the rule of the election that began it. */
const VacantSeats = ({ file, term }: Pick<Given, 'file'> & { readonly term: string }) => {
  const words = useWords(consoleTermWords)
  const rules = useQuery(rulesQuery)
  const held = useQuery(termQuery(term))
  const from = useQuery({ ...pollQuery(held.data?.polls[0] ?? ''), enabled: held.isSuccess, refetchInterval: false })
  return (
    <Answered query={held}>
      {({ number, committee, standing: { sitting, open } }) => (
        <Answered query={from}>
          {(elected) => (
            <Answered query={rules}>
              {(all) => (
                <DraftForm
                  file={file}
                  rules={all}
                  fixed={elected.rule.key}
                  drafted={null}
                  from={elected}
                  byElection={{ text: words.question(number, open), committee, sitting }}
                />
              )}
            </Answered>
          )}
        </Answered>
      )}
    </Answered>
  )
}

const Again = ({ file, polls, poll }: Around & { readonly poll: string }) => {
  const rules = useQuery(rulesQuery)
  const voters = useQuery(allVotersQuery(poll))
  const territory = useQuery(territoryQuery(file.community.id))
  return (
    <Answered query={useQuery({ ...pollQuery(poll), refetchInterval: false })}>
      {(known) => (
        <Answered query={voters}>
          {(list) => (
            <Answered query={rules}>
              {(all) => (
                <Answered query={territory}>
                  {({ children }) => (
                    <DraftForm
                      file={file}
                      rules={all}
                      fixed={polls.rule}
                      drafted={{ file: known, voters: list, nodes: nodesIn(children) }}
                    />
                  )}
                </Answered>
              )}
            </Answered>
          )}
        </Answered>
      )}
    </Answered>
  )
}

export const PollDraftPage = () => {
  const { matter = '' } = useParams()
  const [search] = useSearchParams()
  const words = useWords(consolePollWords)
  const file = useQuery(matterQuery(matter))
  const polls = useQuery(pollsOfMatterQuery(matter))
  const poll = search.get('draft')
  const again = search.get('again')
  const term = search.get('term')
  return (
    <Page
      title={poll ? words.redraftTitle : words.draftTitle}
      above={<Link to={`/matters/${matter}`}>‹ {words.backToMatter}</Link>}
    >
      <p className="intro">{words.intro}</p>
      <Answered query={file}>
        {(loaded) => (
          <Answered query={polls}>
            {(known) =>
              poll ? (
                <Again file={loaded} polls={known} poll={poll} />
              ) : again ? (
                <OpenSeats file={loaded} poll={again} />
              ) : term ? (
                <VacantSeats file={loaded} term={term} />
              ) : (
                <Anew file={loaded} polls={known} />
              )
            }
          </Answered>
        )}
      </Answered>
    </Page>
  )
}
