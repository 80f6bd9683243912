import type { OfficeBulletin } from '#contract/bulletin-api.ts'
import { usualSections } from '#core/bulletin/bulletin.ts'
import type { BulletinWriting } from '#core/bulletin/bulletin-draft.ts'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { office } from '../api/office.ts'
import { troubleOf, type Trouble } from '../api/trouble.ts'
import {
  fieldOf,
  mergeWriting,
  withField,
  type WritingClash,
  type WritingField,
} from '../rules/merge-bulletin.ts'

/** How long one may pause before what was written is kept. */
const pauseMs = 700

/** The bulletin as the person at the desk is writing it. */
export interface Writing {
  value: BulletinWriting
  rev: number
  /** `waiting`: a pause away from being kept. */
  state: 'kept' | 'waiting' | 'keeping' | 'clash' | 'trouble'
  trouble: Trouble | undefined
  clashes: WritingClash[]
  change: (field: WritingField, value: string | undefined) => void
  /** Of two texts the one to go on with; the last choice keeps it. */
  choose: (clash: WritingClash, value: string) => void
  /** Keeps what is written now, without waiting for a pause; `undefined` when it could not. */
  keep: () => Promise<number | undefined>
}

function begun({ draft }: OfficeBulletin): { value: BulletinWriting; rev: number } {
  if (draft === undefined)
    return { value: { sections: usualSections.map(({ kind }) => ({ kind })), correction: '' }, rev: 0 }
  const { head, sections, correction, rev } = draft
  return { value: { ...(head !== undefined && { head }), sections, correction }, rev }
}

/**
 * Keeps every change at the desk after a short pause. When a colleague saved meanwhile, what does not touch is put
 * together and kept; what does is shown as both texts (`clashes`), and nothing is sent until one is chosen.
 */
export function useBulletinWriting(consultationId: string, opened: OfficeBulletin): Writing {
  const [base, setBase] = useState(() => begun(opened))
  const [value, setValue] = useState(base.value)
  const [state, setState] = useState<Writing['state']>('kept')
  const [trouble, setTrouble] = useState<Trouble>()
  const [clashes, setClashes] = useState<WritingClash[]>([])
  const now = useRef({ base, value })
  now.current = { base, value }
  const running = useRef<Promise<number | undefined> | undefined>(undefined)

  const keepOnce = useCallback(async (): Promise<number | undefined> => {
    const { base: from, value: sent } = now.current
    setState('keeping')
    setTrouble(undefined)
    try {
      const { rev } = await office.writeBulletin(consultationId, sent, from.rev)
      setBase({ value: sent, rev })
      now.current.base = { value: sent, rev }
      setState(now.current.value === sent ? 'kept' : 'waiting')
      return rev
    } catch (thrown) {
      const met = troubleOf(thrown)
      if (met.kind !== 'changed') {
        setTrouble(met)
        setState('trouble')
        return undefined
      }
      const theirs = begun(await office.bulletin(consultationId))
      const { merged, clashes: found } = mergeWriting(from.value, now.current.value, theirs.value)
      now.current = { base: theirs, value: merged }
      setBase(theirs)
      setValue(merged)
      setClashes(found)
      setState(found.length > 0 ? 'clash' : 'waiting')
      return undefined
    }
  }, [consultationId])

  const keep = useCallback(async (): Promise<number | undefined> => {
    // One at a time: the second waits for the first and then sends what stands.
    await running.current
    if (now.current.value === now.current.base.value) return now.current.base.rev
    running.current = keepOnce().finally(() => (running.current = undefined))
    return running.current
  }, [keepOnce])

  useEffect(() => {
    if (state !== 'waiting') return undefined
    const timer = setTimeout(() => void keep(), pauseMs)
    return () => clearTimeout(timer)
  }, [state, value, keep])

  useEffect(() => {
    if (state === 'kept') return undefined
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', hold)
    return () => removeEventListener('beforeunload', hold)
  }, [state])

  const change = (field: WritingField, words: string | undefined) => {
    if (words === fieldOf(value, field)) return
    const next = withField(value, field, words)
    now.current.value = next
    setValue(next)
    setClashes((held) =>
      held.map((clash) => (clash.field === field ? { ...clash, mine: words ?? '' } : clash)),
    )
    if (clashes.length === 0) setState('waiting')
  }
  const choose = (clash: WritingClash, words: string) => {
    const next = withField(value, clash.field, words)
    now.current.value = next
    setValue(next)
    const left = clashes.filter(({ field }) => field !== clash.field)
    setClashes(left)
    if (left.length === 0) setState('waiting')
  }
  return { value, rev: base.rev, state, trouble, clashes, change, choose, keep }
}
