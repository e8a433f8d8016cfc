// Calls from door to door for a vote: kept on the phone like any note, and sent with the photo of the signed sheet.
import { type Waiting, keep } from './waiting.ts'

export type Own = Pick<Waiting, 'key' | 'owner' | 'community' | 'seenAt' | 'trouble'>
export type Calls = { readonly own: () => Own; readonly kept: (each: Waiting) => void; readonly send: () => void }

const textIn = (fields: FormData, name: string): string => {
  const value = fields.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

const callOf = (poll: string, form: HTMLFormElement, own: Own): Waiting => {
  const fields = new FormData(form)
  const node = textIn(fields, 'voter')
  const place = form.querySelector<HTMLElement>(`[data-node="${CSS.escape(node)}"]`)?.dataset['name'] ?? ''
  const photos = fields.getAll('photos').filter((each): each is File => each instanceof File && each.size > 0)
  const [to, companion, result] = ['to', 'companion', 'result'].map((name) => textIn(fields, name)) as [
    string,
    string,
    string,
  ]
  const ticked = (name: string) => textIn(fields, name) === '1'
  const [told, warned, signed, whole] = [ticked('told'), ticked('warned'), ticked('signed'), ticked('whole')]
  const said = { to, companion, result, told, warned, signed, whole }
  return { ...own, what: 'call', poll, node, place, ...said, photos: photos.slice(0, 1) }
}

/** What the browser cannot know: whoever took a sheet has a name, and one that was collected has its picture and all its pages. */
const complain = (form: HTMLFormElement, call: Waiting): void => {
  if (call.what !== 'call') return
  const [to, photos, whole] = ['to', 'photos', 'whole'].map((name) => form.elements.namedItem(name))
  if (to instanceof HTMLInputElement)
    to.setCustomValidity(call.result === 'handed' && call.to === '' ? (to.dataset['missing'] ?? '') : '')
  if (photos instanceof HTMLInputElement)
    photos.setCustomValidity(
      call.result === 'collected' && call.photos.length === 0 ? (form.dataset['noPhoto'] ?? '') : '',
    )
  if (whole instanceof HTMLInputElement)
    whole.setCustomValidity(call.result === 'collected' && !call.whole ? (whole.dataset['missing'] ?? '') : '')
}

const afterwards = (form: HTMLFormElement, call: Waiting): void => {
  const companion = call.what === 'call' ? call.companion : ''
  form.querySelector(`[data-node="${CSS.escape(call.node)}"]`)?.setAttribute('data-seen', '')
  form.reset()
  const field = form.elements.namedItem('companion')
  if (field instanceof HTMLInputElement) field.value = companion
}

export const catchCalls = ({ own, kept, send }: Calls): void => {
  const form = document.querySelector<HTMLFormElement>('form[data-call]')
  const poll = form?.dataset['call']
  if (!form || !poll) return
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const call = callOf(poll, form, own())
    complain(form, call)
    if (!form.reportValidity()) return
    void keep(call).then(() => {
      kept(call)
      afterwards(form, call)
      send()
    })
  })
  form.addEventListener('input', () => {
    for (const field of form.elements) if (field instanceof HTMLInputElement) field.setCustomValidity('')
  })
}
