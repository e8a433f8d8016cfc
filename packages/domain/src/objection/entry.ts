// What the ledger keeps of each event of an objection: to which notice, and how it was answered; words and people sealed.
import type { EntriesOf } from '../ledger/index.ts'
import type { ObjectionEvent } from './objection.ts'

export const objectionEntry: EntriesOf<ObjectionEvent> = {
  ObjectionLodged: ({ notice, text, name, phone, by, linkDigest }) => ({
    facts: { notice },
    sealed: { text, name, phone, by, link: linkDigest },
  }),
  ObjectionAnswered: ({ answer, upheld }) => ({ facts: { upheld }, sealed: { answer } }),
  ObjectionTakenBack: () => ({ facts: {}, sealed: {} }),
}
