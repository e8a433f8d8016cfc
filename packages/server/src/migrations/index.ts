// Every change of the database's shape, in order; a name once published is never changed.
import type { Migration } from 'kysely/migration'
import { up as kernel } from './0001-kernel.ts'
import { up as territory } from './0002-territory.ts'
import { up as matter } from './0003-matter.ts'
import { up as account } from './0004-account.ts'
import { up as message } from './0005-message.ts'
import { up as hotWrites } from './0009-hot-writes.ts'
import { up as sensitiveRead } from './0010-sensitive-read.ts'
import { up as spotOfPlace } from './0011-spot-of-place.ts'
import { up as board } from './0012-board.ts'
import { up as writtenTogether } from './0013-written-together.ts'
import { up as proceedings } from './0014-proceedings.ts'
import { up as meeting } from './0015-meeting.ts'
import { up as poll } from './0016-poll.ts'
import { up as notice } from './0017-notice.ts'
import { up as project } from './0018-project.ts'
import { up as groupChat } from './0020-group-chat.ts'
import { up as joining } from './0021-joining.ts'
import { up as hotline } from './0022-hotline.ts'
import { up as patrol } from './0023-patrol.ts'
import { up as alert } from './0024-alert.ts'
import { up as duty } from './0025-duty.ts'
import { up as recording } from './0026-recording.ts'
import { up as helping } from './0027-helping.ts'
import { up as draw } from './0028-draw.ts'
import { up as secretElection } from './0038-secret-election.ts'
import { up as budget } from './0029-budget.ts'
import { up as ownersVote } from './0030-owners-vote.ts'
import { up as fewerLocks } from './0032-fewer-locks.ts'
import { up as meetingVotes } from './0033-meeting-votes.ts'
import { up as paperBallot } from './0034-paper-ballot.ts'
import { up as proxies } from './0035-proxies.ts'
import { up as pollLots } from './0036-poll-lots.ts'
import { up as agenda } from './0037-agenda.ts'
import { up as courtBundle } from './0039-court-bundle.ts'
import { up as scans } from './0040-scans.ts'
import { up as claim } from './0041-claim.ts'
import { up as electionPosts } from './0042-election-posts.ts'
import { up as budgetDesk } from './0044-budget-desk.ts'
import { up as hotReads } from './0045-hot-reads.ts'
import { up as oneIndexOfCodes } from './0047-one-index-of-codes.ts'
import { up as electionClock } from './0048-election-clock.ts'
import { up as samePerson } from './0049-same-person.ts'
import { up as courtBundleMaking } from './0052-court-bundle-making.ts'
import { up as electionCandidates } from './0054-election-candidates.ts'
import { up as keptLists } from './0055-kept-lists.ts'
import { up as messagesInEnglish } from './0057-messages-in-english.ts'
import { up as actsFromElsewhere } from './0058-acts-from-elsewhere.ts'
import { up as pausedIsNotDue } from './0059-paused-is-not-due.ts'
import { up as electionFurther } from './0060-election-further.ts'
import { up as term } from './0062-term.ts'
import { up as numbersAhead } from './0066-numbers-ahead.ts'

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-kernel': { up: kernel },
  '0002-territory': { up: territory },
  '0003-matter': { up: matter },
  '0004-account': { up: account },
  '0005-message': { up: message },
  '0009-hot-writes': { up: hotWrites },
  '0010-sensitive-read': { up: sensitiveRead },
  '0011-spot-of-place': { up: spotOfPlace },
  '0012-board': { up: board },
  '0013-written-together': { up: writtenTogether },
  '0014-proceedings': { up: proceedings },
  '0015-meeting': { up: meeting },
  '0016-poll': { up: poll },
  '0017-notice': { up: notice },
  '0018-project': { up: project },
  '0020-group-chat': { up: groupChat },
  '0021-joining': { up: joining },
  '0022-hotline': { up: hotline },
  '0023-patrol': { up: patrol },
  '0024-alert': { up: alert },
  '0025-duty': { up: duty },
  '0026-recording': { up: recording },
  '0027-helping': { up: helping },
  '0028-draw': { up: draw },
  '0029-budget': { up: budget },
  '0030-owners-vote': { up: ownersVote },
  '0032-fewer-locks': { up: fewerLocks },
  '0033-meeting-votes': { up: meetingVotes },
  '0034-paper-ballot': { up: paperBallot },
  '0035-proxies': { up: proxies },
  '0036-poll-lots': { up: pollLots },
  '0037-agenda': { up: agenda },
  '0038-secret-election': { up: secretElection },
  '0039-court-bundle': { up: courtBundle },
  '0040-scans': { up: scans },
  '0041-claim': { up: claim },
  '0042-election-posts': { up: electionPosts },
  '0044-budget-desk': { up: budgetDesk },
  '0045-hot-reads': { up: hotReads },
  '0047-one-index-of-codes': { up: oneIndexOfCodes },
  '0048-election-clock': { up: electionClock },
  '0049-same-person': { up: samePerson },
  '0052-court-bundle-making': { up: courtBundleMaking },
  '0054-election-candidates': { up: electionCandidates },
  '0055-kept-lists': { up: keptLists },
  '0057-messages-in-english': { up: messagesInEnglish },
  '0058-acts-from-elsewhere': { up: actsFromElsewhere },
  '0059-paused-is-not-due': { up: pausedIsNotDue },
  '0060-election-further': { up: electionFurther },
  '0062-term': { up: term },
  '0066-numbers-ahead': { up: numbersAhead },
}
