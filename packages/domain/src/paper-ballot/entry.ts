// What the ledger keeps of a paper ballot: that it went out, came back and was read, and how; whose it is, who took it and what is marked on it sealed (R3.10).
import type { EntriesOf, EntryDraft } from '../ledger/index.ts'
import type { PaperEvent } from './paper-ballot.ts'

const entry = (facts: EntryDraft['facts'], sealed: EntryDraft['sealed']): EntryDraft => ({ facts, sealed })

export const paperEntry: EntriesOf<PaperEvent> = {
  PaperDelivered: ({ poll, voter, issue, how, to, told, warned, companion, seenAt }) =>
    entry({ poll, issue, how, told, warned, seenAt }, { voter, to, companion }),
  PaperNotDelivered: ({ poll, voter, issue, why, note, companion, seenAt }) =>
    entry({ poll, issue, why, seenAt }, { voter, note, companion }),
  PaperReturned: ({ poll, voter, issue, where, signed, photo, companion, seenAt, signedBy, assistance, pages }) =>
    entry(
      {
        poll,
        issue,
        where,
        signed,
        signedBy,
        assisted: assistance !== null,
        photo: photo !== null,
        seenAt,
        ...(pages > 1 && { pages }),
      },
      { voter, photo, companion, assistance },
    ),
  ProxyAppointed: ({ poll, voter, issue, holder, name, document }) =>
    entry({ poll, issue }, { voter, holder, name, document }),
  ProxyRevoked: ({ poll, voter, issue, reason }) => entry({ poll, issue }, { voter, reason }),
  PaperRead: ({ poll, voter, issue, marks }) => entry({ poll, issue }, { voter, marks }),
  ReadingsDiffered: ({ poll, voter, issue, polls }) =>
    entry({ poll, issue, questions: polls.length }, { voter, polls }),
  PaperSettled: ({ poll, voter, issue, where, readers, marks, reason }) =>
    entry(
      { poll, issue, where, third: reason !== null, questions: Object.keys(marks).length },
      { voter, readers, marks, reason },
    ),
  PictureKept: ({ poll, voter, issue, picture, void: replaced }) =>
    entry({ poll, issue, replaced }, { voter, scan: picture.scan, sha256: picture.sha256 }),
  PaperReplaced: ({ poll, voter, issue, reason }) => entry({ poll, issue }, { voter, reason }),
}
