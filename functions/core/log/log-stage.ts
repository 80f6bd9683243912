import * as z from 'zod'

/** Everything a commit still has to do to the store: files to put, keys to remove, the checkpoint last. */
export interface LogStage {
  files: ReadonlyMap<string, Uint8Array>
  remove: readonly string[]
}

const Contents = z.strictObject({
  files: z.array(z.tuple([z.string(), z.int()])),
  remove: z.array(z.string()),
})

/** One line of JSON naming the files and their lengths, then their bytes. */
export function stageBytes(stage: LogStage): Uint8Array {
  const files = [...stage.files].map(([key, bytes]) => [key, bytes.length])
  const contents = Buffer.from(`${JSON.stringify({ files, remove: stage.remove })}\n`)
  return Buffer.concat([contents, ...stage.files.values()])
}

/** Reads a stage back. */
export function readStage(bytes: Uint8Array): LogStage {
  const lineEnd = bytes.indexOf(0x0a)
  const contents = Contents.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(0, lineEnd))))
  const files = new Map<string, Uint8Array>()
  let at = lineEnd + 1
  for (const [key, length] of contents.files) {
    if (at + length > bytes.length) throw new RangeError('a stage is cut short')
    files.set(key, bytes.subarray(at, at + length))
    at += length
  }
  return { files, remove: contents.remove }
}
