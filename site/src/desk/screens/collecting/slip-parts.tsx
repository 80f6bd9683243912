import type { FeedbackSlips } from '#contract/feedback-api.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import type { Trouble } from '../../api/trouble.ts'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../parts/language.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { slipsOfOccasion } from '../../rules/slips-of-occasion.ts'

/** The slips in view: all those of an occasion, or one part of them after the other. */
export interface SlipParts {
  slips: FeedbackSlips | undefined
  /** Which ones they are; while others are on their way, which they were: a pressed button keeps its focus. */
  part: FeedbackSlips['part']
  trouble: Trouble | undefined
  reload: () => void
  /** `undefined`: there is none. */
  onNext: (() => void) | undefined
  onBefore: (() => void) | undefined
}

/**
 * Which slips are shown. Where the first answer has them all nothing more is asked; `onStale` is called when a newer
 * edition answers than the one the counts are of.
 */
export function useSlipParts(first: FeedbackSlips, occasion: string, onStale: () => void): SlipParts {
  const [asked, setAsked] = useState<{ occasion: string; cursors: string[] }>({ occasion, cursors: [] })
  const cursors = asked.occasion === occasion ? asked.cursors : []
  const cursor = cursors.at(-1) ?? ''
  const held = cursor === '' ? slipsOfOccasion(first, occasion) : undefined
  const key = held ? 'held' : `${occasion} ${cursor}`
  const loaded = useLoaded(
    () => (held ? Promise.resolve(held) : office.feedbackSlips(first.consultationId, { occasion, cursor })),
    key,
  )
  const slips = held ?? loaded.data
  const last = useRef(first.part)
  if (slips) last.current = slips.part
  const isStale = slips?.bulletin?.edition !== undefined && slips.bulletin.edition !== first.bulletin?.edition
  useEffect(() => {
    if (isStale) onStale()
  }, [isStale])
  const next = slips?.part.cursor
  return {
    slips,
    part: last.current,
    trouble: held ? undefined : loaded.trouble,
    reload: loaded.reload,
    onNext: next ? () => setAsked({ occasion, cursors: [...cursors, next] }) : undefined,
    onBefore: cursors.length > 0 ? () => setAsked({ occasion, cursors: cursors.slice(0, -1) }) : undefined,
  }
}

/** Which part of many slips is shown, and the way to the others; nothing where all are. */
export function SlipPartBar({ parts }: { parts: SlipParts }) {
  const { feedback } = useWords()
  const { part, onNext, onBefore } = parts
  const { from, shown, of } = part
  if (shown === of) return null
  return (
    <>
      <p role="status" class="under-table">
        {feedback.part(from, from + shown - 1, of)}
      </p>
      <p class="buttons">
        <Button kind="quiet" disabled={!onBefore} onPress={() => onBefore?.()}>
          {feedback.partBefore}
        </Button>
        <Button kind="quiet" disabled={!onNext} onPress={() => onNext?.()}>
          {feedback.partNext}
        </Button>
      </p>
    </>
  )
}
