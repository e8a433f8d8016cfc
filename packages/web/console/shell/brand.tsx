// Whose console this is: the community and its street office, with a choice where the reader works for several.
import { Select } from 'antd'
import { shellWords } from '../../words/console-shell.ts'
import { useCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'

export const Brand = () => {
  const words = useWords(shellWords)
  const { me, community, choose } = useCommunity()
  const shown = me.communities.find(({ id }) => id === community)
  const several = me.communities.length > 1
  const office = shown?.streetOffice ?? me.communities[0]?.streetOffice ?? words.console
  return (
    <div className="brand">
      <span className="seal" aria-hidden="true">
        邻
      </span>
      <div className="brand-names">
        {several ? (
          <Select
            className="brand-choice"
            aria-label={words.community}
            variant="borderless"
            value={community}
            onChange={choose}
            popupMatchSelectWidth={false}
            options={[
              { value: '', label: words.allCommunities },
              ...me.communities.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        ) : (
          <strong>{shown?.name ?? words.product}</strong>
        )}
        <span>{office}</span>
      </div>
    </div>
  )
}
