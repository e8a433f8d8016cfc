// Writes what docs/ says of the code from the code itself; without --update it only compares, and names what is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cardRules } from '@yishi/domain/card'
import { excerptRules } from '@yishi/domain/excerpt'
import { groupRules } from '@yishi/domain/group'
import { courtBundles } from '@yishi/domain/court-bundle'
import { claimRules } from '@yishi/domain/identity'
import { joiningRules } from '@yishi/domain/joining'
import { budgetBallotRules, roundRules } from '@yishi/domain/budget'
import { electionRules } from '@yishi/domain/secret-election'
import { alertRules } from '@yishi/domain/alert'
import { drawRules } from '@yishi/domain/draw'
import { dutyRules } from '@yishi/domain/duty'
import { rulebooksInMarkdown } from '@yishi/domain/kernel'
import { matterRules } from '@yishi/domain/matter'
import { meetingRules } from '@yishi/domain/meeting'
import { noticeRules } from '@yishi/domain/notice'
import { objectionRules } from '@yishi/domain/objection'
import { orderRules } from '@yishi/domain/order'
import { paperRules } from '@yishi/domain/paper-ballot'
import { POLL_RULES, ballotRules, pollRules, pollRulesInMarkdown } from '@yishi/domain/poll'
import { projectRules } from '@yishi/domain/project'
import { termRules } from '@yishi/domain/term'
import { tipRules } from '@yishi/domain/tip'
import { PROCEDURES, proceduresCatalogue } from '@yishi/methods'

const root = join(import.meta.dirname, '..')

const GOLDEN: Readonly<Record<string, () => string>> = {
  'docs/generated/rulebooks.md': () =>
    rulebooksInMarkdown([
      { name: 'Matter', rules: matterRules },
      { name: 'Order', rules: orderRules },
      { name: 'Joining', rules: joiningRules },
      { name: 'Claim', rules: claimRules },
      { name: 'Term', rules: termRules },
      { name: 'Court bundle', rules: courtBundles },
      { name: 'Alert', rules: alertRules },
      { name: 'Duty', rules: dutyRules },
      { name: 'Project', rules: projectRules },
      { name: 'Poll', rules: pollRules },
      { name: 'Ballot', rules: ballotRules },
      { name: 'Paper ballot', rules: paperRules },
      { name: 'Draw', rules: drawRules },
      { name: 'Budget round', rules: roundRules },
      { name: 'Budget ballot', rules: budgetBallotRules },
      { name: 'Secret election', rules: electionRules },
      { name: 'Meeting', rules: meetingRules },
      { name: 'Notice', rules: noticeRules },
      { name: 'Objection', rules: objectionRules },
      { name: 'Group', rules: groupRules },
      { name: 'Excerpt', rules: excerptRules },
      { name: 'Card', rules: cardRules },
      { name: 'Tip', rules: tipRules },
    ]),
  'docs/generated/poll-rules.md': () => pollRulesInMarkdown(POLL_RULES),
  'docs/generated/procedures.md': () => proceduresCatalogue(PROCEDURES),
}

const update = process.argv.includes('--update')
const stale = Object.entries(GOLDEN).filter(([path, write]) => {
  const file = join(root, path)
  const text = write()
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false
  if (!update) return true
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return false
})
for (const [path] of stale) console.log(`${path} is out of date: npm run golden -- --update`)
process.exitCode = stale.length === 0 ? 0 : 1
