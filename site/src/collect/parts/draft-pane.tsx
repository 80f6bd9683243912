import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { provisionWords, type Provision } from '#core/draft/provision.ts'
import { useWords } from './language.tsx'

type Line = { kind: 'heading' | 'article'; provision: Provision }

function linesOf(provisions: readonly Provision[]): Line[] {
  return provisions.flatMap((provision): Line[] =>
    provision.kind === 'article'
      ? [{ kind: 'article', provision }]
      : [{ kind: 'heading', provision }, ...linesOf(provision.children)],
  )
}

const headings = new Set<Provision['kind']>(['part', 'chapter', 'section', 'annex'])

/** A whole draft to read in big type; pressing an article's number chooses it. 500 articles stay quick: unseen ones are not laid out. */
export function DraftPane(props: {
  provisions: readonly Provision[]
  at: string | undefined
  /** What stands below the article chosen. */
  below?: ComponentChildren
  /** The article chosen, drawn by the caller. */
  chosen?: ((article: Provision) => ComponentChildren) | undefined
  onChoose: (article: Provision) => void
}) {
  const { tasks } = useWords()
  const pane = useRef<HTMLDivElement>(null)
  const lines = useMemo(() => linesOf(props.provisions), [props.provisions])
  useEffect(() => {
    const { at } = props
    const { current } = pane
    if (!at || !current) return
    return keepInView(current, at)
  }, [props.at])
  return (
    <div class="draft-pane" ref={pane} lang="zh-CN" tabIndex={0} role="region" aria-label={tasks.draft.title}>
      {lines.map(({ kind, provision }) =>
        kind === 'heading' ? (
          <Heading key={provision.id} provision={provision} />
        ) : (
          <div
            key={provision.id}
            class={provision.id === props.at ? 'art chosen' : 'art'}
            data-article={provision.id}
          >
            <button
              type="button"
              aria-pressed={provision.id === props.at}
              onClick={() => props.onChoose(provision)}
            >
              {[provision.label, provision.heading].filter(Boolean).join('　')}
            </button>
            {provision.id === props.at && props.chosen ? (
              props.chosen(provision)
            ) : (
              <div class="law-words">{provisionWords(provision)}</div>
            )}
            {provision.id === props.at && props.below}
          </div>
        ),
      )}
    </div>
  )
}

/** Articles passed on the way are laid out only when they come near, and then the place moves: look again for a while. */
const framesToLook = 24

function keepInView(pane: HTMLElement, id: string): () => void {
  let left = framesToLook
  let frame = 0
  const look = () => {
    bringIntoView(pane, id)
    left -= 1
    if (left > 0) frame = requestAnimationFrame(look)
  }
  // A hand that scrolls meanwhile is right.
  const stop = () => cancelAnimationFrame(frame)
  pane.addEventListener('wheel', stop, { once: true, passive: true })
  pane.addEventListener('touchstart', stop, { once: true, passive: true })
  look()
  return stop
}

/** Beside a form only the pane scrolls, never the page under the person's hands. */
function bringIntoView(pane: HTMLElement, id: string): void {
  const place = pane.querySelector<HTMLElement>(`[data-article="${CSS.escape(id)}"]`)
  if (!place) return
  if (getComputedStyle(pane).overflowY === 'auto')
    pane.scrollTop += place.getBoundingClientRect().top - pane.getBoundingClientRect().top - 12
  else place.scrollIntoView({ block: 'start' })
}

function Heading({ provision }: { provision: Provision }) {
  if (provision.kind === 'closing') return <p class="law-words closing">{provision.text}</p>
  if (!headings.has(provision.kind)) return <p class="law-words">{provision.label + provision.text}</p>
  return (
    <>
      <p class={`heading ${provision.kind}`} data-article={provision.id}>
        {provision.label}　{provision.heading}
      </p>
      {provision.text && <p class="law-words">{provision.text}</p>}
    </>
  )
}
