import * as z from 'zod'
import { DecisionStanding } from './decision-standing.ts'
import type { Instant } from '../time.ts'

/*
 * Which opinions are decided and how, as bytes: one line of JSON with the places that decisions point at; a byte of
 * outcome an opinion, a byte that says whether there is a reason, and the code of the words in as many bytes as it takes.
 */

/** How snapshots are written; another way reads all decisions once more. */
export const standingMethod = 'v2'

const Head = z.strictObject({
  size: z.int(),
  words: z.array(z.string()),
  width: z.union([z.literal(1), z.literal(2), z.literal(4)]),
})
const kinds = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array } as const

/** Writes what stands. */
export function writeStanding({ size, outcomes, reasoned, pointed, words }: DecisionStanding): Uint8Array {
  const known = words.words.slice(1).map((word) => word ?? '')
  const width = known.length < 2 ** 8 ? 1 : known.length < 2 ** 16 ? 2 : 4
  const codes = kinds[width].from(pointed.subarray(0, size))
  return Buffer.concat([
    Buffer.from(`${JSON.stringify({ size, words: known, width })}\n`),
    outcomes.subarray(0, size),
    reasoned.subarray(0, size),
    new Uint8Array(codes.buffer, codes.byteOffset, codes.byteLength),
  ])
}

/** Reads it back; `latest`: when the last decision in it was made. */
export function readStanding(bytes: Uint8Array, latest: Instant): DecisionStanding {
  const lineEnd = bytes.indexOf(0x0a)
  const { size, words, width } = Head.parse(JSON.parse(Buffer.from(bytes.subarray(0, lineEnd)).toString()))
  const standing = new DecisionStanding(latest)
  for (const word of words) standing.words.codeOf(word)
  standing.makeRoom(size)
  let at = lineEnd + 1
  const take = (length: number) => bytes.subarray(at, (at += length))
  standing.outcomes.set(take(size))
  standing.reasoned.set(take(size))
  // copied: a view of numbers must begin at a multiple of its width
  standing.pointed.set(new kinds[width](Uint8Array.from(take(size * width)).buffer))
  return standing
}
