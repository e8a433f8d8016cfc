// Tips (提示语): which words call for which gentle text; the desk rewrites them.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import type { Tip } from '@yishi/contract/group'
import { useState } from 'react'
import { Link } from 'react-router'
import { groupWords, tipWords } from '../../words/console-groups.ts'
import { shellWords } from '../../words/console-shell.ts'
import { newKey, write } from '../api.ts'
import { useOneCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Submit } from '../parts/submit.tsx'
import { tipsQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'
import '../styles/groups.css'

const useWriting = (path: string, onDone: () => void) => {
  const client = useQueryClient()
  const community = useOneCommunity()
  return useMutation({
    mutationFn: (body: object) => write(path, { community, ...body }, { key: newKey() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['tips'] })
      onDone()
    },
  })
}

const keywordsOf = (typed: string): readonly string[] => [...new Set(typed.split(/[\s,，、;；]+/u).filter(Boolean))]

const TipForm = ({ tip, onClose }: { tip: Tip | null; onClose: () => void }) => {
  const words = useWords(tipWords)
  const { save } = useWords(groupWords)
  const { required, cancel } = useWords(shellWords)
  const writing = useWriting(tip ? `/tips/${tip.tip}` : '/tips', onClose)
  const rules = [{ required: true, whitespace: true, message: required }]
  return (
    <Modal open title={tip ? words.edit : words.add} onCancel={onClose} footer={null}>
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ keywords: tip?.keywords.join(' ') ?? '', text: tip?.text ?? '' }}
        onFinish={({ keywords, text }: { keywords: string; text: string }) =>
          writing.mutate({ keywords: keywordsOf(keywords), text })
        }
      >
        <Form.Item name="keywords" label={words.keywords} extra={words.keywordsHint} rules={rules}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="text" label={words.text} rules={rules}>
          <Input.TextArea rows={4} maxLength={300} showCount />
        </Form.Item>
        <Submit sending={writing} label={save}>
          <Button onClick={onClose}>{cancel}</Button>
        </Submit>
      </Form>
    </Modal>
  )
}

type ItemProps = { readonly tip: Tip; readonly mayWrite: boolean; readonly edit: () => void }

const Item = ({ tip, mayWrite, edit }: ItemProps) => {
  const words = useWords(tipWords)
  const dropping = useWriting(`/tips/${tip.tip}/drop`, () => undefined)
  const [first = ''] = tip.keywords
  return (
    <li className="panel step">
      <p className="row">
        {tip.keywords.map((keyword) => (
          <span key={keyword} className="chip plain">
            {keyword}
          </span>
        ))}
      </p>
      <p className="tip-text">{tip.text}</p>
      <ProblemNote error={dropping.error} />
      <div className="row">
        <CopyButton text={tip.text} copied={words.copied}>
          {words.copy}
        </CopyButton>
        {mayWrite && (
          <>
            <Button onClick={edit} aria-label={words.editOf(first)}>
              {words.edit}
            </Button>
            <Button
              danger
              loading={dropping.isPending}
              onClick={() => dropping.mutate({})}
              aria-label={words.dropOf(first)}
            >
              {words.drop}
            </Button>
          </>
        )}
      </div>
    </li>
  )
}

export const TipsPage = () => {
  const words = useWords(tipWords)
  const shared = useWords(groupWords)
  const tips = useQuery(tipsQuery(useOneCommunity()))
  const [editing, edit] = useState<Tip | 'new' | null>(null)
  return (
    <Page title={shared.tips} above={<Link to="/groups">‹ {shared.back}</Link>} actions={<OneCommunity />}>
      <p className="intro">{words.intro}</p>
      <Answered query={tips}>
        {({ tips: list, mayWrite }) => (
          <div className="stack">
            {mayWrite && (
              <div className="row">
                <Button type="primary" onClick={() => edit('new')}>
                  {words.add}
                </Button>
              </div>
            )}
            {list.length === 0 && <p className="quiet">{words.none}</p>}
            <ul className="stack">
              {list.map((tip) => (
                <Item key={tip.tip} tip={tip} mayWrite={mayWrite} edit={() => edit(tip)} />
              ))}
            </ul>
          </div>
        )}
      </Answered>
      {editing && <TipForm tip={editing === 'new' ? null : editing} onClose={() => edit(null)} />}
    </Page>
  )
}
