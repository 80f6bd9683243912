import type { Context } from 'hono'
import { limits } from '#contract/limits.ts'
import { ChosenRows } from '#contract/table-api.ts'
import { PortalError } from '#core/portal-error.ts'
import { mediaType, readBody, requireMediaType } from './read-body.ts'
import { parseShape } from './read-json.ts'
import { sheetMediaTypes } from './sheet-media-types.ts'

const form = 'multipart/form-data'
/** Row numbers and the form's own lines, beside the file. */
const formBytes = 256 * 1024

/** A table that comes back: the file alone as body, or in a form with the rows that are to be written. */
export async function readTableForm(
  c: Context,
): Promise<{ bytes: Uint8Array; rows?: ReadonlySet<number> | undefined }> {
  requireMediaType(c, [...sheetMediaTypes, form])
  if (mediaType(c) !== form) return { bytes: await readBody(c, limits.maxSheetBytes) }
  const body = await readBody(c, limits.maxSheetBytes + formBytes)
  const fields = await readFields(body, c.req.header('content-type') ?? '')
  const [file, rows] = [fields.get('file'), fields.get('rows')]
  if (!(file instanceof Blob)) throw new PortalError('malformed-body', { reason: 'no-file' })
  if (file.size > limits.maxSheetBytes) throw new PortalError('too-large', { maxBytes: limits.maxSheetBytes })
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { bytes, ...(typeof rows === 'string' && { rows: new Set(parseShape(ChosenRows, readRows(rows))) }) }
}

async function readFields(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { 'content-type': contentType } }).formData()
  } catch {
    throw new PortalError('malformed-body', { reason: 'not-a-form' })
  }
}

function readRows(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new PortalError('malformed-body', { reason: 'rows-not-json' })
  }
}
