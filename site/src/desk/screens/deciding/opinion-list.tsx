import type { OfficeConsultation, OfficeOpinion, OfficeOpinionPage } from '#contract/office-api.ts'
import type { OfficeOpinionCounts } from '#contract/opinion-work-api.ts'
import type { Provision } from '#core/draft/provision.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { opinionWork } from '../../api/opinion-work.ts'
import { Button } from '../../../parts/button.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Link, TroubleBox } from '../../parts/frame.tsx'
import { useDoing, useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { provisionsOf } from '../../rules/decision-check.ts'
import type { OpinionFilter } from '../../rules/desk-route.ts'
import { joinPage, type OpinionSection, withOpinion } from '../../rules/opinion-sections.ts'
import { ArticleOpinions } from './article-opinions.tsx'

const pageSize = 40

/** The opinions a filter means, page by page as one scrolls: by article as the draft has them, or as a search finds them. */
export function OpinionList(props: {
  held: OfficeConsultation
  provisions: readonly Provision[]
  filter: OpinionFilter
  all: OfficeOpinionCounts | undefined
  onDecided: () => void
  onListed: (count: number, isWhole: boolean) => void
}) {
  const words = useWords()
  const { working } = words
  const { held, filter } = props
  const consultationId = held.consultation.id
  const { opinion: _wanted, ...fromStart } = filter
  const list = usePages(consultationId, filter)
  const assigned = useLoaded(() => opinionWork.assignments(consultationId), `assignments ${consultationId}`)
  const answers = useLoaded(() => opinionWork.jointAnswers(consultationId), `answers ${consultationId}`)
  const provisions = new Map(provisionsOf(props.provisions).map((one) => [one.id as string, one]))
  const { sections, last } = list
  const count = sections?.reduce((sum, { opinions }) => sum + opinions.length, 0)
  const isWhole = !list.more
  useEffect(() => {
    if (count !== undefined) props.onListed(count, isWhole)
  }, [count, isWhole])
  const nameOf = (article: string) =>
    article === '' ? working.searchResults : article === 'gone' ? words.deciding.gone : undefined
  const answered = () => {
    list.restart()
    answers.reload()
    props.onDecided()
  }
  return (
    <>
      {filter.opinion && (
        <p class="soft">
          {working.fromHere}{' '}
          <Link to={{ screen: 'opinions', consultationId, filter: fromStart }}>{working.fromStart}</Link>
        </p>
      )}
      {sections?.map((section) => (
        <ArticleOpinions
          key={section.article}
          held={held}
          article={section.article}
          provision={provisions.get(section.article)}
          provisions={provisions}
          name={nameOf(section.article)}
          opinions={section.opinions}
          wanted={filter.opinion}
          count={props.all?.byArticle.find(({ key }) => key === section.article)}
          known={last?.known ?? 0}
          newest={filter.newest === true}
          assigned={filter.newest ? undefined : assigned.data}
          onAssigned={assigned.reload}
          answers={answers.data?.answers.filter(({ article }) => article === section.article) ?? []}
          onAnswered={answered}
          onChanged={(changed) => {
            list.replace(changed)
            props.onDecided()
          }}
        />
      ))}
      {sections?.length === 0 && !list.more && (
        <Nothing consultationId={consultationId} filter={fromStart} received={held.tallies.received} />
      )}
      {last?.searched && (
        <p role="status" class="soft">
          {working.searched(last.searched.done, last.searched.of)} {count ? working.searchOrder : ''}
        </p>
      )}
      <TroubleBox trouble={list.trouble} onRetry={list.readOn} />
      {sections === undefined && !list.trouble && <Waiting />}
      {sections !== undefined && list.more && (
        <MoreBelow list={list} isSearch={last?.searched !== undefined} />
      )}
    </>
  )
}

/** Why nothing is listed, and the way on: nothing came, all is decided, or the filters leave nothing over. */
function Nothing(props: { consultationId: string; filter: OpinionFilter; received: number }) {
  const { deciding } = useWords()
  const { filter } = props
  if (props.received === 0) return <p class="empty">{deciding.noneYet}</p>
  const filters = Object.values(filter).filter((value) => value !== undefined && value !== '').length
  return (
    <p class="empty">
      {filter.undecided && filters === 1 ? deciding.noneUndecided : deciding.none}{' '}
      {filters > 0 && (
        <Link to={{ screen: 'opinions', consultationId: props.consultationId, filter: {} }}>
          {deciding.clearFilters}
        </Link>
      )}
    </p>
  )
}

interface Pages {
  sections: OpinionSection[] | undefined
  last: OfficeOpinionPage | undefined
  more: boolean
  busy: boolean
  trouble: ReturnType<typeof useDoing>['trouble']
  readOn: () => void
  restart: () => void
  replace: (changed: OfficeOpinion) => void
}

/** Pages of a list, each put behind the ones before. A search that finds little goes on by itself for a while. */
function usePages(consultationId: string, { opinion: wanted, ...filter }: OpinionFilter): Pages {
  const [sections, setSections] = useState<OpinionSection[]>()
  const [last, setLast] = useState<OfficeOpinionPage>()
  const cursor = useRef<string | null>(null)
  const doing = useDoing()
  const isSearch = filter.q !== undefined
  const read = (isFirst: boolean) =>
    doing.run(async () => {
      if (isFirst) cursor.current = null
      const from =
        cursor.current === null ? (wanted && isFirst ? { at: wanted } : {}) : { cursor: cursor.current }
      const order = isSearch ? {} : ({ order: 'draft' } as const)
      let page = await office.opinions(consultationId, filter, { limit: pageSize, ...order, ...from })
      setLast(page)
      setSections((before) => joinPage(isFirst ? [] : (before ?? []), page.opinions, isSearch))
      // A search that has found nothing yet goes on by itself.
      while (page.searched !== undefined && page.opinions.length === 0 && page.cursor !== null) {
        page = await office.opinions(consultationId, filter, { limit: pageSize, cursor: page.cursor })
        const read = page
        setLast(read)
        setSections((before) => joinPage(before ?? [], read.opinions, isSearch))
      }
      cursor.current = page.cursor
    })
  useEffect(() => read(true), [])
  return {
    sections,
    last,
    more: last?.cursor !== undefined && last.cursor !== null,
    busy: doing.busy,
    trouble: doing.trouble,
    readOn: () => read(sections === undefined),
    restart: () => read(true),
    replace: (changed) => setSections((before) => before && withOpinion(before, changed)),
  }
}

/** Reads on when one has scrolled near, and by a button for everybody else. */
function MoreBelow(props: { list: Pages; isSearch: boolean }) {
  const words = useWords()
  const { list } = props
  const end = useRef<HTMLDivElement>(null)
  const readOn = useRef(list.readOn)
  readOn.current = list.readOn
  useEffect(() => {
    const seen = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) readOn.current()
      },
      { rootMargin: '600px' },
    )
    if (end.current && !list.busy) seen.observe(end.current)
    return () => seen.disconnect()
  }, [list.busy, list.last])
  return (
    <div class="buttons after" ref={end}>
      <Button kind="quiet" onPress={list.readOn} busy={list.busy} busyWords={words.loading}>
        {props.isSearch ? words.working.searchGoOn : words.deciding.more}
      </Button>
    </div>
  )
}
