/** Bytes of one chunk, about: smaller ones cost more calls than bytes, larger ones only memory. */
const chunkBytes = 192 * 1024
/** Text gathered before it is encoded: longer strings are large objects, which only a full collection frees. */
const gatheredChars = 8192
/** A UTF-16 unit is at most three bytes of UTF-8. */
const bytesPerChar = 3

/**
 * Gathers pieces of text into chunks of UTF-8 of about 200 KB. Every chunk stands in the same memory: it must be used
 * up before the next one is asked for. A million rows would else leave gigabytes for the collector.
 */
export async function* byteChunks(
  pieces: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<Uint8Array> {
  let memory = Buffer.allocUnsafe(chunkBytes + gatheredChars * bytesPerChar)
  let used = 0
  let gathered = ''
  const encode = () => {
    const needed = used + gathered.length * bytesPerChar
    if (memory.length < needed) memory = Buffer.concat([memory.subarray(0, used)], needed)
    used += memory.write(gathered, used)
    gathered = ''
  }
  for await (const piece of pieces) {
    gathered += piece
    if (gathered.length < gatheredChars) continue
    encode()
    if (used < chunkBytes) continue
    yield memory.subarray(0, used)
    used = 0
  }
  encode()
  if (used > 0) yield memory.subarray(0, used)
}

/** The same in chunks of their own, for whoever keeps them: an answer's body on its way to the network. */
export async function* ownByteChunks(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of byteChunks(pieces)) yield new Uint8Array(chunk)
}
