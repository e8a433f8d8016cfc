// The words of the desk, by whose sheets lie on it.
import type { PaperDesk } from '@yishi/contract/paper-ballot'
import { deskWordsFor } from '../../words/paper-of-people.ts'
import { useLanguage } from '../language.tsx'

export const useDeskWords = ({ electorate }: Pick<PaperDesk, 'electorate'>) =>
  deskWordsFor(electorate, useLanguage().lang)
