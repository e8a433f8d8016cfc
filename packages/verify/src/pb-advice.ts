// What to do about a `.pb` file that cannot be read, in one sentence each.
import type { PbFileRefusal, PbRefusal } from '@yishi/domain/budget'

export const PB_ADVICE: Readonly<Record<PbFileRefusal | PbRefusal, string>> = {
  'pb-quote-open':
    'A cell begins with a quotation mark that is never closed; close it, or double it if it belongs to the text.',
  'pb-section-missing': 'Add this section: a file has META, PROJECTS and VOTES, each word on a line of its own.',
  'pb-section-twice': 'Keep this section once.',
  'pb-text-before-sections': 'Begin the file with the line META.',
  'pb-columns-differ':
    'Give this line as many cells as its section has columns; put a cell with a semicolon in quotation marks.',
  'pb-key-missing': 'Add this key to META.',
  'pb-key-twice': 'Keep this key of META once.',
  'pb-column-missing': 'Add this column to the header on this line.',
  'pb-amount-unreadable': 'Write the amount in digits, with a point for decimals and nothing else.',
  'pb-vote-type-unknown': 'Use approval, choose-1, cumulative or scoring; ordinal ballots are not counted here.',
  'pb-project-twice': 'Give each project an id of its own.',
  'pb-project-unnamed': 'Give this project an id.',
  'pb-project-unknown': 'Vote only for projects that the section PROJECTS lists.',
  'pb-voter-twice': 'Keep one ballot for each voter.',
  'pb-vote-twice': 'Name each project at most once on a ballot.',
  'pb-votes-too-many': 'Keep one project on this ballot, or change vote_type to approval.',
  'pb-points-differ': 'Give as many points as projects, in the same order.',
  'pb-points-unreadable': 'Write points in digits, not below zero.',
  'pb-count-differs': 'Rows may be missing: fetch the file again, or correct this number in META.',
  'pb-nobody-voted': 'There is nothing to share among nobody; add the ballots.',
}
