// Taking a result over: which term, from when, for how long, and who on the roster those elected are; who gets a role by it is said before.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Form, Input, InputNumber, Radio } from 'antd'
import type { NewTerm, TermFile, TermOffer } from '@yishi/contract/term'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useState } from 'react'
import { consoleTermWords } from '../../words/console-term.ts'
import { listText } from '../../words/list-text.ts'
import { write } from '../api.ts'
import { useRule } from '../commands/inputs.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { Submit } from '../parts/submit.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/matter.css'
import { useAttempt } from '../use-attempt.ts'
import { termOfferQuery, termQuery } from './queries.ts'

type Elected = TermOffer['elected'][number]
/** `''` is nobody yet. */
type Values = Pick<NewTerm, 'number' | 'from' | 'years'> & { readonly who: Readonly<Record<string, string>> }

const nameOf = ({ poll, choice }: Elected): string => `${poll}-${choice}`

/** One owner of that very name is most likely meant. */
const likely = ({ rows }: Elected): string => (rows.length === 1 ? rows[0]!.person : '')

const Who = ({ elected }: { readonly elected: Elected }) => {
  const words = useWords(consoleTermWords)
  const options = elected.rows.map(({ person, homes, account, wears }) => ({
    value: person,
    label: words.row(homes, account, wears),
  }))
  return (
    <Form.Item
      name={['who', nameOf(elected)]}
      label={elected.name}
      {...(options.length === 0 ? { extra: words.noRow } : {})}
    >
      <Radio.Group aria-label={elected.name} options={[...options, { value: '', label: words.unknown }]} />
    </Form.Item>
  )
}

const useTaking = ({ poll, joins, elected }: TermOffer) => {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useAttempt({
    send({ who, ...term }: Values, key) {
      const members = elected.map((each) => ({
        poll: each.poll,
        choice: each.choice,
        person: who[nameOf(each)] || null,
      }))
      return joins
        ? write<TermFile>(`/terms/${joins}/seat`, { poll, members }, { key })
        : write<TermFile>('/terms', { ...term, poll, members }, { key })
    },
    onDone(file) {
      client.setQueryData(termQuery(file.term).queryKey, file)
      void client.invalidateQueries({ queryKey: ['terms'] })
      void navigate(`/terms/${file.term}`)
    },
  })
}

const Gains = ({ elected, who }: { readonly elected: TermOffer['elected']; readonly who: Values['who'] }) => {
  const words = useWords(consoleTermWords)
  const { lang } = useLanguage()
  const names = elected.filter((each) => who[nameOf(each)]).map(({ name }) => name)
  return (
    <Alert type="info" showIcon title={names.length > 0 ? words.gains(listText(names, lang)) : words.gainsNobody} />
  )
}

const Terms = ({ offer: { years } }: { readonly offer: TermOffer }) => {
  const words = useWords(consoleTermWords)
  const { lang } = useLanguage()
  const required = [{ required: true }]
  const days = useRule(true)
  return (
    <>
      <Form.Item name="number" label={words.number} rules={required}>
        <InputNumber min={1} max={99} precision={0} />
      </Form.Item>
      <Form.Item name="from" label={words.from} rules={days}>
        <Input type="date" />
      </Form.Item>
      <Form.Item
        name="years"
        label={words.years}
        extra={words.yearsHint(years.least, years.most, years.article[lang])}
        rules={required}
      >
        <InputNumber min={years.least} max={years.most} precision={0} />
      </Form.Item>
    </>
  )
}

const TakingForm = ({ offer }: { readonly offer: TermOffer }) => {
  const words = useWords(consoleTermWords)
  const { title, electedOn, joins, elected, sitting, committee, last, years } = offer
  const begun = Object.fromEntries(elected.map((each) => [nameOf(each), likely(each)]))
  const [who, setWho] = useState<Values['who']>(begun)
  const taking = useTaking(offer)
  return (
    <Form
      name="take-term"
      className="panel box"
      layout="vertical"
      requiredMark={false}
      initialValues={{ number: last + 1, from: electedOn, years: Math.max(3, years.least), who: begun }}
      onValuesChange={(_, values: Values) => setWho(values.who)}
      onFinish={(values: Values) => taking.mutate(values)}
    >
      <p>{words.beginHint(title, electedOn)}</p>
      {joins ? <p>{words.fillHint(sitting, committee)}</p> : <Terms offer={offer} />}
      <h2>{words.who}</h2>
      <p className="meta">{words.whoHint}</p>
      {elected.map((each) => (
        <Who key={nameOf(each)} elected={each} />
      ))}
      <Gains elected={elected} who={who} />
      <Submit sending={taking} label={joins ? words.submitFill : words.submitBegin} />
    </Form>
  )
}

export const TakingPage = () => {
  const words = useWords(consoleTermWords)
  const [search] = useSearchParams()
  const offer = useQuery(termOfferQuery(search.get('poll') ?? ''))
  return (
    <Page title={offer.data?.joins ? words.fill : words.begin} above={<Link to="/terms">‹ {words.back}</Link>}>
      <Answered query={offer}>{(loaded) => <TakingForm offer={loaded} />}</Answered>
    </Page>
  )
}
