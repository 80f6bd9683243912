import { findWords } from '#core/find-words.ts'
import { walkProvisions, type Provision } from '#core/provision.ts'

/** A stretch of one provision's text that is marked, and the anchor it carries. */
export interface MarkedRange {
  start: number
  end: number
  id?: string | undefined
}

/** Marked stretches by provision id, in order, none overlapping. */
export type Marks = ReadonlyMap<string, MarkedRange[]>

/** Words to mark: somewhere inside a provision. `id` is the anchor of the first stretch of them. */
export interface WantedMark {
  provisionId: string
  quote: string
  id?: string | undefined
}

/**
 * Finds where words stand in a draft. A quote over several 款 or 项 has a line for each, which may begin with the
 * printed （一）. `placed` holds the anchors that are really there: a link to any other would lead nowhere.
 */
export function placeMarks(
  provisions: readonly Provision[],
  wanted: readonly WantedMark[],
): { marks: Marks; placed: ReadonlySet<string> } {
  const marks = new Map<string, MarkedRange[]>()
  const placed = new Set<string>()
  if (wanted.length === 0) return { marks, placed }
  const byId = new Map(
    [...walkProvisions(provisions)].map((provision) => [provision.id as string, provision]),
  )
  for (const { provisionId, quote, id } of wanted) {
    const target = byId.get(provisionId)
    const parts = target ? [...walkProvisions([target])] : []
    let anchor = id
    for (const line of quote.split('\n')) {
      const found = findLine(parts, line)
      if (!found || !addRange(marks, found.provision.id, { ...found.range, id: anchor })) continue
      if (anchor !== undefined) placed.add(anchor)
      anchor = undefined
    }
  }
  return { marks, placed }
}

function findLine(
  parts: readonly Provision[],
  line: string,
): { provision: Provision; range: MarkedRange } | undefined {
  for (const provision of parts) {
    const bare = line.startsWith(provision.label) ? line.slice(provision.label.length) : line
    const words = findWords(provision.text, bare)
    if (words === undefined) continue
    const start = provision.text.indexOf(words)
    return { provision, range: { start, end: start + words.length } }
  }
  return undefined
}

/** Adds a stretch where none is marked yet; of words marked already only the rest is added. */
function addRange(marks: Map<string, MarkedRange[]>, provisionId: string, range: MarkedRange): boolean {
  const held = marks.get(provisionId) ?? []
  let { start, end } = range
  for (const other of held) {
    if (start >= other.start && start < other.end) start = other.end
    if (end > other.start && end <= other.end) end = other.start
    if (start < other.start && end > other.end) end = other.start
  }
  if (start >= end) return false
  marks.set(
    provisionId,
    [...held, { ...range, start, end }].sort((a, b) => a.start - b.start),
  )
  return true
}
