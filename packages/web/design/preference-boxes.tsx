// The boxes of a paper ballot that ranks, scores or ticks: one beside each option, for a number or a tick, and one to abstain.
import type { Language } from '@yishi/contract/pages'
import type { PreferenceQuestion } from '@yishi/domain/poll'
import { fillingSentence, preferenceSheetWords } from '../words/preference-sheet.ts'

type Given = { readonly question: PreferenceQuestion; readonly lang: Language }

export const PreferenceBoxes = ({ question, lang }: Given) => (
  <>
    <p>
      <strong>{fillingSentence(question, lang)}</strong>
    </p>
    <ul className="ballot-boxes">
      {question.options.map(({ key, text }) => (
        <li key={key}>
          <span className="ballot-box" aria-hidden="true" />
          {text}
        </li>
      ))}
    </ul>
    <p className="ballot-abstain">
      <span className="ballot-box" aria-hidden="true" />
      {preferenceSheetWords[lang].abstain}
    </p>
  </>
)
