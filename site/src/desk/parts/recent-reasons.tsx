import { offeredReasons, withReason } from '../rules/recent-reasons.ts'
import { useWords } from './language.tsx'
import { keepForTab, readForTab } from './kept.ts'

const nameOf = (consultationId: string) => `reasons ${consultationId}`

/** Remembers a reason somebody gave, for this tab and until they sign out. */
export function rememberReason(consultationId: string, reason: string): void {
  const before = readForTab<string[]>(nameOf(consultationId)) ?? []
  keepForTab(nameOf(consultationId), withReason(before, reason))
}

/** Reasons given a moment ago, taken again by one press: much of what people say is answered alike. */
export function RecentReasons(props: {
  consultationId: string
  typed: string
  onReason: (reason: string) => void
}) {
  const { deciding } = useWords()
  const reasons = offeredReasons(readForTab<string[]>(nameOf(props.consultationId)) ?? [], props.typed)
  if (reasons.length === 0) return null
  return (
    <div class="recent-reasons" role="group" aria-label={deciding.recentReasons}>
      <span class="text-name">{deciding.recentReasons}</span>
      {reasons.map((reason) => (
        <button
          key={reason}
          type="button"
          class="jump"
          lang="zh-CN"
          title={reason}
          onClick={(event) => {
            // The button goes away with what it offered; one may go on writing, or save at once.
            event.currentTarget.closest('.decide')?.querySelector('textarea')?.focus()
            props.onReason(reason)
          }}
        >
          {reason}
        </button>
      ))}
    </div>
  )
}
