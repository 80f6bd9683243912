import type { OfficeConsultation, OfficeOpinion } from '#contract/office-api.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { office } from '../api/office.ts'
import { Button, TroubleBox, Waiting } from '../parts/frame.tsx'
import { useDoing, useLoaded } from '../parts/loading.ts'
import { useWords } from '../parts/language.tsx'
import { articleIdOf, provisionsOf } from '../rules/decision-check.ts'
import { printFilter, type OpinionFilter } from '../rules/desk-route.ts'
import { askedGround, newestGround, type ListingGround } from '../rules/listing-ground.ts'
import {
  joinGroups,
  readOn,
  walkOf,
  type OpinionGroupOfArticle,
  type OpinionWalk,
} from '../rules/opinion-walk.ts'
import { ArticleOpinions } from './article-opinions.tsx'
import { ConsultationFrame } from './consultation-frame.tsx'
import { OpinionFilters } from './opinion-filters.tsx'

const pageSize = 40

/** Opinions by article in the draft's order, each decided in place. */
export function Opinions(props: { consultationId: string; filter: OpinionFilter }) {
  const { data, trouble, reload } = useLoaded(
    () => office.consultation(props.consultationId),
    `consultation ${props.consultationId}`,
  )
  if (!data) return trouble ? <TroubleBox trouble={trouble} onRetry={reload} /> : <Waiting />
  return (
    <ConsultationFrame held={data} section="opinions">
      <Listing held={data} filter={props.filter} />
    </ConsultationFrame>
  )
}

/** By the articles people were asked about, or by those of the newest draft, where the opinions are listed too (R7). */
function Listing(props: { held: OfficeConsultation; filter: OpinionFilter }) {
  const { held, filter } = props
  const newest = filter.newest ? held.laterDrafts.at(-1) : undefined
  const between = { billId: held.bill.id, from: held.draft.meta.id, to: newest?.id ?? '' }
  const later = useLoaded(
    async () => newest && { text: await office.draftText(newest.id), read: await office.lineage(between) },
    `newest ${newest?.id ?? ''}`,
  )
  if (newest && !later.data)
    return later.trouble ? <TroubleBox trouble={later.trouble} onRetry={later.reload} /> : <Waiting />
  const ground = later.data
    ? newestGround(held.tallies.byArticle, later.data.text.provisions, later.data.read.lineage.links)
    : askedGround(held)
  return (
    <>
      <OpinionFilters held={held} ground={ground} filter={filter} />
      <OpinionList key={printFilter(filter)} held={held} ground={ground} filter={filter} />
    </>
  )
}

function OpinionList(props: { held: OfficeConsultation; ground: ListingGround; filter: OpinionFilter }) {
  const words = useWords()
  const { held, ground, filter } = props
  const { opinion: wanted, article, ...others } = filter
  const [groups, setGroups] = useState<OpinionGroupOfArticle[]>()
  const walk = useRef<OpinionWalk>(
    walkOf(
      ground.articles.map(({ id }) => id),
      ground.byArticle,
      article && articleIdOf(article),
    ),
  )
  const doing = useDoing()
  const more = (want?: string) =>
    doing.run(async () => {
      const ask = (asked: string, cursor: string | null) =>
        office.opinions(
          held.consultation.id,
          { ...others, article: asked },
          { limit: pageSize, ...(cursor === null ? {} : { cursor }) },
        )
      const come = await readOn(walk.current, ask, pageSize, want)
      walk.current = come.walk
      setGroups((before) => joinGroups(before ?? [], come.read))
    })
  useEffect(() => more(wanted), [])
  const replace = (changed: OfficeOpinion) =>
    setGroups((before) =>
      before?.map((group) => ({
        ...group,
        opinions: group.opinions.map((opinion) => (opinion.id === changed.id ? changed : opinion)),
      })),
    )
  const provisions = new Map(
    provisionsOf(ground.provisions).map((provision) => [provision.id as string, provision]),
  )
  return (
    <>
      {groups?.map((group) => (
        <ArticleOpinions
          key={group.article}
          held={held}
          provision={provisions.get(group.article)}
          name={group.article === 'gone' ? words.deciding.gone : undefined}
          opinions={group.opinions}
          wanted={wanted}
          onChanged={replace}
        />
      ))}
      {groups?.length === 0 && walk.current.left.length === 0 && (
        <p>{filter.undecided ? words.deciding.noneUndecided : words.deciding.none}</p>
      )}
      <TroubleBox trouble={doing.trouble} onRetry={() => more()} />
      {groups === undefined && !doing.trouble && <Waiting />}
      {groups !== undefined && walk.current.left.length > 0 && (
        <div class="buttons after">
          <Button kind="quiet" onPress={() => more()} busy={doing.busy} busyWords={words.loading}>
            {words.deciding.more}
          </Button>
        </div>
      )}
    </>
  )
}
