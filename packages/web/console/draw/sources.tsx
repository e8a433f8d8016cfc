// The sources of a draw at the desk: what each came to, and the form for whoever stands by when its moment has come.
import { Alert, Form, Input } from 'antd'
import type { DrawFile, SourceView } from '@yishi/contract/draw'
import { consoleDrawWords } from '../../words/console-draw.ts'
import { shortMoment } from '../../words/console-time.ts'
import { drawWords, sourceInWords } from '../../words/draw.ts'
import { useLanguage, useWords } from '../language.tsx'
import { Submit } from '../parts/submit.tsx'
import { numbersIn } from './draft-body.ts'
import { useDrawAct } from './use-draw-act.ts'

type Entering = { readonly source: number; readonly outcome: number[] | string }

const Enter = ({ file, source, at }: { file: DrawFile; source: SourceView; at: number }) => {
  const words = useWords(consoleDrawWords)
  const [form] = Form.useForm<{ typed: string }>()
  const entering = useDrawAct<Entering>(file, 'enter-source', () => form.resetFields())
  const beacon = source.kind === 'drand'
  return (
    <Form
      form={form}
      name={`source-${at}`}
      layout="vertical"
      requiredMark={false}
      onFinish={({ typed }) =>
        entering.mutate({ source: at, outcome: beacon ? typed.trim() : (numbersIn(typed) ?? []) })
      }
    >
      <Form.Item
        name="typed"
        label={beacon ? words.signature : words.numbers}
        extra={beacon ? words.signatureHint(source.round ?? 0) : words.numbersHint(source.numbers)}
        rules={[
          { required: true, whitespace: true, message: words.numbersWrong },
          ...(beacon
            ? []
            : [
                {
                  validator: (_: unknown, typed = '') =>
                    typed === '' || numbersIn(String(typed))
                      ? Promise.resolve()
                      : Promise.reject(new Error(words.numbersWrong)),
                },
              ]),
        ]}
      >
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <Submit sending={entering} label={words.enter} />
    </Form>
  )
}

const Known = ({ outcome }: { outcome: NonNullable<SourceView['outcome']> }) => {
  const words = useWords(consoleDrawWords)
  return (
    <p>
      <strong className="num">{outcome.randomness ?? outcome.numbers.join(' ')}</strong>{' '}
      <span className="meta num">{words.knownSince(shortMoment(outcome.knownAt))}</span>
    </p>
  )
}

const Source = ({ file, source, at }: { file: DrawFile; source: SourceView; at: number }) => {
  const words = useWords(consoleDrawWords)
  const told = useWords(drawWords)
  const { lang } = useLanguage()
  const first = file.firsts[at]
  const may = file.may.includes('enter-source') && source.outcome === null && source.at <= file.asOf
  return (
    <li className="order">
      <strong>{told.kinds[source.kind]}</strong>
      <p>{sourceInWords(source, lang)}</p>
      <span className="meta num">{words.knownAt(shortMoment(source.at))}</span>
      {source.outcome && <Known outcome={source.outcome} />}
      {source.differed > 0 && <Alert type="warning" showIcon title={words.differed(source.differed)} />}
      {source.outcome === null && first && <Alert type="info" showIcon title={words.firstBy(first)} />}
      {may && <Enter file={file} source={source} at={at} />}
    </li>
  )
}

export const Sources = ({ file }: { file: DrawFile }) => {
  const words = useWords(consoleDrawWords)
  return (
    <section className="panel box" aria-label={words.sources}>
      <h2>{words.sources}</h2>
      <p className="meta">{words.sourcesHint}</p>
      <ul>
        {file.sources.map((source, at) => (
          <Source key={source.at + sourceInWords(source, 'zh')} file={file} source={source} at={at} />
        ))}
      </ul>
    </section>
  )
}
