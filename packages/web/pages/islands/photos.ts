// Shows the chosen photos, lets one take them away again, and makes them small before they travel over a slow line.

const LONGEST = 1600
const MOST = 6

const smaller = async (file: File): Promise<{ file: File; picture: HTMLCanvasElement } | null> => {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return null
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height))
  const picture = document.createElement('canvas')
  picture.width = Math.round(bitmap.width * scale)
  picture.height = Math.round(bitmap.height * scale)
  picture.getContext('2d')?.drawImage(bitmap, 0, 0, picture.width, picture.height)
  bitmap.close()
  if (scale === 1 && file.size < 500_000) return { file, picture }
  const blob = await new Promise<Blob | null>((done) => picture.toBlob(done, 'image/jpeg', 0.85))
  return { file: blob && blob.size < file.size ? new File([blob], 'photo.jpg', { type: 'image/jpeg' }) : file, picture }
}

type Chosen = { file: File; picture: HTMLCanvasElement | null }

const show = (list: HTMLElement, chosen: readonly Chosen[], remove: (index: number) => void): void => {
  list.hidden = chosen.length === 0
  list.replaceChildren(
    ...chosen.map(({ file, picture }, index) => {
      const item = document.createElement('li')
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'take-away'
      button.setAttribute('aria-label', `${list.dataset['remove'] ?? ''} ${index + 1}`)
      button.textContent = '×'
      button.addEventListener('click', () => remove(index))
      item.append(picture ?? file.name, button)
      return item
    }),
  )
}

const prepare = (input: HTMLInputElement, list: HTMLElement): void => {
  let chosen: Chosen[] = []
  const settle = (): void => {
    const files = new DataTransfer()
    for (const { file } of chosen) files.items.add(file)
    input.files = files.files
    show(list, chosen, (index) => {
      chosen = chosen.filter((_, each) => each !== index)
      settle()
      input.focus()
    })
  }
  const take = async (files: readonly File[]): Promise<void> => {
    for (const file of files) chosen.push((await smaller(file)) ?? { file, picture: null })
    chosen = chosen.slice(0, MOST)
    settle()
  }
  input.form?.addEventListener('reset', () => {
    chosen = []
    settle()
  })
  input.addEventListener('change', () => {
    if (input.files && input.files.length > 0) void take([...input.files])
  })
}

/** Older browsers cannot hand a changed list of files back to the field; there the plain field does the job. */
export const preparePhotos = (form: HTMLFormElement): void => {
  if (typeof DataTransfer === 'undefined' || typeof createImageBitmap === 'undefined') return
  for (const input of form.querySelectorAll<HTMLInputElement>('input[data-photos]')) {
    const list = input.closest('.field')?.querySelector<HTMLElement>('[data-previews]')
    if (!list) continue
    prepare(input, list)
    input.parentElement?.setAttribute('data-eased', '')
  }
}
