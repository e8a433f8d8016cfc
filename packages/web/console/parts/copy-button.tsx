// Copies a text: by the clipboard, or where browsers withhold it on plain http, by a selection.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'

const bySelection = (text: string): boolean => {
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'unseen'
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  return done
}

const copyText = async (text: string): Promise<boolean> => {
  const written = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  )
  return written ?? bySelection(text)
}

type Props = {
  readonly text: string
  readonly copied: string
  readonly primary?: boolean
  readonly children: ReactNode
}

export const CopyButton = ({ text, copied, primary = false, children }: Props) => {
  const [done, setDone] = useState(false)
  return (
    <>
      <Button type={primary ? 'primary' : 'default'} onClick={() => void copyText(text).then(setDone)}>
        {children}
      </Button>
      <span role="status">{done && copied}</span>
    </>
  )
}
