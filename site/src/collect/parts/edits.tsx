import { useEffect, useRef, useState } from 'preact/hooks'
import { sameContent } from '../engine/same-content.ts'
import { autosave, type SaveState } from '../rules/autosave.ts'
import { mergeEdits, type MergedEdits } from '../rules/merge-edits.ts'
import { useCollecting } from './collecting.tsx'

/** Where a record being written stands on the device. */
export interface Kept<T> {
  /** Saves over `before`; rejects with `changed-elsewhere` when the device holds something else by now. */
  save: (value: T, before: T) => Promise<void>
  read: () => Promise<T | undefined>
}

/**
 * A record being written in this window: every change is on the device a quarter of a second later and before anybody
 * leaves. What another window writes meanwhile is put together with it; where both wrote, a person chooses.
 */
export function useEdits<T extends object>(first: T, kept: Kept<T>, firstSavedAt: number) {
  const { beforeLeaving, now, round } = useCollecting()
  const [value, setValue] = useState(first)
  const [save, setSave] = useState<{ state: SaveState; at: number }>({ state: 'saved', at: firstSavedAt })
  const [asked, setAsked] = useState<MergedEdits<T>>()
  const at = useRef({ base: first, mine: first })
  const show = (next: T) => {
    at.current.mine = next
    setValue(next)
  }
  const saveOver = async (next: T, base: T) => {
    await kept.save(next, base)
    at.current.base = next
    setAsked(undefined)
  }
  const saveMerged = async (next: T) => {
    try {
      await saveOver(next, at.current.base)
    } catch (thrown) {
      const held = isChangedElsewhere(thrown) ? await kept.read() : undefined
      if (held === undefined) throw thrown
      const merged = mergeEdits(at.current.base, at.current.mine, held)
      if (merged.both.length > 0) {
        setAsked(merged)
        throw thrown
      }
      show(merged.mine)
      await saveOver(merged.mine, held)
    }
  }
  const latest = useRef(saveMerged)
  latest.current = saveMerged
  const [saver] = useState(() =>
    autosave<T>(
      (next) => latest.current(next),
      (state) => setSave({ state, at: now() }),
    ),
  )
  useEffect(() => beforeLeaving(saver.flush), [beforeLeaving, saver])
  useFlushWhenHidden(saver.flush)
  const lookAgain = async () => {
    const { base, mine } = at.current
    if (!sameContent(base, mine)) return
    const held = await kept.read()
    // Nothing was written here since it was asked: what another window wrote is simply shown.
    const isQuiet = at.current.base === base && at.current.mine === mine
    if (held === undefined || !isQuiet || sameContent(held, base)) return
    at.current.base = held
    show(held)
  }
  useEffect(() => {
    lookAgain().catch(() => undefined) // locked meanwhile
  }, [round])
  return {
    value,
    save,
    asked,
    flush: saver.flush,
    /** `isKept` false: shown only, a form nobody has said anything in. */
    change: (edit: (now: T) => T, isKept = true) => {
      const next = edit(at.current.mine)
      show(next)
      if (isKept) saver.change(next)
    },
    /** Whether the device has every word that stands here. */
    isSaved: () => sameContent(at.current.base, at.current.mine),
    /** A person has chosen between two windows' words. */
    choose: async (whose: 'mine' | 'theirs') => {
      const held = asked && (await kept.read())
      if (!asked || held === undefined) return
      at.current.base = held
      show(asked[whose])
      saver.change(asked[whose])
      await saver.flush()
    },
  }
}

export type Edits<T extends object> = ReturnType<typeof useEdits<T>>

function isChangedElsewhere(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.message === 'changed-elsewhere'
}

/** A page put into the background may never come back. */
function useFlushWhenHidden(flush: () => Promise<void>): void {
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') void flush()
    }
    document.addEventListener('visibilitychange', hidden)
    addEventListener('pagehide', hidden)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      removeEventListener('pagehide', hidden)
      void flush()
    }
  }, [flush])
}
