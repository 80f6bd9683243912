import type { Context } from 'hono'
import type { TableFormat } from '#core/deciding/export-job.ts'
import { contentDisposition } from './office-answer.ts'
import { streamOf } from './stream-of.ts'
import { tableMediaTypes } from './table-media-types.ts'

/** A file to be saved under its own name; chunks are made as its reader takes them. */
export function answerFile(
  c: Context,
  file: { fileName: string } & ({ bytes: Uint8Array } | { chunks: AsyncIterable<Uint8Array> }),
  format: TableFormat,
): Response {
  return c.body('bytes' in file ? Uint8Array.from(file.bytes) : streamOf(file.chunks), 200, {
    'content-type': tableMediaTypes[format],
    'content-disposition': contentDisposition(file.fileName),
  })
}
