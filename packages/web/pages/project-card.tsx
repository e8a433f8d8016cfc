// A project as whoever raised the matter sees it: its milestones with their days, and how it looked before and after.
import type { Language } from '@yishi/contract/pages'
import type { PublicProject } from '@yishi/contract/project'
import { ShapeIcon } from '../design/icons.tsx'
import { Card, PhotoStrip } from '../design/parts.tsx'
import { milestoneStatusWords, projectStatusWords, projectWords } from '../words/project.ts'

type Milestone = PublicProject['milestones'][number]

const SHAPES = { planned: 'ring', claimed: 'half', accepted: 'tick' } as const

const Step = ({ milestone, lang }: { milestone: Milestone; lang: Language }) => {
  const { name, by, status, overdue } = milestone
  const late = overdue && status !== 'accepted'
  const state = status === 'accepted' ? 'done' : status === 'claimed' ? 'now' : 'ahead'
  return (
    <li className={`step step-${state}`}>
      <ShapeIcon shape={late ? 'triangle' : SHAPES[status]} />
      <div className="step-body">
        <h3>{name}</h3>
        <p className="meta">
          {milestoneStatusWords[lang][status]} · <time dateTime={by}>{projectWords[lang].by(by)}</time>
          {late ? ` · ${projectWords[lang].overdue}` : null}
        </p>
      </div>
    </li>
  )
}

const Pictures = ({ title, photos, lang }: { title: string; photos: PublicProject['before']; lang: Language }) =>
  photos.length === 0 ? null : (
    <div>
      <h3>{title}</h3>
      <PhotoStrip photos={photos} lang={lang} />
    </div>
  )

export const ProjectCard = ({ project, lang }: { project: PublicProject; lang: Language }) => {
  const words = projectWords[lang]
  const { title, partyName, status, deadline, milestones, before, after } = project
  const accepted = milestones.filter((each) => each.status === 'accepted').length
  return (
    <Card title={words.title(title)}>
      <p className="meta">
        {projectStatusWords[lang][status]} · {words.byParty(partyName, deadline)}
      </p>
      <p>{words.progress(accepted, milestones.length)}</p>
      <ol className="timeline">
        {milestones.map((milestone, index) => (
          <Step key={`${milestone.by}-${index}`} milestone={milestone} lang={lang} />
        ))}
      </ol>
      <Pictures title={words.before} photos={before} lang={lang} />
      <Pictures title={words.after} photos={after} lang={lang} />
    </Card>
  )
}
