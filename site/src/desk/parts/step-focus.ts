/** Arrow keys go up and down a list of things that can have focus; answers the one that has it now. */
export function stepFocus(
  event: KeyboardEvent,
  list: HTMLElement,
  selector: string,
): HTMLElement | undefined {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return undefined
  const all = [...list.querySelectorAll<HTMLElement>(selector)]
  const at = all.findIndex((one) => one === document.activeElement)
  const next = at === -1 ? undefined : all[at + step]
  if (next === undefined) return undefined
  event.preventDefault()
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
  return next
}
