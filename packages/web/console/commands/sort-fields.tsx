// Sorting a matter: level, colour, size, kind; the suggestion stands beside it and fills the form only when asked to.
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import { boardWords } from '../../words/console-board.ts'
import { formWords } from '../../words/console-forms.ts'
import { matterWords } from '../../words/console-matter.ts'
import { shellWords } from '../../words/console-shell.ts'
import { colourWords, kindWords, levelWords, sizeWords } from '../../words/kinds.ts'
import { listText } from '../../words/list-text.ts'
import { useLanguage, useName, useWords } from '../language.tsx'
import { useInHand } from '../matter/in-hand.tsx'
import { proceduresQuery } from '../procedure/procedure-view.ts'
import { votesIn } from '../procedure/votes.ts'
import { ChoiceField, useRule } from './inputs.tsx'

const useSortingNames = () => ({
  level: useWords(levelWords),
  colour: useWords(colourWords),
  size: useWords(sizeWords),
  kind: useWords(kindWords),
})

const Suggestion = () => {
  const words = useWords(matterWords)
  const shell = useWords(shellWords)
  const names = useSortingNames()
  const form = Form.useFormInstance()
  const { suggestion } = useInHand().file
  if (!suggestion) return null
  const { why, ...sorting } = suggestion
  return (
    <aside className="suggestion" aria-label={words.suggestion}>
      <strong>{words.suggestion}</strong>
      <p>
        {[
          names.kind[sorting.kind],
          names.level[sorting.level],
          names.colour[sorting.colour],
          names.size[sorting.size],
        ].join(' · ')}
      </p>
      <p className="meta">{shell.said(words.why, why.map((word) => words.mentions(word)).join(' '))}</p>
      <p className="meta">{words.adoptNote}</p>
      <Button onClick={() => form.setFieldsValue(sorting)}>{words.adopt}</Button>
    </aside>
  )
}

const ProcedureChoice = () => {
  const words = useWords(formWords)
  const name = useName()
  const { lang } = useLanguage()
  const procedures = useQuery(proceduresQuery(useInHand().file.community.id)).data ?? []
  const voted = (key: unknown): string => {
    const chosen = procedures.find((each) => each.key === key)
    return chosen ? words.procedureVotes(listText(votesIn(chosen, lang), lang)) : ''
  }
  const chosen = Form.useWatch<unknown>('procedure')
  return (
    <Form.Item name="procedure" label={words.procedure} extra={voted(chosen)}>
      <Select
        aria-label={words.procedure}
        allowClear
        placeholder={words.procedureAuto}
        options={procedures.map(({ key, names }) => ({ value: key, label: name(names) }))}
        optionRender={({ label, value }) => (
          <>
            <span className="block">{label}</span>
            <span className="meta block procedure-votes">{voted(value)}</span>
          </>
        )}
      />
    </Form.Item>
  )
}

export const SortFields = () => {
  const words = useWords(boardWords)
  const names = useSortingNames()
  const required = useRule(true)
  return (
    <>
      <Suggestion />
      <Form.Item name="kind" label={words.kind} rules={required}>
        <Select
          aria-label={words.kind}
          showSearch={{ optionFilterProp: 'label' }}
          options={Object.entries(names.kind).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <ChoiceField name="level" label={words.level} choices={names.level} />
      <ChoiceField name="colour" label={words.colour} choices={names.colour} />
      <ChoiceField name="size" label={words.size} choices={names.size} />
      <ProcedureChoice />
    </>
  )
}
