// The reply card of a file, unfolded when somebody wants to tell a group how it goes.
import { Button } from 'antd'
import { useState } from 'react'
import { cardScreenWords } from '../../words/console-groups.ts'
import { ReplyCard } from '../groups/reply-card.tsx'
import { useWords } from '../language.tsx'
import { useInHand } from './in-hand.tsx'

export const MatterCard = () => {
  const words = useWords(cardScreenWords)
  const { file } = useInHand()
  const [shown, show] = useState(false)
  return (
    <section className="panel box" aria-label={words.card}>
      <h2>{words.card}</h2>
      {shown ? (
        <ReplyCard matter={file.matter} code={file.code} />
      ) : (
        <>
          <p className="meta">{words.cardHint}</p>
          <div className="row">
            <Button onClick={() => show(true)}>{words.show}</Button>
          </div>
        </>
      )}
    </section>
  )
}
