// The card of a matter as it goes back into a group: its words and its picture, each with a button that takes it along.
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Language } from '../../words/dictionary.ts'
import { cardScreenWords } from '../../words/console-groups.ts'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { copyPicture, savePicture } from '../parts/picture.ts'
import { replyCardQuery } from '../queries.ts'

const OTHER = {
  zh: { to: 'en', lang: 'en', name: 'English' },
  en: { to: 'zh', lang: 'zh-CN', name: '中文' },
} as const

type Card = { readonly text: string; readonly svg: string; readonly width: number; readonly height: number }

const PictureButtons = ({ card, code }: { card: Card; code: string }) => {
  const words = useWords(cardScreenWords)
  const [said, say] = useState('')
  const copy = () => void copyPicture(card).then((done) => say(done ? words.copied : words.noClipboard))
  return (
    <>
      <Button onClick={copy}>{words.copyPicture}</Button>
      <Button onClick={() => void savePicture(card, `yishi-${code}.png`)}>{words.savePicture}</Button>
      <span role="status">{said}</span>
    </>
  )
}

export const ReplyCard = ({ matter, code }: { matter: string; code: string }) => {
  const words = useWords(cardScreenWords)
  // Groups speak Chinese, whatever the console is read in.
  const [lang, setLang] = useState<Language>('zh')
  const query = useQuery(replyCardQuery(matter, lang))
  return (
    <Answered query={query}>
      {(card) => (
        <div className="reply-card">
          <img
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(card.svg)}`}
            alt={words.picture}
            width={card.width / 2}
            height={card.height / 2}
          />
          <div className="stack">
            <p className="said card-text">{card.text}</p>
            <div className="row">
              <CopyButton text={card.text} copied={words.copied} primary>
                {words.copyText}
              </CopyButton>
              <PictureButtons card={card} code={code} />
              <Button type="link" lang={OTHER[lang].lang} onClick={() => setLang(OTHER[lang].to)}>
                {OTHER[lang].name}
              </Button>
            </div>
          </div>
        </div>
      )}
    </Answered>
  )
}
