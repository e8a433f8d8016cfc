// The posts of an election, from the highest to the lowest: each with its seats and its candidates.
import { Button, Form, Input, InputNumber } from 'antd'
import { LONGEST_NAME, MOST_POSTS, MOST_SEATS } from '@yishi/domain/secret-election'
import { consoleSecretElectionWords } from '../../words/console-secret-election.ts'
import { shellWords } from '../../words/console-shell.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'

export type PostValues = { readonly title?: string; readonly seats: number; readonly candidates: string }

const Post = ({ at, remove }: { at: number; remove: (() => void) | null }) => {
  const words = useWords(consoleSecretElectionWords)
  const { required: message } = useWords(shellWords)
  return (
    <fieldset className="form-block poll-block">
      <legend>{words.post(at + 1)}</legend>
      <div className="two">
        <Form.Item name={[at, 'title']} label={words.postTitle}>
          <Input maxLength={LONGEST_NAME} />
        </Form.Item>
        <Form.Item name={[at, 'seats']} label={words.seats} rules={[{ required: true, message }]}>
          <InputNumber min={1} max={MOST_SEATS} precision={0} />
        </Form.Item>
      </div>
      <Form.Item name={[at, 'candidates']} label={words.candidates} rules={useRule(true)}>
        <Input.TextArea rows={4} />
      </Form.Item>
      {remove && <Button onClick={remove}>{words.removePost(at + 1)}</Button>}
    </fieldset>
  )
}

export const PostFields = () => {
  const words = useWords(consoleSecretElectionWords)
  return (
    <section className="stack election-posts" aria-label={words.posts}>
      <h2>{words.posts}</h2>
      <p className="meta">{words.postsHint}</p>
      <Form.List name="posts">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <Post key={key} at={name} remove={rows.length > 1 ? () => remove(name) : null} />
            ))}
            {rows.length < MOST_POSTS && (
              <div>
                <Button onClick={() => add({ seats: 1 })}>{words.addPost}</Button>
              </div>
            )}
          </>
        )}
      </Form.List>
    </section>
  )
}
