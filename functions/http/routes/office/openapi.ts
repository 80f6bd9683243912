import { officeOpenApiDocument } from '#contract/office-openapi.ts'
import type { OfficeDeps, OfficeHandler } from '../../office-deps.ts'

/** What this API is, for whoever scripts against it; made once, at the first question. */
export function openApiHandlers({ settings }: OfficeDeps) {
  let document: string | undefined
  return {
    'GET /office/api/openapi.json': async (c) => {
      document ??= JSON.stringify(officeOpenApiDocument(settings.origin))
      return c.body(document, 200, { 'content-type': 'application/json' })
    },
  } satisfies Record<string, OfficeHandler>
}
