// Signing in to a meeting with one's own phone: which seat, what name, and the code that hangs in the room.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { Choices, Field, FixFirst, Send, sentInPlace } from '../design/fields.tsx'
import { Card } from '../design/parts.tsx'
import { meetingWords } from '../words/meeting.ts'
import { momentInWords } from '../words/moments.ts'

type Given = Pages['meeting'] & { context: PageContext }

/** Free places by seat; where several are asked to one seat they are numbered. */
const placesOf = ({ meeting, context: { lang } }: Given) => {
  const words = meetingWords[lang]
  const labelOf = ({ number, seat, party }: (typeof meeting.places)[number]) => {
    const same = meeting.places.filter((each) => each.seat === seat && each.party === party)
    const name = meeting.seats.find(({ key }) => key === seat)?.names[lang] ?? ''
    const place = same.length > 1 ? words.place(same.findIndex((each) => each.number === number) + 1) : ''
    return [...new Set([name, party ?? '', place])].filter(Boolean).join(' ')
  }
  const free = meeting.places.filter(({ taken, seat }) => !taken && seat !== null)
  return [
    ...free.map((place) => ({ value: String(place.number), label: labelOf(place) })),
    { value: 'guest', label: words.guest },
  ]
}

const Fields = (given: Given) => {
  const { draft, context } = given
  const { lang } = context
  const { problems } = draft
  const words = meetingWords[lang]
  const common = { lang, maxLength: 40 }
  return (
    <>
      <Choices
        lang={lang}
        name="place"
        label={words.whichSeat}
        choices={placesOf(given)}
        value={draft.place}
        problem={problems.place}
      />
      <Field
        {...common}
        name="name"
        label={words.name}
        value={draft.name}
        autoComplete="name"
        problem={problems.name}
      />
      <Field
        {...common}
        name="household"
        label={words.household}
        hint={words.householdHint}
        value={draft.household}
        optional
      />
      <Field
        {...common}
        name="door"
        label={words.door}
        hint={words.doorHint}
        value={draft.door}
        inputMode="numeric"
        autoComplete="off"
        problem={problems.door}
      />
    </>
  )
}

export const SignInForm = (given: Given) => {
  const { meeting, draft, context } = given
  const words = meetingWords[context.lang]
  if (meeting.signIn === 'over') return null
  if (meeting.signIn === 'not-yet')
    return (
      <Card title={words.signIn}>
        <p>{words.signInLater(momentInWords(meeting.signInOpens, meeting.asOf, context.lang))}</p>
      </Card>
    )
  return (
    <Card title={words.signIn} id="sign-in">
      <p className="hint">{words.signInHint}</p>
      <form method="post" action={`/meetings/${meeting.code}/sign-in`} {...sentInPlace(context.lang)}>
        <FixFirst problems={draft.problems} lang={context.lang} />
        <Fields {...given} />
        <Send>{words.send}</Send>
      </form>
    </Card>
  )
}
