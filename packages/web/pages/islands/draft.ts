// Keeps what somebody is writing in the browser until it is sent: the text alone, never a name or a number (ASVS V14.3.3).

const keyOf = (form: HTMLFormElement): string => `yishi-draft:${new URL(form.action).pathname}`

/** Storage may be switched off or full; then there is no draft, and nothing else changes. */
const storage = <T>(use: (kept: Storage) => T): T | null => {
  try {
    return use(localStorage)
  } catch {
    return null
  }
}

export const forgetDraft = (form: HTMLFormElement): void => {
  storage((kept) => kept.removeItem(keyOf(form)))
}

const tellKept = (form: HTMLFormElement): void => {
  if (!form.dataset['draftKept']) return
  const note = document.createElement('p')
  note.className = 'hint'
  note.setAttribute('role', 'status')
  note.textContent = form.dataset['draftKept']
  form.prepend(note)
}

export const keepDraft = (form: HTMLFormElement): void => {
  const area = form.querySelector<HTMLTextAreaElement>('textarea[data-draft]')
  if (!area) return
  const kept = storage((drafts) => drafts.getItem(keyOf(form)))
  if (kept && !area.value) {
    area.value = kept
    tellKept(form)
  }
  area.addEventListener('input', () => {
    if (area.value) storage((drafts) => drafts.setItem(keyOf(form), area.value))
    else forgetDraft(form)
  })
}
