import { limits } from '#contract/limits.ts'
import type { Mend } from '../rules/opinion-mends.ts'
import { AreaField } from '../../parts/area-field.tsx'
import { useWords } from './language.tsx'
import type { OpinionState } from './opinion-state.tsx'

/** 原话 big and first; what staff make of it, the wording and the reason folded away on a phone. */
export function WordsFields(props: { opinion: OpinionState; mends: readonly Mend[]; wide: boolean }) {
  const { opinion: own } = useWords()
  const { opinion, mends, wide } = props
  const { verbatim, drafted, proposedText, reason } = opinion.content
  const isOpen = wide || Boolean(drafted ?? proposedText ?? reason)
  return (
    <>
      <div class="verbatim">
        <AreaField
          id="verbatim"
          label={own.verbatim}
          hint={own.verbatimHint}
          reachWords={own.reach.verbatim}
          rows={4}
          max={limits.maxVerbatimChars}
          value={verbatim}
          onValue={(value) => opinion.set({ verbatim: value })}
          error={mends.includes('verbatim') ? own.mends.verbatim : undefined}
        />
      </div>
      <details class="more-words" open={isOpen}>
        <summary>{own.details}</summary>
        <div class="form">
          <AreaField
            label={own.drafted}
            hint={own.draftedHint}
            reachWords={own.reach.drafted}
            max={limits.maxDraftedChars}
            value={drafted ?? ''}
            onValue={(value) => opinion.set({ drafted: value })}
          />
          <AreaField
            label={own.proposedText}
            reachWords={own.reach.proposedText}
            max={limits.maxProposedTextChars}
            value={proposedText ?? ''}
            onValue={(value) => opinion.set({ proposedText: value })}
          />
          <AreaField
            label={own.reason}
            reach="internal"
            reachWords={own.reach.reason}
            max={limits.maxReasonChars}
            value={reason ?? ''}
            onValue={(value) => opinion.set({ reason: value })}
          />
        </div>
      </details>
    </>
  )
}
