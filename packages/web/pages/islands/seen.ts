// Tells the server that an urgent notice stood on this screen, once for each page; and copies its text for the group.

const tell = (notice: HTMLElement): void => {
  const body = new URLSearchParams({ at: notice.dataset['at'] ?? '' })
  // Whether it arrives is not the reader's trouble: the tap that says one knows is counted anyway.
  void fetch(notice.dataset['tellsSeen'] ?? '', { method: 'post', body, keepalive: true }).catch(() => null)
}

const whenVisible = (work: () => void): void => {
  if (document.visibilityState === 'visible') return work()
  document.addEventListener('visibilitychange', work, { once: true })
}

export const tellSeen = (): void => {
  const notices = document.querySelectorAll<HTMLElement>('[data-tells-seen]')
  if (notices.length > 0) whenVisible(() => notices.forEach(tell))
}

export const offerCopying = (): void => {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const field = document.querySelector<HTMLTextAreaElement>(`#${button.dataset['copy']}`)
    // Browsers withhold the clipboard on plain http; the field is there to copy from by hand.
    if (!field || !navigator.clipboard) continue
    button.hidden = false
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(field.value).then(() => (button.textContent = button.dataset['copied'] ?? ''))
    })
  }
}
