import type { DraftId } from '../ids.ts'

/** Open formats in which anyone may take a released draft away; the key is the end of the file's name. */
export const draftFormats = {
  txt: { mediaType: 'text/plain; charset=utf-8' },
  json: { mediaType: 'application/json; charset=utf-8' },
  'akn.xml': { mediaType: 'application/xml; charset=utf-8' },
} as const
export type DraftFormat = keyof typeof draftFormats

/** `yunxi-waterfront-2.akn.xml`. */
export function draftFileName(draftId: DraftId, format: DraftFormat): string {
  return `${draftId}.${format}`
}
