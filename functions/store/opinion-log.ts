import { readEntry, splitBundle } from '#core/log/entry-bundle.ts'
import type { ConsultationId } from '#core/ids.ts'
import { LogText, type LoggedOpinion } from '#core/log/log-entry.ts'
import { emptyRoot } from '#core/log/merkle.ts'
import { PortalError } from '#core/portal-error.ts'
import type { LogState, LogStore } from '#core/log/log-ports.ts'
import type { OpinionLog } from '#core/log/log-ports.ts'
import { noTallies } from '#core/log/tallies.ts'
import { tileWidth } from '#core/log/tiles.ts'
import { objectKeys } from '#contract/objects.ts'
import { makeLogFiles, type LogFiles } from './log-files.ts'
import { proveInclusion } from './log-proofs.ts'

/** Width of bundle `bundle` in the tree of a head. */
function widthOf(bundle: number, size: number): number {
  return Math.min(tileWidth, size - bundle * tileWidth)
}

/** Opinions of one bundle, as far as the head goes. */
async function readBundle(
  files: LogFiles,
  c: ConsultationId,
  state: LogState,
  bundle: number,
): Promise<LoggedOpinion[]> {
  const width = widthOf(bundle, state.size)
  const [entries, texts] = await Promise.all([
    files.read(c, state, (head) => objectKeys.entryBundle(c, bundle, widthOf(bundle, head.size))),
    files.read(c, state, (head) => objectKeys.textBundle(c, bundle, widthOf(bundle, head.size))),
  ])
  const lines = new TextDecoder().decode(texts).split('\n')
  return splitBundle(entries)
    .slice(0, width)
    .map((bytes, i) => opinionOf(bundle * tileWidth + i, lines[i] ?? '', bytes))
}

/** Bundles on their way at once: a page or a search waits for the network only a few times. */
const bundlesInFlight = 16

/** Does the work on each, some ahead of the reader, and answers in order. */
async function* inFlight<T, R>(items: readonly T[], work: (item: T) => Promise<R>): AsyncGenerator<R> {
  const running: Promise<R>[] = []
  try {
    for (const [at, item] of items.entries()) {
      const begun = work(item)
      // whoever stops early must not leave a failure unheard
      begun.catch(() => undefined)
      running.push(begun)
      if (at >= bundlesInFlight - 1) yield await (running.shift() as Promise<R>)
    }
    for (const begun of running) yield await begun
  } finally {
    await Promise.allSettled(running)
  }
}

/** The opinions of one bundle at `wanted` places, whose texts may hold what is sought. */
async function readPlaces(
  files: LogFiles,
  c: ConsultationId,
  state: LogState,
  bundle: number,
  wanted: readonly number[],
  mayHold: (textBytes: Uint8Array) => boolean = () => true,
): Promise<LoggedOpinion[]> {
  const texts = Buffer.from(
    await files.read(c, state, (head) => objectKeys.textBundle(c, bundle, widthOf(bundle, head.size))),
  )
  if (!mayHold(texts)) return []
  const lines = linesAt(
    texts,
    wanted.map((place) => place - bundle * tileWidth),
  )
  const held = wanted.flatMap((place, at) => {
    const line = lines[at]
    return line !== undefined && mayHold(line) ? [{ place, line }] : []
  })
  if (held.length === 0) return []
  const entries = splitBundle(
    await files.read(c, state, (head) => objectKeys.entryBundle(c, bundle, widthOf(bundle, head.size))),
  )
  return held.map(({ place, line }) =>
    opinionOf(place, line.toString(), entries[place - bundle * tileWidth] ?? new Uint8Array()),
  )
}

/** Some lines of a text, by number in ascending order; the others are passed over unread. */
function linesAt(text: Buffer, numbers: readonly number[]): Buffer[] {
  const lines: Buffer[] = []
  let [number, start] = [0, 0]
  for (const wanted of numbers) {
    for (; number < wanted; number += 1) start = text.indexOf(0x0a, start) + 1
    const end = text.indexOf(0x0a, start)
    lines.push(text.subarray(start, end === -1 ? text.length : end))
  }
  return lines
}

function opinionOf(n: number, line: string, entry: Uint8Array): LoggedOpinion {
  const text = LogText.parse(JSON.parse(line === '' ? 'null' : line))
  if (text.n !== n) throw new Error(`text ${text.n} stands at place ${n}`)
  return { n, entry: readEntry(entry), text }
}

/** The log as a read model. Everything it answers belongs to one committed head. */
export function makeOpinionLog(store: LogStore): OpinionLog {
  const files = makeLogFiles(store)
  return {
    head: async (c) => {
      const state = await store.find(c)
      if (state === undefined)
        return { size: 0, root: Buffer.from(emptyRoot).toString('base64'), tallies: noTallies, rev: 0 }
      const { size, root, tallies, rev } = state
      return { size, root, tallies, rev }
    },
    read: async function* (c, from = 0, to) {
      const state = await store.find(c)
      const end = Math.min(to ?? Infinity, state?.size ?? 0)
      if (state === undefined) return
      for (let bundle = Math.floor(from / tileWidth); bundle * tileWidth < end; bundle += 1)
        for (const opinion of await readBundle(files, c, state, bundle))
          if (opinion.n >= from && opinion.n < end) yield opinion
    },
    readAt: async function* (c, places, mayHold) {
      const state = await store.find(c)
      if (state === undefined) return
      const standing = places.filter((place) => place < state.size).toSorted((a, b) => a - b)
      const byBundle = [...Map.groupBy(standing, (place) => Math.floor(place / tileWidth))]
      for await (const opinions of inFlight(byBundle, ([bundle, wanted]) =>
        readPlaces(files, c, state, bundle, wanted, mayHold),
      ))
        yield* opinions
    },
    positionOf: async (c, id) => {
      const state = await store.find(c)
      return state === undefined ? undefined : files.placeOf(c, state, id)
    },
    inclusionProof: async (c, index) => {
      const state = await store.find(c)
      if (state === undefined || !(index >= 0 && index < state.size))
        throw new PortalError('not-found', { kind: 'log-entry', id: index })
      const hashes = await proveInclusion(files, c, state, index)
      const { size, root, checkpoint } = state
      return { index, size, root, hashes, checkpoint }
    },
  }
}
