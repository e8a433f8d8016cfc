// Where a screen cannot be shown, because the line broke or a new version was installed meanwhile: it says so, and the navigation stays.
import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { shellWords } from '../../words/console-shell.ts'
import { useWords } from '../language.tsx'
import { Page } from './page.tsx'

type Caught = { readonly at: string; readonly instead: ReactNode; readonly children: ReactNode }

/** React has no other way to catch what a screen throws. */
class Catching extends Component<Caught, { readonly failedAt: string | null }> {
  override state = { failedAt: null as string | null }
  static getDerivedStateFromError() {
    return { failedAt: '' }
  }
  static getDerivedStateFromProps({ at }: Caught, { failedAt }: { failedAt: string | null }) {
    if (failedAt === '') return { failedAt: at }
    return failedAt === null || failedAt === at ? null : { failedAt: null }
  }
  override render() {
    return this.state.failedAt === null ? this.props.children : this.props.instead
  }
}

const Told = () => {
  const words = useWords(shellWords)
  return (
    <Page title={words.notOpened}>
      <p role="alert">{words.notOpenedHint}</p>
      <p>
        <Button type="primary" onClick={() => location.reload()}>
          {words.retry}
        </Button>
      </p>
    </Page>
  )
}

export const Mishap = ({ children }: { children: ReactNode }) => (
  <Catching at={useLocation().key} instead={<Told />}>
    {children}
  </Catching>
)
