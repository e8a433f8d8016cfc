// How a form ends: what went wrong, and the button that sends it; beside the button whatever else can be done, such as giving up.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ProblemNote } from './problem-note.tsx'

type Given = {
  readonly sending: { readonly error: unknown; readonly isPending: boolean }
  readonly label: string
  readonly danger?: boolean
  readonly children?: ReactNode
}

export const Submit = ({ sending, label, danger = false, children }: Given) => (
  <div className="stack">
    <ProblemNote error={sending.error} />
    <div className="row">
      <Button type="primary" htmlType="submit" danger={danger} loading={sending.isPending}>
        {label}
      </Button>
      {children}
    </div>
  </div>
)
