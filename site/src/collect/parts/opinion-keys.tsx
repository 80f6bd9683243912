import { useLayoutEffect, useRef } from 'preact/hooks'
import { stanceOfKey } from '../rules/stance.ts'
import { useCollecting } from './collecting.tsx'
import type { OpinionState } from './opinion-state.tsx'
import { isSaveKey } from '../../parts/save-key.ts'

const focusOn = (id: string) => document.getElementById(id)?.focus()

/** Ctrl+Enter finishes; Alt+1..3 stance; Alt+A, a digit outside a field: which article; Alt+W their words; Alt+N the notice. */
export function useOpinionKeys(opinion: OpinionState, finish: () => void): void {
  const { collector } = useCollecting()
  const handle = (event: KeyboardEvent) => {
    if (event.isComposing || event.repeat) return
    if (isSaveKey(event)) {
      event.preventDefault()
      return finish()
    }
    const inField = event.target instanceof Element && event.target.closest('input, textarea, select')
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey
    // The digit itself lands in the field: focus moves before it is typed.
    if (bare && !inField && /^\d$/.test(event.key)) return focusOn('article-field')
    if (!event.altKey) return
    const stance = stanceOfKey(event.code.replace(/^(Digit|Numpad)/, ''))
    if (stance) {
      opinion.choose({ stance: true })
      opinion.set({ changeType: stance })
    } else if (event.code === 'KeyA') focusOn('article-field')
    else if (event.code === 'KeyW') focusOn('verbatim')
    else if (event.code === 'KeyN') {
      const access = collector.access()
      if (access.state === 'open') opinion.set({ noticeVersion: access.kit.noticeVersion })
    } else return
    event.preventDefault()
  }
  const latest = useRef(handle)
  latest.current = handle
  // Before the form is seen: a practised hand is quicker than the frame after it.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
