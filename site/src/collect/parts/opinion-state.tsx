import { useState } from 'preact/hooks'
import type { StoredOpinion } from '../engine/collector.ts'
import type { Chosen } from '../rules/opinion-mends.ts'
import { untouchedStance } from '../rules/stance.ts'
import { useCollecting } from './collecting.tsx'
import { useEdits } from './edits.tsx'

export type Content = StoredOpinion['content']

/** A record being written, and what its person has chosen by hand. */
export function useOpinion(record: StoredOpinion) {
  const { collector } = useCollecting()
  const { id } = record
  const edits = useEdits<Content>(
    record.content,
    {
      save: (content, before) => collector.saveOpinion(id, content, before),
      read: async () => (await collector.opinion(id))?.content,
    },
    Date.parse(record.savedAt),
  )
  const content = edits.value
  const [byHand, setByHand] = useState<Partial<Chosen>>({})
  const chosen: Chosen = {
    article: byHand.article ?? content.provisionId !== null,
    stance: byHand.stance ?? content.changeType !== untouchedStance,
  }
  const set = (change: Partial<Content>) => edits.change((now) => tidy({ ...now, ...change }))
  const choose = (change: Partial<Chosen>) => setByHand((before) => ({ ...before, ...change }))
  return { content, set, edits, chosen, choose }
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
