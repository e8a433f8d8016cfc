// Which votes a procedure goes through, by the names of their rules: what whoever sorts a matter wants to know before choosing its way.
import { pollRuleByKey } from '@yishi/domain/poll'
import type { Procedure } from '@yishi/domain/procedure'
import type { Language } from '../../words/dictionary.ts'

export const votesIn = ({ stages }: Pick<Procedure, 'stages'>, lang: Language): readonly string[] => [
  ...new Set(
    stages.flatMap((stage) => {
      if (stage.act !== 'decide') return []
      const rule = pollRuleByKey(stage.settings.rule)
      return [rule?.names[lang] ?? stage.names[lang]]
    }),
  ),
]
