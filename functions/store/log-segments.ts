import * as z from 'zod'
import type { ConsultationId } from '#core/ids.ts'
import type { ObjectStore } from '#core/log/log-ports.ts'
import type { LogSegments, SegmentsHead } from '#core/log/segment-ports.ts'
import { sha256 } from '#core/sha256.ts'
import type { DeskKey } from './desk-keys.ts'
import type { Desk } from './desk.ts'

const StoredHead: z.ZodType<SegmentsHead> = z.strictObject({
  method: z.string(),
  size: z.int(),
  segments: z.array(z.strictObject({ from: z.int(), to: z.int(), key: z.string() })),
  obsolete: z.array(z.string()),
  rev: z.int(),
})

/** Where a derived log stands: its head on the table `desk`, its segments as immutable objects. */
export interface SegmentPlaces {
  head: (c: ConsultationId) => DeskKey
  segment: (c: ConsultationId, from: number, to: number, hash: string) => string
}

/** Something derived from a log, kept as far as it has come. */
export function makeLogSegments(desk: Desk, objects: ObjectStore, places: SegmentPlaces): LogSegments {
  return {
    head: (c) => desk.find(StoredHead, places.head(c)),
    commit: (c, head, readRev) => desk.put(places.head(c), head, readRev),
    appendSegment: async (c, from, to, bytes) => {
      const key = places.segment(c, from, to, sha256(bytes).toString('hex'))
      await objects.put(key, bytes)
      return key
    },
    findSegment: (key) => objects.find(key),
    removeSegments: (keys) => objects.remove(keys),
  }
}
