import type { OfficeConsultation } from '#contract/office-api.ts'
import type { OfficeOpinionCounts } from '#contract/opinion-work-api.ts'
import type { Outcome } from '#core/deciding/outcome.ts'
import type { ChangeType, Channel } from '#core/opinion.ts'
import type { Provision } from '#core/draft/provision.ts'
import { useState } from 'preact/hooks'
import { TextField } from '../../../parts/text-field.tsx'
import { CheckField, SelectField } from '../../parts/fields.tsx'
import { Link } from '../../parts/frame.tsx'
import { useWords } from '../../parts/language.tsx'
import { usePointNames } from '../../parts/point-names.ts'
import { articlesIn } from '../../rules/decision-check.ts'
import { printRoute, takenFilter, type OpinionFilter } from '../../rules/desk-route.ts'
import { ActiveFilters, activeKeys } from './active-filters.tsx'

interface Props {
  held: OfficeConsultation
  provisions: readonly Provision[]
  filter: OpinionFilter
  /** Counts of everything, for the choices; and of what the filter means. */
  all: OfficeOpinionCounts | undefined
  found: OfficeOpinionCounts | undefined
  /** What the list shows so far: the counts know no words, so only the list knows how many a search found. */
  listed: { count: number; isWhole: boolean } | undefined
  /** Whether the reader may take tables away. */
  mayTake: boolean
}

type Part = OfficeOpinionCounts['byArticle'][number]
type Working = ReturnType<typeof useWords>['working']

/** Filters live in the address, so that a list can be sent to a colleague and Back undoes one. */
export function OpinionFilters(props: Props) {
  const words = useWords()
  const { working } = words
  const { filter, found } = props
  const change = useChange(props)
  // On a phone all of them fold: what is in force stays in sight as marks, and the opinions come up.
  const isPhone = matchMedia('(max-width: 44rem)').matches
  return (
    <search class="opinion-filters">
      <div class="filters" role="group" aria-label={words.deciding.filters}>
        <SearchBox key={filter.q ?? ''} q={filter.q ?? ''} onSearch={(q) => change({ q })} />
        {!isPhone && <MainFilters {...props} change={change} />}
      </div>
      <details class="more" open={hasMore(filter)}>
        <summary>{isPhone ? words.deciding.filters : working.moreFilters}</summary>
        <div class="filters">
          {isPhone && <MainFilters {...props} change={change} />}
          <MoreFilters {...props} change={change} />
        </div>
      </details>
      <ActiveFilters
        held={props.held}
        provisions={props.provisions}
        filter={filter}
        to={(kept) => ({ screen: 'opinions', consultationId: props.held.consultation.id, filter: kept })}
      />
      {found && (
        <p class="listing-found" role="status">
          {filter.q ? (
            searchWords(found.total.opinions, props.listed, working)
          ) : (
            <>
              <b>{working.found(found.total.opinions, found.total.people)}</b>{' '}
              <span class="soft">{working.decidedOf(found.total.decided, found.total.opinions)}</span>
            </>
          )}
          {found.known < found.logged && (
            <span class="soft"> {working.catchingUp(found.known, found.logged)}</span>
          )}
        </p>
      )}
      {props.mayTake && found && found.total.opinions > 0 && (
        <p class="listing-found">
          <Link
            to={{ screen: 'table', consultationId: props.held.consultation.id, filter: takenFilter(filter) }}
          >
            {working.takeList(activeKeys(filter).length > 0)}
          </Link>
        </p>
      )}
    </search>
  )
}

function searchWords(of: number, listed: Props['listed'], { searchIn, searchedAll, searchedSoFar }: Working) {
  if (!listed) return searchIn(of)
  return listed.isWhole ? <b>{searchedAll(of, listed.count)}</b> : searchedSoFar(of, listed.count)
}

function useChange({ held, filter }: Props) {
  return (changed: OpinionFilter) => {
    const { opinion: _, ...kept } = filter
    location.hash = printRoute({
      screen: 'opinions',
      consultationId: held.consultation.id,
      filter: { ...kept, ...changed },
    })
  }
}

const hasMore = ({ category, area, changeType, outcome, from, to, flagged }: OpinionFilter): boolean =>
  [category, area, changeType, outcome, from, to, flagged].some((held) => held !== undefined && held !== '')

function SearchBox(props: { q: string; onSearch: (q: string) => void }) {
  const { working } = useWords()
  const [typed, setTyped] = useState(props.q)
  return (
    <form
      class="search-box"
      onSubmit={(event) => {
        event.preventDefault()
        props.onSearch(typed.trim())
      }}
    >
      <TextField
        id="opinion-search"
        type="search"
        label={working.search}
        hint={working.searchHint}
        max={80}
        value={typed}
        onValue={(value) => {
          setTyped(value)
          // Emptying the box is the way out of a search.
          if (value === '' && props.q !== '') props.onSearch('')
        }}
      />
      <button type="submit" class="button quiet">
        {working.searchGo}
      </button>
    </form>
  )
}

const counted = (name: string, count: number) => `${name}（${count}）`

function MainFilters(props: Props & { change: (changed: OpinionFilter) => void }) {
  const words = useWords()
  const { held, filter, all, change } = props
  const newest = held.laterDrafts.at(-1)
  const of = (article: string) => all?.byArticle.find(({ key }) => key === article)?.opinions ?? 0
  const known = new Set(['whole', 'gone', ...articlesIn(props.provisions).map(({ id }) => id as string)])
  const articles = [
    { id: 'whole', label: words.whole },
    ...articlesIn(props.provisions),
    ...(all?.byArticle ?? [])
      .filter(({ key }) => !known.has(key))
      .map(({ key }) => ({ id: key, label: key })),
    { id: 'gone', label: words.deciding.gone },
  ]
  const pointNames = usePointNames(held)
  return (
    <>
      <SelectField
        label={words.deciding.articleFilter}
        value={filter.article ?? ''}
        empty={words.deciding.allArticles}
        choices={articles
          .filter(({ id }) => of(id) > 0 || id === filter.article)
          .map(({ id, label }) => ({ value: id, name: all ? counted(label, of(id)) : label }))}
        onValue={(article) => change({ article })}
      />
      <SelectField
        label={words.deciding.channelFilter}
        value={filter.channel ?? ''}
        empty={words.deciding.any}
        choices={choicesOf(all?.byChannel, (key) => words.channelNames[key as Channel])}
        onValue={(channel) => change({ channel })}
      />
      <SelectField
        label={words.deciding.pointFilter}
        value={filter.contactPoint ?? ''}
        empty={words.deciding.any}
        choices={choicesOf(
          all?.byContactPoint,
          (key) => (key === '' ? words.working.direct : (pointNames.get(key) ?? key)),
          'direct',
        )}
        onValue={(contactPoint) => change({ contactPoint })}
      />
      <div class="checks">
        <CheckField
          label={words.deciding.undecidedOnly}
          checked={filter.undecided === true}
          onChecked={(undecided) => change({ undecided })}
        />
        <CheckField
          label={words.working.mineOnly}
          checked={filter.mine === true}
          onChecked={(mine) => change({ mine })}
        />
        {newest && (
          <CheckField
            label={words.deciding.byNewest(words.stageNames[newest.stage])}
            checked={filter.newest === true}
            // An article's number means another article in the other draft.
            onChecked={(byNewest) => change({ newest: byNewest, article: '' })}
          />
        )}
      </div>
    </>
  )
}

/** Parts as choices with their counts; `none` is how the address says nothing. */
function choicesOf(parts: readonly Part[] | undefined, nameOf: (key: string) => string, none = 'none') {
  return (parts ?? []).map(({ key, opinions }) => ({
    value: key === '' ? none : key,
    name: counted(nameOf(key), opinions),
  }))
}

function MoreFilters(props: Props & { change: (changed: OpinionFilter) => void }) {
  const words = useWords()
  const { working, deciding } = words
  const { filter, all, change } = props
  const said = (key: string) => (key === '' ? working.notSaid : key)
  const choose = (
    label: string,
    name: 'category' | 'area' | 'changeType' | 'outcome',
    choices: { value: string; name: string }[],
  ) => (
    <SelectField
      label={label}
      value={filter[name] ?? ''}
      empty={deciding.any}
      choices={choices}
      onValue={(value) => change({ [name]: value })}
    />
  )
  const outcomes = (all?.byOutcome ?? []).filter(({ key }) => key !== '')
  return (
    <>
      {choose(working.category, 'category', choicesOf(all?.byCategory.parts, said))}
      {choose(working.area, 'area', choicesOf(all?.byArea.parts, said))}
      {choose(
        working.changeType,
        'changeType',
        choicesOf(all?.byChangeType, (key) => words.changeTypeNames[key as ChangeType]),
      )}
      {choose(
        working.outcome,
        'outcome',
        choicesOf(outcomes, (key) => words.outcomeNames[key as Outcome]),
      )}
      <TextField
        type="date"
        label={working.from}
        value={filter.from ?? ''}
        onValue={(from) => change({ from })}
      />
      <TextField type="date" label={working.to} value={filter.to ?? ''} onValue={(to) => change({ to })} />
      <div class="checks">
        <CheckField
          label={working.flaggedOnly}
          checked={filter.flagged === true}
          onChecked={(flagged) => change({ flagged })}
        />
      </div>
    </>
  )
}
