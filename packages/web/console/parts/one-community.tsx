// For screens about one community at a time: which one, where the reader works for several.
import { Select } from 'antd'
import { shellWords } from '../../words/console-shell.ts'
import { useCommunity, useOneCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'

export const OneCommunity = () => {
  const words = useWords(shellWords)
  const { me, choose } = useCommunity()
  const community = useOneCommunity()
  if (me.communities.length < 2) return null
  return (
    <Select
      aria-label={words.community}
      value={community}
      onChange={choose}
      popupMatchSelectWidth={false}
      options={me.communities.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
