// The catalogue of procedures as a page for the documentation, written from the documents and from nothing else.
import { limitInWords } from '@yishi/domain/calendar'
import {
  type Finding,
  type Gate,
  type Outcome,
  type Procedure,
  type Stage,
  checkProcedure,
  findingInWords,
  inWords,
  simplePaths,
} from '@yishi/domain/procedure'

const cell = (text: string): string => text.replaceAll('|', '\\|')
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`

const gateInWords = ({ gate, ...parameters }: Gate): string => {
  const told = Object.values(parameters).filter((value) => value !== undefined)
  const words = inWords(gate, 'en')
  return told.length === 0 ? words : `${words} (${told.map((value) => inWords(String(value), 'en')).join(', ')})`
}

const limitsInWords = ({ limits, since }: Stage): string =>
  Object.entries(limits)
    .flatMap(([kind, limit]) => (limit ? [`${inWords(kind, 'en')} ${limitInWords(limit, 'en')}`] : []))
    .join(', ') + (since === 'raised' ? ' (from raising)' : '')

const settingsInWords = (stage: Stage): string => {
  switch (stage.act) {
    case 'assign':
      return `${stage.settings.parties.min} to ${stage.settings.parties.max} parties`
    case 'discuss':
      return stage.settings.format
    case 'decide':
      return `by the poll rule ${stage.settings.rule}`
    case 'do':
      return stage.settings.reportEvery ? `a word every ${limitInWords(stage.settings.reportEvery, 'en')}` : ''
    case 'revisit':
      return `after ${limitInWords(stage.settings.after, 'en')}, by ${stage.settings.by}`
    default:
      return ''
  }
}

const outcomeRow = ({ names, taken, gates, to, end }: Outcome): string =>
  row([
    '',
    `${names.zh} · ${names.en}`,
    taken === 'itself' ? 'by itself' : 'chosen',
    gates.map(gateInWords).join(' + ') || '–',
    to ? `→ ${to}` : `■ ${end}`,
  ])

const stageRows = (procedure: Procedure, stage: Stage): readonly string[] => {
  const actors = stage.actors.map((actor) => procedure.seats.find(({ key }) => key === actor)?.names.zh ?? actor)
  return [
    row([
      `**${stage.key}** (${stage.act})`,
      `**${stage.names.zh} · ${stage.names.en}**`,
      actors.join('、'),
      limitsInWords(stage),
      settingsInWords(stage),
    ]),
    ...stage.outcomes.map(outcomeRow),
  ]
}

const findingLine = (procedure: Procedure, finding: Finding): string => {
  const source = finding.source ? ` (${finding.source})` : ''
  return `- \`${finding.code}\` ${finding.severity}: ${findingInWords(finding, 'en', procedure)}${source}`
}

const sourceLine = ({ source: { method, place, basis } }: Procedure): string =>
  basis === 'ours' ? 'Our own.' : `From \`${method}\`, ${place}; ${basis}.`

const chapter = (procedure: Procedure): string => {
  const findings = checkProcedure(procedure)
  return [
    `## ${procedure.names.zh} · ${procedure.names.en}`,
    '',
    `\`${procedure.key}\`, version ${procedure.version}. ${sourceLine(procedure)} ` +
      `${simplePaths(procedure).length} simple paths. Reopens at \`${procedure.reopensAt}\`.`,
    '',
    `${procedure.summary.zh}`,
    '',
    `${procedure.summary.en}`,
    '',
    row(['stage', 'name', 'who / how', 'limits / gates', 'settings / leads to']),
    row(['---', '---', '---', '---', '---']),
    ...procedure.stages.flatMap((stage) => stageRows(procedure, stage)),
    '',
    ...(findings.length === 0 ? ['No findings.'] : findings.map((finding) => findingLine(procedure, finding))),
    '',
  ].join('\n')
}

const HEAD = `# Procedures

Generated from the documents of the library; do not edit.
`

export const proceduresCatalogue = (procedures: readonly Procedure[]): string =>
  [HEAD, ...procedures.map(chapter)].join('\n')
