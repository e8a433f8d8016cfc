// What one turn of a secret election came to: void or not, who is elected to each post, votes, and every sum.
import type { Language } from '@yishi/contract/pages'
import { type SecretResult, type SectionResult, isRecalled, reached } from '@yishi/domain/secret-election'
import { electedByPost, electionToldWords } from '../words/election-told.ts'
import { electionWords } from '../words/election.ts'
import { listText } from '../words/list-text.ts'
import { ShapeIcon } from './icons.tsx'

type Given = { readonly result: SecretResult; readonly lang: Language }
type SectionGiven = { readonly section: SectionResult; readonly lang: Language }

const TONES = {
  elected: 'ok',
  tied: 'warn',
  'passed-over': 'info',
  elsewhere: 'info',
  'not-elected': 'mute',
  recalled: 'warn',
  stays: 'mute',
  against: 'mute',
} as const

type Candidate = SectionResult['candidates'][number]

/** The answers to a recall by the reader's language, everybody else by their name. */
const calledIn = ({ name, standing }: Candidate, lang: Language): string => {
  if (standing === 'against') return electionWords[lang].disagree
  return standing === 'recalled' || standing === 'stays' ? electionWords[lang].agree : name
}

/** Whether a section asks for an answer to a recall. */
const isAsked = ({ candidates }: SectionResult): boolean => candidates.some(({ standing }) => standing === 'against')

const isRecall = ({ sections }: SecretResult): boolean => sections.some((section) => isAsked(section))

const namesIn = ({ candidates }: SectionResult, keys: readonly string[]): readonly string[] =>
  candidates.filter(({ key }) => keys.includes(key)).map(({ name }) => name)

const told = ({ result, lang }: Given): string => {
  const words = electionWords[lang]
  const semicolon = lang === 'zh' ? '；' : '; '
  if (isRecall(result))
    return result.void
      ? `${words.void[result.void]}${semicolon}${words.recallVoid}`
      : result.sections.map((section) => words.recalled(section.title, isRecalled(section))).join(semicolon)
  if (result.void) return words.void[result.void]
  const to = result.sections
    .map((section) => ({ title: section.title, names: namesIn(section, section.elected) }))
    .filter(({ names }) => names.length > 0)
  const elected = to.length > 0 ? words.elected(electedByPost(to, lang)) : words.nobody
  return result.open > 0 ? `${elected}${semicolon}${words.open(result.open)}` : elected
}

const Twice = ({ result: { doubles, kept, sections }, lang }: Given) => {
  const words = electionWords[lang]
  const titleOf = (post: string): string => sections.find((section) => section.post === post)?.title ?? post
  return (
    <>
      {doubles.map(({ name, posts }) => (
        <p key={name}>
          <strong>{words.doubled(name, listText(posts.map(titleOf), lang))}</strong>
        </p>
      ))}
      {kept.map(({ name, post }) => (
        <p key={name}>{words.kept(name, titleOf(post))}</p>
      ))}
    </>
  )
}

const Section = ({ section, lang }: SectionGiven) => {
  const words = electionWords[lang]
  const { title, seats, spoiled, blank, candidates, open, next } = section
  const asks = isAsked(section)
  return (
    <section className="election-section">
      {title ? <h3>{asks ? title : words.postSeats(title, seats)}</h3> : null}
      <p className="num">{asks ? words.answers(spoiled, blank) : words.section(title, spoiled, blank)}</p>
      <ul className="ranking">
        {candidates.map(({ key, written, votes, added, standing }, index) => (
          <li key={key}>
            <strong>{calledIn(candidates[index]!, lang)}</strong>
            {written ? <span className="chip tone-mute">{words.written}</span> : null}
            <span className="num">{words.votes(reached({ votes, added }))}</span>
            {added.map((each) => (
              <span className="meta num" key={each.post}>
                {words.added(each.title, each.votes)}
              </span>
            ))}
            {words.standing[standing] ? (
              <span className={`chip tone-${TONES[standing]}`}>{words.standing[standing]}</span>
            ) : null}
          </li>
        ))}
      </ul>
      {open > 0 && next.length > 0 ? <p>{words.next(listText(namesIn(section, next), lang))}</p> : null}
    </section>
  )
}

const Sums = ({ result, lang }: Given) => (
  <>
    <h3>{electionWords[lang].arithmetic}</h3>
    <ul className="sums">
      {result.lines.map((line) => (
        <li key={line.zh}>{line[lang]}</li>
      ))}
      {result.sections.flatMap(({ title, candidates }) =>
        candidates
          .filter(({ standing }) => standing !== 'against')
          .map(({ key, line }) => (
            <li key={key}>{[title, line[lang]].filter(Boolean).join(lang === 'zh' ? '：' : ': ')}</li>
          )),
      )}
    </ul>
  </>
)

export const SecretResultView = ({ result, lang }: Given) => {
  const words = electionWords[lang]
  const filled = !result.void && result.open === 0 && result.doubles.length === 0 && result.woman !== 'unclear'
  return (
    <>
      <p className={`verdict tone-${filled ? 'ok' : 'mute'}`}>
        <ShapeIcon shape={filled ? 'tick' : 'barred'} />
        {told({ result, lang })}
      </p>
      <Twice result={result} lang={lang} />
      {result.woman && result.woman !== 'seated' ? <p>{electionToldWords[lang].woman[result.woman]}</p> : null}
      {result.round === 2 ? <p className="hint">{words.second}</p> : null}
      <p className="num">{words.totals(result.collected, result.spoiled)}</p>
      {result.sections.map((section) => (
        <Section key={section.post} section={section} lang={lang} />
      ))}
      <Sums result={result} lang={lang} />
    </>
  )
}
