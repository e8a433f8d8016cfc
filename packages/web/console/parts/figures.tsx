// Figures told with a matter, read only.
import type { Figure } from '@yishi/domain/matter'
import { figureText } from '../../words/console-forms.ts'
import { useLanguage } from '../language.tsx'

export const Figures = ({ figures }: { figures: readonly Figure[] }) => {
  const { lang } = useLanguage()
  if (figures.length === 0) return null
  return (
    <ul className="row figures-told">
      {figures.map((figure) => (
        <li key={`${figure.what} ${figure.value}`} className="num">
          {figureText(figure, lang)}
        </li>
      ))}
    </ul>
  )
}
