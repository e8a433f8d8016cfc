// Photos of a command: sent as soon as they are chosen, so that the command itself carries only their ids.
import { useMutation } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import type { PhotoView } from '@yishi/contract/matter'
import { useId, useRef } from 'react'
import { formWords } from '../../words/console-forms.ts'
import { upload } from '../api.ts'
import { useWords } from '../language.tsx'
import { useInHand } from '../matter/in-hand.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'

const MOST = 6

type PickerProps = { readonly value?: readonly PhotoView[]; readonly onChange?: (photos: readonly PhotoView[]) => void }

const Chosen = ({ value = [], onChange }: PickerProps) => {
  const words = useWords(formWords)
  return (
    <ul className="photos">
      {value.map((photo, index) => (
        <li key={photo.id}>
          <img src={photo.thumb} alt="" />
          <button
            type="button"
            aria-label={words.removePhoto(index + 1)}
            onClick={() => onChange?.(value.filter(({ id }) => id !== photo.id))}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  )
}

const PhotoPicker = ({ community, value = [], onChange = () => undefined }: PickerProps & { community: string }) => {
  const words = useWords(formWords)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const sending = useMutation({
    mutationFn: (files: readonly File[]) =>
      upload<{ photos: PhotoView[] }>(`/photos?community=${encodeURIComponent(community)}`, 'photos', files),
    onSuccess: ({ photos }) => onChange([...value, ...photos].slice(0, MOST)),
  })
  return (
    <div className="stack">
      {value.length > 0 && <Chosen value={value} onChange={onChange} />}
      <input
        ref={input}
        id={id}
        className="unseen"
        type="file"
        accept="image/*"
        multiple
        tabIndex={-1}
        aria-label={words.photos}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])].slice(0, MOST - value.length)
          currentTarget.value = ''
          if (files.length > 0) sending.mutate(files)
        }}
      />
      <div className="row">
        <Button disabled={value.length >= MOST} loading={sending.isPending} onClick={() => input.current?.click()}>
          {words.addPhotos}
        </Button>
        <span className="meta" role="status">
          {sending.isPending ? words.uploading : words.photosHint}
        </span>
      </div>
      <ProblemNote error={sending.error} />
    </div>
  )
}

/** For the community to which they are handed in. */
export const PhotosOf = ({ community }: { community: string }) => (
  <div className="form-block">
    <h3>{useWords(formWords).photos}</h3>
    <Form.Item name="photos" noStyle>
      <PhotoPicker community={community} />
    </Form.Item>
  </div>
)

export const PhotosField = () => <PhotosOf community={useInHand().file.community.id} />
