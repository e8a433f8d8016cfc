// The projects of a matter in its file: milestones with their days, photos from before and after, and what the reader may do.
import { useQuery } from '@tanstack/react-query'
import type { ProjectCommandName, ProjectView } from '@yishi/contract/project'
import { Button } from 'antd'
import { useState } from 'react'
import { milestoneStatusWords, projectFormWords, projectStatusWords, projectWords } from '../../words/project.ts'
import { useWords } from '../language.tsx'
import { useInHand } from '../matter/in-hand.tsx'
import { Figures } from '../parts/figures.tsx'
import { Photos } from '../parts/photos.tsx'
import { projectsQuery } from '../queries.ts'
import { ProjectDrawer, type ProjectOpened } from './project-drawer.tsx'

const TONES = { planned: 'info', claimed: 'warn', accepted: 'ok' } as const
type Open = (opened: ProjectOpened) => void

const Milestone = ({ project, index, open }: { project: ProjectView; index: number; open: Open }) => {
  const words = useWords(projectWords)
  const form = useWords(projectFormWords)
  const statuses = useWords(milestoneStatusWords)
  const { name, by, status, overdue, may } = project.milestones[index]!
  return (
    <li className="order">
      <div className="row">
        <strong>{name}</strong>
        <span className={`chip ${TONES[status]}`}>{statuses[status]}</span>
        <span className="meta num">{words.by(by)}</span>
        {overdue && status !== 'accepted' && <span className="chip bad">{words.overdue}</span>}
      </div>
      {may.length > 0 && (
        <div className="row">
          {may.map((command, place) => (
            <Button
              key={command}
              size="small"
              type={place === 0 ? 'primary' : 'default'}
              aria-label={`${form.names[command as ProjectCommandName]}: ${name}`}
              onClick={() => open({ project, name: command as ProjectCommandName, milestone: index })}
            >
              {form.names[command as ProjectCommandName]}
            </Button>
          ))}
        </div>
      )}
    </li>
  )
}

const Compared = ({ project }: { project: ProjectView }) => {
  const words = useWords(projectWords)
  return (
    <div className="row compared">
      <div>
        <h3>{words.before}</h3>
        <Photos photos={project.before} />
      </div>
      {project.after.length > 0 && (
        <div>
          <h3>{words.after}</h3>
          <Photos photos={project.after} />
        </div>
      )}
    </div>
  )
}

const Project = ({ project, open }: { project: ProjectView; open: Open }) => {
  const words = useWords(projectWords)
  const form = useWords(projectFormWords)
  const statuses = useWords(projectStatusWords)
  return (
    <article className="stack">
      <div className="row">
        <strong>{project.title}</strong>
        <span className="chip plain">{statuses[project.status]}</span>
        <span className="meta">{words.byParty(project.partyName, project.deadline)}</span>
      </div>
      <Figures figures={project.figures} />
      <ol>
        {project.milestones.map((milestone, index) => (
          <Milestone key={`${milestone.by}-${index}`} project={project} index={index} open={open} />
        ))}
      </ol>
      <Compared project={project} />
      {project.may.includes('stop') && (
        <div className="row tending">
          <Button type="link" onClick={() => open({ project, name: 'stop' })}>
            {form.names.stop}
          </Button>
        </div>
      )}
    </article>
  )
}

export const Projects = () => {
  const form = useWords(projectFormWords)
  const { file } = useInHand()
  const { data } = useQuery(projectsQuery(file.matter, file.revision))
  const [opened, open] = useState<ProjectOpened | null>(null)
  if (!data || (data.projects.length === 0 && !data.start)) return null
  return (
    <section className="panel box" aria-label={form.projects}>
      <h2>{form.projects}</h2>
      {data.projects.map((project) => (
        <Project key={project.project} project={project} open={open} />
      ))}
      {data.start && (
        <div className="row">
          <Button onClick={() => open({ name: 'start' })}>{form.start}</Button>
          <span className="meta">{form.none}</span>
        </div>
      )}
      {opened && <ProjectDrawer opened={opened} onClose={() => open(null)} />}
    </section>
  )
}
