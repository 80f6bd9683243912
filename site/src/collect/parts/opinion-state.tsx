import { useEffect, useRef, useState } from 'preact/hooks'
import type { StoredOpinion } from '../engine/collector.ts'
import { autosave, type SaveState } from '../rules/autosave.ts'
import { untouchedStance } from '../rules/stance.ts'
import type { Chosen } from '../rules/opinion-mends.ts'
import { useCollecting } from './collecting.tsx'

export type Content = StoredOpinion['content']

/** A record being written: every change is on the device a quarter of a second later, and before anybody leaves. */
export function useOpinion(record: StoredOpinion) {
  const { collector, beforeLeaving, now } = useCollecting()
  const [content, setContent] = useState(record.content)
  const [save, setSave] = useState<{ state: SaveState; at: number }>({
    state: 'saved',
    at: Date.parse(record.savedAt),
  })
  const [chosen, setChosen] = useState<Chosen>(() => ({
    article: record.content.provisionId !== null,
    stance: record.content.changeType !== untouchedStance,
  }))
  const [saver] = useState(() =>
    autosave<Content>(
      (value) => collector.saveOpinion(record.id, value),
      (state) => setSave({ state, at: now() }),
    ),
  )
  useEffect(() => beforeLeaving(saver.flush), [beforeLeaving, saver])
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') void saver.flush()
    }
    document.addEventListener('visibilitychange', hidden)
    addEventListener('pagehide', hidden)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      removeEventListener('pagehide', hidden)
      void saver.flush()
    }
  }, [saver])
  // Two changes of one moment: the second starts from the first, not from what is drawn.
  const newest = useRef(content)
  const set = (change: Partial<Content>) => {
    newest.current = tidy({ ...newest.current, ...change })
    setContent(newest.current)
    saver.change(newest.current)
  }
  const choose = (change: Partial<Chosen>) => setChosen((before) => ({ ...before, ...change }))
  return { content, set, save, chosen, choose, flush: saver.flush }
}

export type OpinionState = ReturnType<typeof useOpinion>

/** A field emptied again is a field left out. */
function tidy(content: Content): Content {
  const kept = Object.entries(content).filter(
    ([key, value]) => value !== undefined && (value !== '' || required.has(key)),
  )
  return Object.fromEntries(kept) as Content
}

const required = new Set(['verbatim', 'noticeVersion'])
