import { pagePaths } from '#contract/page-paths.ts'
import type { OfficeLineage } from '#contract/lineage-api.ts'
import type { DraftMeta } from '#core/bill.ts'
import { useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { SelectField } from '../../parts/fields.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Screen, TroubleBox } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { printRoute } from '../../rules/desk-route.ts'
import { filterRows, reviewFilters, reviewRows, type ReviewFilter } from '../../rules/lineage-rows.ts'
import { CausesStanding } from './causes-standing.tsx'
import { LineageRow } from './lineage-row.tsx'
import { ReleaseDraft } from '../drafts/release-draft.tsx'
import { type Pair, type ReviewGround, useReviewGround } from './review-ground.tsx'

/** 条文沿革 on one screen: what became of each article between two drafts, corrected and explained row by row. */
export function LineageReview(props: Pair) {
  const words = useWords()
  const bills = useLoaded(office.bills, 'bills')
  const bill = bills.data?.bills.find(({ id }) => id === props.billId)
  const place = (id: string) => bill?.drafts.findIndex((draft) => draft.id === id) ?? 0
  const unfit =
    props.from === props.to ? 'sameDraft' : place(props.from) > place(props.to) ? 'wrongOrder' : undefined
  return (
    <Screen
      title={words.lineage.title}
      back={{ to: { screen: 'bill', billId: props.billId }, name: bill?.title ?? words.bills.title }}
    >
      <p class="measure">{words.lineage.lead}</p>
      {bill && <DraftChoice {...props} drafts={bill.drafts} />}
      {unfit ? (
        <p class="next" role="status">
          {words.lineage[unfit]}
        </p>
      ) : (
        <PairReview {...props} />
      )}
    </Screen>
  )
}

function PairReview(props: Pair) {
  const { ground, troubles, reload } = useReviewGround(props)
  return (
    <>
      {troubles.map((found, place) => (
        <TroubleBox key={place} trouble={found} onRetry={reload} />
      ))}
      {ground ? <Review ground={ground} onReleased={reload} /> : !troubles[0] && <Waiting />}
    </>
  )
}

/** Any two drafts of the bill. */
function DraftChoice(props: Pair & { drafts: readonly DraftMeta[] }) {
  const words = useWords()
  const choices = props.drafts.map((draft) => ({
    value: draft.id as string,
    name: words.lineage.draftName(words.stageNames[draft.stage], draft.datedOn),
  }))
  const go = (change: Partial<Pair>) => {
    location.hash = printRoute({
      screen: 'lineage',
      billId: props.billId,
      from: props.from,
      to: props.to,
      ...change,
    })
  }
  return (
    <div class="pair lineage-drafts">
      <SelectField
        label={words.lineage.from}
        value={props.from}
        choices={choices}
        onValue={(from) => go({ from })}
      />
      <SelectField label={words.lineage.to} value={props.to} choices={choices} onValue={(to) => go({ to })} />
    </div>
  )
}

function Review(props: { ground: ReviewGround; onReleased: () => void }) {
  const { lineage: words } = useWords()
  const { held, causes } = props.ground
  const [filter, setFilter] = useState<ReviewFilter>('changed')
  const rows = reviewRows(held)
  const articles = rows.filter(({ row }) => row.kind !== 'heading')
  const filters = reviewFilters.filter((name) => name !== 'causeless' || causes !== undefined)
  const shown = filterRows(rows, filter, causes?.missing)
  const count = (name: ReviewFilter) => filterRows(articles, name, causes?.missing).length
  return (
    <>
      <Standing held={held} />
      <CausesStanding rows={articles} ground={props.ground} />
      {props.ground.mayWrite && held.to.publishedAt === undefined && causes?.missing.length === 0 && (
        <ReleaseDraft draft={held.to} onReleased={props.onReleased} />
      )}
      <div class="buttons lineage-filters" role="group" aria-label={words.filter}>
        {filters.map((name) => (
          <button
            key={name}
            type="button"
            class="button quiet"
            aria-pressed={name === filter}
            onClick={() => setFilter(name)}
          >
            {words.filterCount(words.filters[name], count(name))}
          </button>
        ))}
      </div>
      {shown.length === 0 && <p class="told">{words.nothing[filter]}</p>}
      <ol class="lineage-rows">
        {shown.map((review) => (
          <LineageRow key={review.key} review={review} ground={props.ground} />
        ))}
      </ol>
    </>
  )
}

/** What became of the articles, counted, and the comparison to take away. */
function Standing(props: { held: OfficeLineage }) {
  const { lineage: words } = useWords()
  const { from, to, lineage } = props.held
  const frozen = to.publishedAt !== undefined
  const counts = Object.entries(words.kinds).flatMap(([kind, name]) => {
    const n = lineage.links.filter((link) => link.kind === kind).length
    return n > 0 ? `${name} ${n}` : []
  })
  return (
    <>
      <p class="lineage-counts">{counts.join(' · ')}</p>
      <p class="lineage-ways">
        <a href={office.comparisonAddress(to.billId, from.id, to.id)} download>
          {words.download}
        </a>
        {frozen && from.publishedAt !== undefined && (
          <a href={pagePaths.compare(to.billId, from.id, to.id)}>{words.publicComparison}</a>
        )}
      </p>
    </>
  )
}
