// What owners may ask to see besides the result of their vote (judicial interpretation on condominiums, art. 13; R1.20).
import type { PageContext, Pages } from '@yishi/contract/pages'
import { Card } from '../design/parts.tsx'
import { ownersRightsWords } from '../words/owners-rights.ts'

type Given = { props: Pages['poll']; context: PageContext }

export const RightsCard = ({ props: { assembly, result }, context: { lang } }: Given) => {
  if (!assembly || !result) return null
  const words = ownersRightsWords[lang]
  return (
    <Card title={words.seeTitle}>
      <ul>
        {words.see.map((thing) => (
          <li key={thing}>{thing}</li>
        ))}
      </ul>
      <p className="hint">{words.seeLaw}</p>
    </Card>
  )
}
