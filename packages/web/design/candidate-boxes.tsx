// The names on a paper ballot, each with the boxes that the rule asks for, and how many may be ticked.
import type { Language } from '@yishi/contract/pages'
import { type CandidatesQuestion, openSeats } from '@yishi/domain/poll'
import { candidatesWords } from '../words/candidates.ts'

type Given = { readonly question: CandidatesQuestion; readonly lang: Language }

export const CandidateBoxes = ({ question, lang }: Given) => {
  const words = candidatesWords[lang]
  const seats = openSeats(question)
  const marks = question.marking === 'each' ? [words.for, words.against, words.abstain] : [words.for]
  return (
    <>
      <p>
        <strong>{words.seats(seats, question.committee)}</strong> {words.onPaper[question.marking](seats)}
      </p>
      <table className="ballot-names">
        <thead>
          <tr>
            <th scope="col">{words.title}</th>
            {marks.map((mark) => (
              <th scope="col" key={mark}>
                {mark}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {question.options.map(({ key, text }) => (
            <tr key={key}>
              <th scope="row">{text}</th>
              {marks.map((mark) => (
                <td key={mark}>
                  <span className="ballot-box" aria-hidden="true" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
