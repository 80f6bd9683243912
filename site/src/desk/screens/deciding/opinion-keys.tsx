import { useLayoutEffect, useRef } from 'preact/hooks'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../parts/language.tsx'
import { printRoute, type OpinionFilter } from '../../rules/desk-route.ts'

/** The first button of a form at a card: what is pressed to keep it. */
const saveButton = '.decide > .buttons button'

/** Keys for those who decide. */
const deciding = ['d', 'Ctrl Enter']

/** Whether keys are being typed into something. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  )
}

function cards(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.opinion-list > li > .opinion')]
}

/** Moves to the card after or before the one that holds the focus, or to the first in sight. */
function step(by: 1 | -1): void {
  const all = cards()
  const held = all.findIndex((card) => card.contains(document.activeElement))
  const inSight = all.findIndex((card) => card.getBoundingClientRect().bottom > 80)
  const next = all[held === -1 ? Math.max(0, inSight) : Math.min(all.length - 1, Math.max(0, held + by))]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

function press(part: 'decide' | 'whole'): void {
  const card = cards().find((one) => one.contains(document.activeElement))
  card?.querySelector<HTMLButtonElement>(`[data-key=${part}] button, button[data-key=${part}]`)?.click()
}

/** The list worked through by keys, with a sheet that says which. */
export function OpinionKeys(props: { consultationId: string; filter: OpinionFilter; mayDecide: boolean }) {
  const { working } = useWords()
  const sheet = useRef<HTMLDialogElement>(null)
  const toggleSheet = () => (sheet.current?.open ? sheet.current.close() : sheet.current?.showModal())
  const toggleUndecided = () => {
    const { opinion: _, ...kept } = props.filter
    location.hash = printRoute({
      screen: 'opinions',
      consultationId: props.consultationId,
      filter: { ...kept, undecided: kept.undecided !== true },
    })
  }
  const doing: Record<string, () => void> = {
    j: () => step(1),
    k: () => step(-1),
    d: () => press('decide'),
    o: () => press('whole'),
    '/': () => document.querySelector<HTMLInputElement>('#opinion-search')?.focus(),
    u: toggleUndecided,
    '?': toggleSheet,
  }
  const current = useRef(doing)
  current.current = doing
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && isTyping(event.target)) {
        const card = (event.target as HTMLElement).closest<HTMLElement>('.opinion')
        if (card) card.focus()
        else (event.target as HTMLElement).blur()
        return
      }
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && isTyping(event.target)) {
        ;(event.target as HTMLElement).closest('.opinion')?.querySelector<HTMLElement>(saveButton)?.click()
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const act = current.current[event.key]
      if (!act || (sheet.current?.open && event.key !== '?')) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <p class="keys-line">
        <Button kind="text" onPress={toggleSheet}>
          {working.keysButton} <kbd>?</kbd>
        </Button>
      </p>
      <dialog class="keys" ref={sheet} aria-label={working.keysTitle}>
        <h2>{working.keysTitle}</h2>
        <dl>
          {working.keys
            .filter(([key]) => props.mayDecide || !deciding.includes(key))
            .map(([key, says]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{says}</dd>
              </div>
            ))}
        </dl>
        <Button kind="quiet" onPress={toggleSheet}>
          {working.close}
        </Button>
      </dialog>
    </>
  )
}
