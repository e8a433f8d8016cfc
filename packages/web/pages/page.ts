// What a page is: a component that turns its props and the reader's context into a whole document.
import type { PageContext, Pages } from '@yishi/contract/pages'
import type { ReactElement } from 'react'

export type Page<Key extends keyof Pages> = (given: { props: Pages[Key]; context: PageContext }) => ReactElement
