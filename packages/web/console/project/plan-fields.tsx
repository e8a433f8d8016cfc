// The plan of a project: its name, who carries it out, the milestones with their days, and how it looks before.
import { Button, Form, Input } from 'antd'
import { projectFormWords } from '../../words/project.ts'
import { FiguresField } from '../commands/figures-field.tsx'
import { PartyField, TextField, useRule } from '../commands/inputs.tsx'
import { PhotosField } from '../commands/photos-field.tsx'
import { useWords } from '../language.tsx'

const MOST = 12

type DayProps = { readonly name: string | (string | number)[]; readonly label: string }

/** The browser's own field gives the day as `2026-11-21`, as the contract wants it. */
export const DayField = ({ name, label }: DayProps) => (
  <Form.Item name={name} label={label} rules={useRule(true)}>
    <Input type="date" />
  </Form.Item>
)

const MilestonesField = () => {
  const words = useWords(projectFormWords)
  return (
    <div className="form-block">
      <h3>{words.milestones}</h3>
      <p className="meta">{words.milestonesHint}</p>
      <Form.List name="milestones">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <fieldset key={key} className="figure-row">
                <legend className="unseen">{words.milestone(name + 1)}</legend>
                <TextField name={[name, 'name']} label={words.milestoneName} longest={60} rows={1} />
                <DayField name={[name, 'by']} label={words.day} />
                {rows.length > 1 && (
                  <Button
                    type="text"
                    aria-label={`${words.remove}: ${words.milestone(name + 1)}`}
                    onClick={() => remove(name)}
                  >
                    ×
                  </Button>
                )}
              </fieldset>
            ))}
            {rows.length < MOST && <Button onClick={() => add({})}>{words.addMilestone}</Button>}
          </>
        )}
      </Form.List>
    </div>
  )
}

export const PlanFields = () => {
  const words = useWords(projectFormWords)
  return (
    <>
      <TextField name="title" label={words.projectTitle} longest={60} rows={1} />
      <PartyField name="party" label={words.party} />
      <MilestonesField />
      <p className="meta">{words.photosBefore}</p>
      <PhotosField />
      <FiguresField />
    </>
  )
}
