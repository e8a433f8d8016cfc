// One claim beside the roster: what the resident wrote, each owner of that door with what fits and what does not, and the decision.
import { useQuery } from '@tanstack/react-query'
import { Alert, Modal } from 'antd'
import type { ClaimFile } from '@yishi/contract/identity'
import { consoleIdentityWords } from '../../words/console-identity.ts'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { claimQuery } from '../queries.ts'
import { ConfirmForm, RefuseForm } from './decisions.tsx'

type FileGiven = { readonly file: ClaimFile }

const Said = ({ file }: FileGiven) => {
  const words = useWords(consoleIdentityWords)
  const rows = [
    [words.place, file.place],
    [words.name, file.name],
    [words.phone, file.phone],
  ] as const
  return (
    <section aria-label={words.said}>
      <h3>{words.said}</h3>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value || '–'}</dd>
          </div>
        ))}
      </dl>
      {file.doubted && <Alert type="warning" showIcon title={words.doubted} />}
      {file.rivals > 0 && <Alert type="warning" showIcon title={words.rivals(file.rivals)} />}
      {file.finding && (
        <Alert
          type={file.finding.holds ? 'info' : 'warning'}
          showIcon
          title={words.finding(file.finding.holds, file.finding.by)}
        />
      )}
    </section>
  )
}

const Roster = ({ file }: FileGiven) => {
  const words = useWords(consoleIdentityWords)
  if (file.owners.length === 0) return <p className="quiet">{words.noOwners}</p>
  return (
    <section aria-label={words.roster}>
      <h3>{words.roster}</h3>
      <ul>
        {file.owners.map(({ person, name, phone, share, fit }) => (
          <li key={person} className="order">
            <strong>{name}</strong>
            <span className="meta num">{[phone, words.share(share)].filter(Boolean).join(' · ')}</span>
            <p>{[words.fit.name(fit.name), words.fit.phone[fit.phone], words.fit.account[fit.account]].join('　')}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Outcome = ({ file }: FileGiven) => {
  const words = useWords(consoleIdentityWords)
  const how = file.how === 'co-owner' ? words.coOwner : file.how && words.hows[file.how]
  return (
    <div className="stack">
      <p>{words.status[file.status]}</p>
      {how && <p>{words.confirmedHow(how)}</p>}
      {file.reason && <p className="said">{file.reason}</p>}
    </div>
  )
}

const Decisions = ({ file, onDone }: FileGiven & { onDone: () => void }) => {
  const words = useWords(consoleIdentityWords)
  if (!file.may) return <Alert type="info" showIcon title={words.own} />
  return (
    <>
      {file.owners.length > 0 && <ConfirmForm file={file} onDone={onDone} />}
      <RefuseForm file={file} onDone={onDone} />
    </>
  )
}

type DialogGiven = { readonly claim: string; readonly place: string; readonly onClose: (acted: boolean) => void }

export const ClaimDialog = ({ claim, place, onClose }: DialogGiven) => {
  const words = useWords(consoleIdentityWords)
  const query = useQuery(claimQuery(claim))
  return (
    <Modal open title={words.lookAt(place)} width={640} footer={null} onCancel={() => onClose(false)}>
      <Answered query={query}>
        {(file) => (
          <div className="stack">
            <Said file={file} />
            {file.status === 'pending' ? (
              <>
                <Roster file={file} />
                <Decisions file={file} onDone={() => onClose(true)} />
              </>
            ) : (
              <Outcome file={file} />
            )}
          </div>
        )}
      </Answered>
    </Modal>
  )
}
