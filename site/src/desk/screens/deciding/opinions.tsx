import type { OfficeConsultation } from '#contract/office-api.ts'
import type { OfficeOpinionCounts } from '#contract/opinion-work-api.ts'
import { useRef, useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { opinionWork } from '../../api/opinion-work.ts'
import { Waiting } from '../../../parts/waiting.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { SavedLine } from '../../parts/saved-line.tsx'
import { useSession } from '../../parts/session.tsx'
import { printFilter, type OpinionFilter } from '../../rules/desk-route.ts'
import { ConsultationFrame } from '../consulting/consultation-frame.tsx'
import { NotLoaded } from '../consulting/not-loaded.tsx'
import { OpinionCountBars } from './opinion-count-bars.tsx'
import { OpinionFilters } from './opinion-filters.tsx'
import { OpinionKeys } from './opinion-keys.tsx'
import { OpinionList } from './opinion-list.tsx'

/** Opinions by article in the draft's order, found, counted, and each decided in place. */
export function Opinions(props: { consultationId: string; filter: OpinionFilter }) {
  const { consulting } = useWords()
  const loaded = useLoaded(
    () => office.consultation(props.consultationId),
    `consultation ${props.consultationId}`,
  )
  if (!loaded.data) return <NotLoaded title={consulting.section.opinions} loaded={loaded} />
  return (
    <ConsultationFrame held={loaded.data} section="opinions">
      <Listing held={loaded.data} filter={props.filter} />
    </ConsultationFrame>
  )
}

/** By the articles people were asked about, or by those of the newest draft, where the opinions are listed too (R7). */
function Listing(props: { held: OfficeConsultation; filter: OpinionFilter }) {
  const { held, filter } = props
  const { me } = useSession()
  const id = held.consultation.id
  const newest = filter.newest ? held.laterDrafts.at(-1) : undefined
  const { opinion: _opinion, q: _q, ...counted } = filter
  const whole: OpinionFilter = newest ? { newest: true } : {}
  const [round, setRound] = useState(0)
  const [listed, setListed] = useState<Listed>()
  const later = useLoaded(async () => newest && office.draftText(newest.id), `newest ${newest?.id ?? ''}`)
  const all = useLoaded(() => opinionWork.counts(id, whole), `counts ${printFilter(whole)} ${round}`)
  const found = useLoaded(() => opinionWork.counts(id, counted), `counts ${printFilter(counted)} ${round}`)
  // After a decision the counts of before stay until the new ones come; another filter's are never shown.
  const shown = {
    all: useLast(all.data, printFilter(whole)),
    found: useLast(found.data, printFilter(counted)),
  }
  if (newest && !later.data)
    return later.trouble ? <TroubleBox trouble={later.trouble} onRetry={later.reload} /> : <Waiting />
  const provisions = later.data?.provisions ?? held.draft.provisions
  return (
    <>
      <TroubleBox trouble={all.trouble ?? found.trouble} onRetry={() => setRound(round + 1)} />
      <OpinionFilters
        held={held}
        provisions={provisions}
        filter={filter}
        all={shown.all}
        found={shown.found}
        listed={listed?.of === printFilter(filter) ? listed : undefined}
        mayTake={me.role === 'legislator'}
      />
      <OpinionKeys filter={filter} consultationId={id} mayDecide={me.role === 'legislator'} />
      <OpinionCountBars held={held} filter={filter} found={shown.found} />
      <SavedLine isAllDone={filter.q === undefined && isAllDecided(shown.found)}>
        <OpinionList
          key={printFilter(filter)}
          held={held}
          provisions={provisions}
          filter={filter}
          all={shown.all}
          onDecided={() => setRound((n) => n + 1)}
          onListed={(count, isWhole) => setListed({ of: printFilter(filter), count, isWhole })}
        />
      </SavedLine>
    </>
  )
}

/** Whether nothing counted waits for a result any more. */
function isAllDecided(counts: OfficeOpinionCounts | undefined): boolean {
  return counts !== undefined && counts.total.decided === counts.total.opinions
}

/** How many opinions a list shows so far, and whether that is all of them. */
export interface Listed {
  /** The filter it is the list of. */
  of: string
  count: number
  isWhole: boolean
}

/** The newest value that came for a key. */
function useLast<T>(value: T | undefined, key: string): T | undefined {
  const last = useRef<{ key: string; value: T }>()
  if (value !== undefined) last.current = { key, value }
  return last.current?.key === key ? last.current.value : undefined
}
