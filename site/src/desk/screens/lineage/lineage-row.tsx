import { useRef, useState } from 'preact/hooks'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { localMoment } from '../../rules/local-time.ts'
import { isConfirmed, undoOf } from '../../rules/lineage-correction.ts'
import {
  causeOf,
  decisionsOn,
  rowLabel,
  subjectKey,
  unlistedOn,
  type ReviewRow,
} from '../../rules/lineage-rows.ts'
import { CauseLine } from './cause-line.tsx'
import { ComparedWords } from './compared-words.tsx'
import { ConfirmLink } from './confirm-link.tsx'
import { CorrectLink } from './correct-link.tsx'
import type { ReviewGround } from './review-ground.tsx'

/** One article: what became of it in words, both texts, its match to correct, its cause to name. */
export function LineageRow(props: {
  review: ReviewRow
  ground: ReviewGround
  /** Its cause is what the person came for. */
  isAsked?: boolean
}) {
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
            <RowRemarks review={review} ground={ground} />
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
            carried={ground.causes.carried.filter((cause) => subjectKey(cause) === subjectKey(subject))}
            again={causeOf(ground.causes.missing, subject)?.again === true}
            isAsked={props.isAsked}
            decisions={decisionsOn(review, ground.causes.decisions)}
            unlisted={unlistedOn(review, ground.causes.unlisted)}
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

/** How certain the match is, in words; that it moved; who set it and when. */
function RowRemarks(props: { review: ReviewRow; ground: ReviewGround }) {
  const { lineage } = useWords()
  const { offset } = useSession()
  const { row, link, sure } = props.review
  const byHand = link?.correctedBy !== undefined
  const who = props.ground.held.names[link?.correctedBy ?? '']
  return (
    <>
      {row.part !== undefined && <span class="soft"> · {lineage.part(row.part)}</span>}
      {row.moved && <span class="soft"> · {lineage.moved}</span>}
      {byHand && <span class="flag">{isConfirmed(link) ? lineage.confirmed : lineage.byHand}</span>}
      {byHand && who && (
        <span class="soft said-by">{lineage.saidBy(who, localMoment(link.correctedAt ?? '', offset))}</span>
      )}
      {!byHand && sure === true && <span class="soft"> · {lineage.sure}</span>}
      {sure === false && <span class="flag">{lineage.unsure}</span>}
    </>
  )
}
