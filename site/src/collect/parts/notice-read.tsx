import type { Mend } from '../rules/opinion-mends.ts'
import { useCollecting } from './collecting.tsx'
import { useWords } from './language.tsx'
import type { OpinionState } from './opinion-state.tsx'

/** The notice at hand to be read aloud, and the mark that it was (R12); its version goes with the opinion. */
export function NoticeRead({ opinion, mends }: { opinion: OpinionState; mends: readonly Mend[] }) {
  const { opinion: own } = useWords()
  const { collector } = useCollecting()
  const access = collector.access()
  const version = access.state === 'open' ? access.kit.noticeVersion : ''
  const isRead = opinion.content.noticeVersion !== ''
  const wrong = mends.includes('notice')
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      {wrong && (
        <span class="error" id="notice-error">
          {own.mends.notice}
        </span>
      )}
      <label class="check big">
        <input
          id="notice"
          type="checkbox"
          checked={isRead}
          aria-describedby={wrong ? 'notice-error' : undefined}
          onChange={(event) => opinion.set({ noticeVersion: event.currentTarget.checked ? version : '' })}
        />
        <span>{own.notice}</span>
      </label>
      <details class="notice-text">
        <summary>{own.noticeText}</summary>
        {own.noticeLines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p class="soft">{own.noticeVersion(version)}</p>
      </details>
    </div>
  )
}
