/** Whether keys are being typed into something. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  )
}

function cards(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.opinion-list > li > .opinion')]
}

function bring(card: HTMLElement): void {
  card.focus({ preventScroll: true })
  card.scrollIntoView({ block: 'nearest' })
}

/** Moves to the card after or before the one that holds the focus, or to the first in sight. */
export function step(by: 1 | -1): void {
  const all = cards()
  const held = all.findIndex((card) => card.contains(document.activeElement))
  const inSight = all.findIndex((card) => card.getBoundingClientRect().bottom > 80)
  const next = all[held === -1 ? Math.max(0, inSight) : Math.min(all.length - 1, Math.max(0, held + by))]
  if (next) bring(next)
}

/** Moves to the next card without a result; false: none below is without one. */
export function focusNextWaiting(from: HTMLElement): boolean {
  const all = cards()
  const next = all.slice(all.indexOf(from) + 1).find((card) => card.dataset['waiting'] !== undefined)
  if (next) bring(next)
  return next !== undefined
}

/** Presses a button of the card that holds the focus. */
export function press(part: 'decide' | 'whole'): void {
  const card = cards().find((one) => one.contains(document.activeElement))
  card?.querySelector<HTMLButtonElement>(`[data-key=${part}] button, button[data-key=${part}]`)?.click()
}
