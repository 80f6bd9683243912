import type { PublishedBill } from '#contract/published.ts'
import type { Asking } from './portal.ts'

/** One stage of a bill's life: a text, a window, an answer, or what is still to come. */
export type LifeStage = { standing: 'done' | 'now' | 'next' } & (
  | { kind: 'draft'; draft: PublishedBill['drafts'][number] }
  | { kind: 'asking'; asking: Asking }
  | { kind: 'answer'; asking: Asking; answeredAt: string | undefined }
  | { kind: 'studying' | 'reading' }
)

const standingOf = { scheduled: 'next', open: 'now', closed: 'done', answered: 'done' } as const

/** Minutes of local time, so that a text's date and a window's instant stand in one order. */
function localKey(at: string, utcOffsetMinutes: number): string {
  return new Date(Date.parse(at) + utcOffsetMinutes * 60_000).toISOString().slice(0, 16)
}

/**
 * A bill's life in the order of time: what has happened with its date, then what comes next. `askings` newest first,
 * as `askingsOf` gives them.
 */
export function lifeOf(
  { drafts }: Pick<PublishedBill, 'drafts'>,
  askings: readonly Asking[],
  utcOffsetMinutes: number,
): LifeStage[] {
  const past: { key: string; stage: LifeStage }[] = drafts.map((draft) => ({
    key: draft.datedOn,
    stage: { kind: 'draft', draft, standing: 'done' },
  }))
  for (const asking of askings.toReversed()) {
    const { state, consultation, editions } = asking
    past.push({
      key: localKey(consultation.opensAt, utcOffsetMinutes),
      stage: { kind: 'asking', asking, standing: standingOf[state] },
    })
    const answeredAt = consultation.answeredAt ?? editions[0]?.publishedAt
    if (state === 'answered' && answeredAt)
      past.push({
        key: localKey(answeredAt, utcOffsetMinutes),
        stage: { kind: 'answer', asking, answeredAt, standing: 'done' },
      })
  }
  const ordered = past.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
  return [...ordered.map(({ stage }) => stage), ...stillToCome(drafts, askings[0])]
}

function stillToCome(drafts: PublishedBill['drafts'], newest: Asking | undefined): LifeStage[] {
  const next: LifeStage[] = []
  if (newest && newest.state !== 'answered')
    next.push(
      { kind: 'studying', standing: newest.state === 'closed' ? 'now' : 'next' },
      { kind: 'answer', asking: newest, answeredAt: undefined, standing: 'next' },
    )
  if (drafts.at(-1)?.stage !== 'enacted')
    next.push({ kind: 'reading', standing: newest?.state === 'answered' ? 'now' : 'next' })
  return next
}
