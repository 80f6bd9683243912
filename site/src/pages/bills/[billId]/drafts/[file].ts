import type { APIRoute, GetStaticPaths } from 'astro'
import { draftFileName, draftFormats, type DraftFormat } from '#core/draft/draft-formats.ts'
import { openFile, releasedDrafts, type ReleasedDraft } from '../../../../published/open-files.ts'

/** Every released draft as plain text, JSON and Akoma Ntoso: static files beside its page. */
export const getStaticPaths = (() =>
  releasedDrafts().flatMap((released) =>
    (Object.keys(draftFormats) as DraftFormat[]).map((format) => ({
      params: { billId: released.bill.id, file: draftFileName(released.draft.id, format) },
      props: { released, format },
    })),
  )) satisfies GetStaticPaths

export const GET: APIRoute<{ released: ReleasedDraft; format: DraftFormat }> = ({ props }) =>
  openFile(props.released, props.format)
