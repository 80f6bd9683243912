import { useLayoutEffect, useRef } from 'preact/hooks'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../parts/language.tsx'
import { printRoute, type OpinionFilter } from '../../rules/desk-route.ts'
import { isTyping, press, step } from './opinion-steps.ts'

/** Keys for those who decide. */
const deciding = ['d', '1 … 8', 'Ctrl Enter']

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
