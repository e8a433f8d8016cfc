// The two decisions about a claim: confirm it as one of the roster's owners, saying how it was checked; or refuse it with a reason for the resident.
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Radio } from 'antd'
import type { ClaimFile } from '@yishi/contract/identity'
import { STAFF_HOWS, type StaffHow } from '@yishi/domain/identity'
import { useState } from 'react'
import { consoleIdentityWords } from '../../words/console-identity.ts'
import { write } from '../api.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Submit } from '../parts/submit.tsx'
import { claimQuery } from '../queries.ts'
import { useAttempt } from '../use-attempt.ts'

type Given = { readonly file: ClaimFile; readonly onDone: () => void }

const useDeciding = <Body,>({ file, onDone }: Given, decision: 'confirm' | 'refuse') => {
  const client = useQueryClient()
  return useAttempt({
    send: (body: Body, key) => write<ClaimFile>(`/claims/${encodeURIComponent(file.claim)}/${decision}`, body, { key }),
    onDone(decided) {
      client.setQueryData(claimQuery(file.claim).queryKey, decided)
      void client.invalidateQueries({ queryKey: ['claims'] })
      onDone()
    },
  })
}

type Confirmation = { readonly owner: string; readonly how: StaffHow; readonly reason?: string }

export const ConfirmForm = (given: Given) => {
  const words = useWords(consoleIdentityWords)
  const { owners } = given.file
  const rules = useRule(true)
  const confirming = useDeciding<Confirmation>(given, 'confirm')
  const fitting = owners.filter(({ fit }) => fit.name)
  const [owner, setOwner] = useState(fitting.length === 1 ? fitting[0]!.person : undefined)
  const doubtful = owners.find(({ person }) => person === owner)?.needsReason ?? false
  return (
    <Form
      name="confirm-claim"
      layout="vertical"
      requiredMark={false}
      initialValues={{ owner }}
      onValuesChange={(_, values: Confirmation) => setOwner(values.owner)}
      onFinish={(values: Confirmation) => confirming.mutate({ ...values, reason: values.reason ?? '' })}
    >
      <Form.Item name="owner" label={words.which} rules={rules}>
        <Radio.Group
          aria-label={words.which}
          options={owners.map(({ person, name }) => ({ value: person, label: name }))}
        />
      </Form.Item>
      <Form.Item name="how" label={words.how} rules={rules}>
        <Radio.Group
          aria-label={words.how}
          options={STAFF_HOWS.map((value) => ({ value, label: words.hows[value] }))}
        />
      </Form.Item>
      {doubtful && (
        <Form.Item name="reason" label={words.reason} extra={words.reasonHint} rules={rules}>
          <Input.TextArea maxLength={300} rows={2} />
        </Form.Item>
      )}
      <Submit sending={confirming} label={words.confirm} />
    </Form>
  )
}

export const RefuseForm = (given: Given) => {
  const words = useWords(consoleIdentityWords)
  const rules = useRule(true)
  const refusing = useDeciding<{ readonly reason: string }>(given, 'refuse')
  return (
    <Form
      name="refuse-claim"
      layout="vertical"
      requiredMark={false}
      initialValues={{ reason: words.refuseExample }}
      onFinish={(values: { reason: string }) => refusing.mutate(values)}
    >
      <Form.Item name="reason" label={words.refuseReason} extra={words.refuseHint} rules={rules}>
        <Input.TextArea maxLength={300} rows={2} />
      </Form.Item>
      <div className="stack">
        <ProblemNote error={refusing.error} />
        <div>
          <Button danger htmlType="submit" loading={refusing.isPending}>
            {words.refuse}
          </Button>
        </div>
      </div>
    </Form>
  )
}
