import { useWords } from './language.tsx'

const around = 2 * Math.PI * 15

/** How much of an article is decided: a ring for the eye, always with both numbers. */
export function ProgressRing(props: { decided: number; all: number }) {
  const words = useWords()
  const { decided, all } = props
  const share = all === 0 ? 0 : decided / all
  return (
    <span class={decided === all ? 'ring full' : 'ring'} title={words.working.ring(decided, all)}>
      <svg viewBox="0 0 36 36" aria-hidden="true">
        <circle cx="18" cy="18" r="15" />
        {share > 0 && (
          <circle class="done" cx="18" cy="18" r="15" stroke-dasharray={`${share * around} ${around}`} />
        )}
      </svg>
      <span class="unseen">{words.working.ring(decided, all)}</span>
      <span aria-hidden="true">
        {decided}/{all}
      </span>
    </span>
  )
}
