import { findWords } from '#core/text/find-words.ts'
import { provisionWords, walkProvisions, type Provision } from '#core/draft/provision.ts'
import { ownWordsIn } from '#core/draft/words-place.ts'

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
  /** Where the quote begins in the provision's words; without it, where it stands first. */
  start?: number | undefined
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
  for (const mark of wanted) {
    const target = byId.get(mark.provisionId)
    let anchor = mark.id
    for (const { provision, range } of target ? stretchesOf(target, mark) : []) {
      if (!addRange(marks, provision.id, { ...range, id: anchor })) continue
      if (anchor !== undefined) placed.add(anchor)
      anchor = undefined
    }
  }
  return { marks, placed }
}

interface Stretch {
  provision: Provision
  range: MarkedRange
}

/** The stretches of 款 项 目 that a quote covers: at its place when that is known, else line by line. */
function stretchesOf(target: Provision, { quote, start }: WantedMark): Stretch[] {
  if (start === undefined || !provisionWords(target).startsWith(quote, start)) {
    const parts = [...walkProvisions([target])]
    return quote.split('\n').flatMap((line) => findLine(parts, line) ?? [])
  }
  return ownWordsIn(target).flatMap(({ provision, textStart, textEnd }) => {
    const from = Math.max(start, textStart)
    const to = Math.min(start + quote.length, textEnd)
    return from < to ? [{ provision, range: { start: from - textStart, end: to - textStart } }] : []
  })
}

function findLine(parts: readonly Provision[], line: string): Stretch | undefined {
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
