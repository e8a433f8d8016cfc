// What one turn of a secret election came to: void or not, who is elected, votes, and every sum.
import type { Language } from '@yishi/contract/pages'
import type { SecretResult } from '@yishi/domain/secret-election'
import { electionWords } from '../words/election.ts'
import { ShapeIcon } from './icons.tsx'

type Named = { readonly key: string; readonly name: string }
type Given = {
  readonly result: SecretResult
  readonly candidates: readonly Named[]
  readonly lang: Language
}

const TONES = { elected: 'ok', tied: 'warn', 'passed-over': 'info', 'not-elected': 'mute' } as const

const namesOf = ({ candidates, lang }: Given, keys: readonly string[]): string =>
  keys.map((key) => candidates.find((each) => each.key === key)?.name ?? key).join(lang === 'zh' ? '、' : ', ')

const told = (given: Given): string => {
  const { result, lang } = given
  const words = electionWords[lang]
  if (result.void) return words.void[result.void]
  const elected = result.elected.length > 0 ? words.elected(namesOf(given, result.elected)) : words.nobody
  return result.open > 0 ? `${elected}${lang === 'zh' ? '；' : '; '}${words.open(result.open)}` : elected
}

export const SecretResultView = (given: Given) => {
  const { result, lang } = given
  const words = electionWords[lang]
  const { collected, spoiled, blank } = result.totals
  const filled = !result.void && result.open === 0
  return (
    <>
      <p className={`verdict tone-${filled ? 'ok' : 'mute'}`}>
        <ShapeIcon shape={filled ? 'tick' : 'square'} />
        {told(given)}
      </p>
      {result.round === 2 ? <p className="hint">{words.second}</p> : null}
      <p className="num">{words.totals(collected, spoiled, blank)}</p>
      <ul className="ranking">
        {result.candidates.map(({ key, votes, standing }) => (
          <li key={key}>
            <strong>{namesOf(given, [key])}</strong>
            <span className="num">{words.votes(votes)}</span>
            <span className={`chip tone-${TONES[standing]}`}>{words.standing[standing]}</span>
          </li>
        ))}
      </ul>
      <h3>{words.arithmetic}</h3>
      <ul className="sums">
        {[...result.lines, ...result.candidates.map(({ line }) => line)].map((line) => (
          <li key={line.zh}>{line[lang]}</li>
        ))}
      </ul>
      {result.open > 0 && result.next.length > 0 ? <p>{words.next(namesOf(given, result.next))}</p> : null}
    </>
  )
}
