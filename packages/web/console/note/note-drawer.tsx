// The note beside whatever is on the screen: closed and opened again it still holds what was typed.
import { Drawer } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useRef } from 'react'
import { noteWords } from '../../words/console-note.ts'
import { useWords } from '../language.tsx'
import { NoteForm } from './note-form.tsx'

type Props = { readonly open: boolean; readonly onClose: () => void }

export const NoteDrawer = ({ open, onClose }: Props) => {
  const words = useWords(noteWords)
  const first = useRef<TextAreaRef>(null)
  return (
    <Drawer
      open={open}
      size={520}
      title={words.title}
      onClose={onClose}
      afterOpenChange={(opened) => opened && first.current?.focus()}
    >
      <NoteForm first={first} />
    </Drawer>
  )
}
