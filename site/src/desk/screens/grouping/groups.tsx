import type { OfficeConsultation } from '#contract/office-api.ts'
import type { OfficeGroup, OfficeGroupPage } from '#contract/groups-api.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { deskGroups } from '../../api/groups.ts'
import { office } from '../../api/office.ts'
import { CheckField, SelectField } from '../../parts/fields.tsx'
import { Button } from '../../../parts/button.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useDoing, useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { articleIdOf, articlesIn, provisionsOf } from '../../rules/decision-check.ts'
import { printFilter, printRoute, type GroupFilter } from '../../rules/desk-route.ts'
import { ArticleGroups } from './article-groups.tsx'
import { ConsultationFrame } from '../consulting/consultation-frame.tsx'
import { GroupHistory } from './group-history.tsx'
import { NotLoaded } from '../consulting/not-loaded.tsx'

const pageSize = 50

/** Same-kind opinions 同类意见 by article in the draft's order, the largest groups of an article first. */
export function Groups(props: { consultationId: string; filter: GroupFilter }) {
  const { consultationId, filter } = props
  const loaded = useLoaded(() => office.consultation(consultationId), `consultation ${consultationId}`)
  const { data } = loaded
  const words = useWords()
  if (!data) return <NotLoaded title={words.consulting.section.groups} loaded={loaded} />
  return (
    <ConsultationFrame held={data} section="groups">
      <p class="soft">{words.grouping.lead}</p>
      <Filters held={data} filter={filter} />
      <Listing key={printFilter(filter)} held={data} filter={filter} />
    </ConsultationFrame>
  )
}

function Filters(props: { held: OfficeConsultation; filter: GroupFilter }) {
  const words = useWords()
  const { held, filter } = props
  const { byArticle } = held.tallies
  const change = (changed: GroupFilter) => {
    const to = { screen: 'groups' as const, consultationId: held.consultation.id }
    location.hash = printRoute({ ...to, filter: { ...filter, ...changed } })
  }
  const counted = (name: string, count: number) => `${name}（${count}）`
  const whole = byArticle[''] ? [{ value: 'whole', name: counted(words.whole, byArticle['']) }] : []
  const choices = articlesIn(held.draft.provisions)
    .filter(({ id }) => (byArticle[id] ?? 0) > 0)
    .map(({ id, label }) => ({ value: id as string, name: counted(label, byArticle[id] ?? 0) }))
  return (
    <div class="filters" role="group" aria-label={words.deciding.filters}>
      <SelectField
        label={words.grouping.article}
        value={filter.article ?? ''}
        empty={words.deciding.allArticles}
        choices={[...whole, ...choices]}
        onValue={(article) => change({ article })}
      />
      <CheckField
        label={words.deciding.undecidedOnly}
        checked={filter.undecided === true}
        onChecked={(undecided) => change({ undecided })}
      />
      <CheckField
        label={words.grouping.single}
        checked={filter.single === true}
        onChecked={(single) => change({ single })}
      />
    </div>
  )
}

function Listing(props: { held: OfficeConsultation; filter: GroupFilter }) {
  const words = useWords()
  const { grouping } = words
  const { held, filter } = props
  const [page, setPage] = useState<OfficeGroupPage>()
  const doing = useDoing()
  const open = useRef(true)
  const ask = (cursor?: string) =>
    deskGroups.list(held.consultation.id, {
      article: filter.article,
      undecided: filter.undecided,
      atLeast: filter.single ? 1 : 2,
      cursor,
      limit: pageSize,
    })
  /** Asks until every opinion has come to its group, showing how far that is; a screen left behind asks no more. */
  const begin = () =>
    doing.run(async () => {
      for (let isDone = false; !isDone && open.current;) {
        const come = await ask()
        setPage(come)
        isDone = come.grouped >= come.logged
      }
    })
  const more = (cursor: string) =>
    doing.run(async () => {
      const come = await ask(cursor)
      setPage((before) => ({ ...come, groups: [...(before?.groups ?? []), ...come.groups] }))
    })
  useEffect(() => {
    begin()
    return () => {
      open.current = false
    }
  }, [])
  const cursor = page?.cursor
  return (
    <>
      {page && page.grouped < page.logged && <Progress grouped={page.grouped} logged={page.logged} />}
      {page && <ByArticle held={held} groups={page.groups} />}
      {page?.groups.length === 0 && page.grouped >= page.logged && (
        <Nothing held={held} filter={filter} logged={page.logged} />
      )}
      <TroubleBox trouble={doing.trouble} onRetry={begin} />
      {!page && !doing.trouble && <Waiting />}
      {cursor && (
        <div class="buttons after">
          <Button kind="quiet" onPress={() => more(cursor)} busy={doing.busy} busyWords={words.loading}>
            {words.deciding.more}
          </Button>
        </div>
      )}
      {page && page.logged > 0 && (
        <details class="more history-of">
          <summary>{grouping.history}</summary>
          <GroupHistory consultationId={held.consultation.id} round={0} onChanged={begin} />
        </details>
      )}
    </>
  )
}

function Progress(props: { grouped: number; logged: number }) {
  const { grouping } = useWords()
  const said = grouping.progress(props.grouped, props.logged)
  return (
    <div class="grouping-progress">
      <p role="status">{said}</p>
      <progress value={props.grouped} max={props.logged} aria-label={said} />
    </div>
  )
}

function ByArticle(props: { held: OfficeConsultation; groups: readonly OfficeGroup[] }) {
  const { held, groups } = props
  const provisions = new Map(
    provisionsOf(held.draft.provisions).map((provision) => [provision.id as string, provision]),
  )
  const byArticle = Map.groupBy(groups, ({ leader }) =>
    leader.provisionId === null ? '' : articleIdOf(leader.provisionId),
  )
  return [...byArticle].map(([article, of]) => (
    <ArticleGroups
      key={article}
      consultationId={held.consultation.id}
      provision={provisions.get(article)}
      groups={of}
    />
  ))
}

function Nothing(props: { held: OfficeConsultation; filter: GroupFilter; logged: number }) {
  const { grouping } = useWords()
  const { filter, logged } = props
  if (logged === 0) return <p>{grouping.noneYet}</p>
  if (filter.undecided) return <p>{grouping.noneUndecided}</p>
  if (filter.single) return <p>{grouping.noneSingle}</p>
  return (
    <p>
      {grouping.none}{' '}
      <a
        href={printRoute({
          screen: 'groups',
          consultationId: props.held.consultation.id,
          filter: { ...filter, single: true },
        })}
      >
        {grouping.showSingle}
      </a>
    </p>
  )
}
