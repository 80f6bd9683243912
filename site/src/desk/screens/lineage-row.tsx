import type { OfficeCauses, OfficeLineage } from '#contract/lineage-api.ts'
import { useRef, useState } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { useWords } from '../parts/language.tsx'
import { isConfirmed, undoOf } from '../rules/lineage-correction.ts'
import { causeOf, decisionsOn, rowLabel, type ReviewRow } from '../rules/lineage-rows.ts'
import { CauseLine } from './cause-line.tsx'
import { ComparedWords } from './compared-words.tsx'
import { ConfirmLink } from './confirm-link.tsx'
import { CorrectLink } from './correct-link.tsx'

/** What every row needs to know of the two drafts, and how it tells the screen what changed. */
export interface ReviewGround {
  held: OfficeLineage
  causes: OfficeCauses | undefined
  mayWrite: boolean
  onLineage: (held: OfficeLineage) => void
  reloadLineage: () => Promise<OfficeLineage>
  reloadCauses: () => Promise<OfficeCauses | undefined>
}

/** One article: what became of it in words, both texts, its match to correct, its cause to name. */
export function LineageRow(props: { review: ReviewRow; ground: ReviewGround }) {
  const words = useWords()
  const { review, ground } = props
  const { row, link, subject } = review
  const [correcting, setCorrecting] = useState(false)
  const card = useRef<HTMLElement>(null)
  // Focus goes back to where the form was opened from.
  const backTo = (place: string) => setTimeout(() => card.current?.querySelector<HTMLElement>(place)?.focus())
  const name = rowLabel(review, words.lineage.outside)
  if (row.kind === 'heading')
    return (
      <li class="lineage-heading">
        {row.to.length > 0 ? (
          <ComparedWords pieces={row.pieces} side="to" />
        ) : (
          <ComparedWords pieces={row.pieces} side="from" />
        )}
      </li>
    )
  const kind = words.lineage.kinds[row.kind]
  const texts = <BothTexts review={review} />
  return (
    <li>
      <article
        ref={card}
        class={`lineage-row kind-${row.kind}`}
        aria-label={words.lineage.rowName(name, kind)}
      >
        <div class="lineage-head">
          <p>
            <b class="lineage-kind">{kind}</b> <span class="lineage-numbers">{name}</span>
            <RowRemarks review={review} />
          </p>
          {ground.mayWrite && link && review.sure === false && !correcting && (
            <ConfirmLink
              link={link}
              name={name}
              ground={ground}
              onDone={() => backTo('.lineage-head button')}
            />
          )}
          {ground.mayWrite && link && !correcting && (
            <Button kind="text" label={words.lineage.correctOf(name)} onPress={() => setCorrecting(true)}>
              {words.lineage.correct}
            </Button>
          )}
        </div>
        {correcting && link && (
          <CorrectLink
            link={link}
            ground={ground}
            undo={undoOf(link)}
            onDone={() => {
              setCorrecting(false)
              backTo('.lineage-head button')
            }}
          />
        )}
        {subject ? (
          texts
        ) : (
          <details class="more">
            <summary>{words.lineage.showWords}</summary>
            {texts}
          </details>
        )}
        {subject && ground.causes && (
          <CauseLine
            name={name}
            subject={subject}
            cause={causeOf(ground.causes.causes, subject)}
            decisions={decisionsOn(review, ground.causes.decisions)}
            ground={ground}
            onClosed={() => backTo('.cause button')}
          />
        )}
      </article>
    </li>
  )
}

function BothTexts(props: { review: ReviewRow }) {
  const words = useWords()
  const { row } = props.review
  return (
    <div class="lineage-texts">
      <div>
        <span class="text-name">{words.lineage.from}</span>
        {row.from.length > 0 ? (
          <ComparedWords pieces={row.pieces} side="from" />
        ) : (
          <p class="soft">{words.lineage.none}</p>
        )}
      </div>
      <div>
        <span class="text-name">{words.lineage.to}</span>
        {row.to.length > 0 ? (
          <ComparedWords pieces={row.pieces} side="to" />
        ) : (
          <p class="soft">{words.lineage.none}</p>
        )}
      </div>
    </div>
  )
}

/** How certain the match is, in words; that it moved; that a person set it. */
function RowRemarks(props: { review: ReviewRow }) {
  const { lineage } = useWords()
  const { row, link, sure } = props.review
  const byHand = link?.correctedBy !== undefined
  return (
    <>
      {row.part !== undefined && <span class="soft"> · {lineage.part(row.part)}</span>}
      {row.moved && <span class="soft"> · {lineage.moved}</span>}
      {byHand && <span class="flag">{isConfirmed(link) ? lineage.confirmed : lineage.byHand}</span>}
      {!byHand && sure === true && <span class="soft"> · {lineage.sure}</span>}
      {sure === false && <span class="flag">{lineage.unsure}</span>}
    </>
  )
}
