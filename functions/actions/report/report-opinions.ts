import { limits } from '#contract/limits.ts'
import type { ContactPointId, OpinionId } from '#core/ids.ts'
import type { LogFacts } from '#core/log/log-facts.ts'
import { ownOpinions } from '#core/log/own-opinions.ts'
import type { Report } from '#core/report/report.ts'
import { earlierRevisions } from '../deciding/earlier-revisions.ts'

/** What a report desk is about: whose, what was stored, and what of it the reader may see. */
export interface ReportGround {
  contactPointId: ContactPointId
  stored: readonly Report[]
  visible: readonly Report[]
  /** Whether the reader works there and also sees what no report names yet. */
  isOwn: boolean
  /** Of this report everything, and of nothing else. */
  only?: number | undefined
}

/** Opinions of a report desk by place in the log; nothing of them has been read. */
export interface ReportPlaces {
  /** The contact point's current opinions. */
  current: number[]
  /** Those to be shown, ascending. */
  listed: number[]
  /** Current and in no report that was sent up: those listed. */
  unreported: OpinionId[]
  /** How many of them are not listed. */
  unlisted: number
  /** For each current opinion its earlier revisions in the log, oldest first. */
  earlier: Map<OpinionId, OpinionId[]>
}

/**
 * Which opinions a report desk lists, up to `limits.maxReportOpinions`: those of the newest report in their newest
 * wording and as they were chosen, then what waits for a report, then those of older reports, then the others.
 */
export function reportPlaces(facts: LogFacts, ground: ReportGround): ReportPlaces {
  const { all, current } = ownOpinions(facts, ground.contactPointId)
  const earlier = standingRevisions(facts)
  const newest = new Map([...earlier].flatMap(([id, before]) => before.map((one) => [one, id] as const)))
  const withNewest = (report: Report) => idsIn(report).flatMap((id) => [id, newest.get(id) ?? id])
  const waiting = waitingOf(facts, current, { stored: ground.stored, earlier })
  const [last, ...older] = ground.visible.toReversed()
  const lists =
    ground.only === undefined
      ? [
          last ? withNewest(last) : [],
          ground.isOwn ? waiting : [],
          older.flatMap(withNewest),
          ground.isOwn ? current.map((place) => facts.ids.at(place)) : [],
        ]
      : [ground.visible.filter(({ number }) => number === ground.only).flatMap(idsIn)]
  const most = ground.only === undefined ? limits.maxReportOpinions : Infinity
  const listed = firstPlaces(facts, { own: new Set(all), lists, most })
  const isListed = new Set(listed.map((place) => facts.ids.at(place)))
  const unreported = waiting.filter((id) => isListed.has(id))
  return { current, listed, unreported, unlisted: waiting.length - unreported.length, earlier }
}

/** The places of a contact point's opinions that are named first. */
function firstPlaces(
  facts: LogFacts,
  { own, lists, most }: { own: ReadonlySet<number>; lists: readonly OpinionId[][]; most: number },
): number[] {
  const wanted = new Set(lists.flat())
  const places = facts.ids.placesOf(wanted)
  const found = [...wanted].flatMap((id) => places.get(id) ?? []).filter((place) => own.has(place))
  return found.slice(0, most).sort((a, b) => a - b)
}

function standingRevisions(facts: LogFacts): Map<OpinionId, OpinionId[]> {
  const superseded = facts.superseded()
  const standing = new Set(
    facts.corrections.flatMap(({ place }) => (superseded[place] === 0 ? facts.ids.at(place) : [])),
  )
  return new Map([...earlierRevisions(facts)].filter(([id, before]) => standing.has(id) && before.length > 0))
}

/** Current opinions no sent report names, under this or an earlier revision. */
function waitingOf(
  facts: LogFacts,
  current: readonly number[],
  { stored, earlier }: { stored: readonly Report[]; earlier: ReadonlyMap<OpinionId, readonly OpinionId[]> },
): OpinionId[] {
  const sent = new Set(
    stored.filter(({ status }) => status === 'submitted' || status === 'received').flatMap(idsIn),
  )
  return current
    .map((place) => facts.ids.at(place))
    .filter((id) => ![id, ...(earlier.get(id) ?? [])].some((revision) => sent.has(revision)))
}

const idsIn = ({ articles }: Report) => articles.flatMap(({ opinions }) => opinions)
