// Photos as small pictures that open in full.
import type { PhotoView } from '@yishi/contract/matter'
import { matterWords } from '../../words/console-matter.ts'
import { useWords } from '../language.tsx'

export const Photos = ({ photos }: { photos: readonly PhotoView[] }) => {
  const words = useWords(matterWords)
  if (photos.length === 0) return null
  return (
    <ul className="photos">
      {photos.map((photo, index) => (
        <li key={photo.id}>
          <a href={photo.full} target="_blank" rel="noreferrer">
            <img src={photo.thumb} alt={words.photo(index + 1)} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  )
}
