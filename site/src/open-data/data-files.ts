import { pagePaths } from '#contract/page-paths.ts'
import type { Bulletin } from '#core/bulletin.ts'
import { draftFormats, type DraftFormat } from '#core/draft-formats.ts'
import { openDataWorkbook, openDataWorkbookBytes } from '../published/bulletin-documents.ts'
import { published, settings, type Asking } from '../published/portal.ts'
import { annotationsJson } from './annotations.ts'
import { dataPackageJson } from './data-package.ts'
import { opinionsCsv, opinionsJson } from './open-opinions.ts'

/** An answered consultation and the edition that answers it. */
export interface AnsweredAsking {
  asking: Asking
  bulletin: Bulletin
}

/** The files of one answered consultation: name to what makes it. */
export const dataFiles = {
  'opinions.xlsx': {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: ({ asking, bulletin }) => openDataWorkbook(asking.consultation.id, bulletin.edition),
  },
  'opinions.csv': {
    mediaType: 'text/csv; charset=utf-8',
    make: ({ bulletin }) => opinionsCsv(bulletin.rows),
  },
  'opinions.json': { mediaType: 'application/json', make: ({ bulletin }) => opinionsJson(bulletin.rows) },
  'tallies.json': {
    mediaType: 'application/json',
    make: ({ bulletin: { tallies, reconciliation } }) =>
      `${JSON.stringify({ tallies, reconciliation }, undefined, 1)}\n`,
  },
  'annotations.jsonld': { mediaType: 'application/ld+json', make: annotationsOf },
  'datapackage.json': { mediaType: 'application/json', make: packageOf },
} as const satisfies Record<
  string,
  { mediaType: string; make: (of: AnsweredAsking) => string | Uint8Array<ArrayBuffer> }
>
export type DataFile = keyof typeof dataFiles

/** The files there are, with their sizes in bytes; an edition published before workbooks were made has none. */
export function dataFilesOf(answered: AnsweredAsking): { file: DataFile; bytes: number }[] {
  const { asking, bulletin } = answered
  return (Object.keys(dataFiles) as DataFile[]).flatMap((file) => {
    const bytes =
      file === 'opinions.xlsx'
        ? openDataWorkbookBytes(asking.consultation.id, bulletin.edition)
        : Buffer.byteLength(dataFiles[file].make(answered))
    return bytes === undefined ? [] : [{ file, bytes }]
  })
}

const { origin } = settings
const { authority } = published.site

function annotationsOf({ asking, bulletin }: AnsweredAsking): string {
  const { bill, consultation, draft } = asking
  return annotationsJson(bulletin.rows, {
    id: origin + pagePaths.data(bill.id, consultation.id),
    title: bill.title,
    draftPage: origin + textPage(asking, draft.id),
    pageOf: (draftId) => origin + textPage(asking, draftId),
    generator: authority.organ,
    publishedAt: bulletin.publishedAt,
  })
}

/** A bill with one text shows it on its own page. */
function textPage({ bill }: Asking, draftId: string): string {
  const draft = bill.drafts.find(({ id }) => id === draftId)
  return draft && bill.drafts.length > 1 ? pagePaths.draft(bill.id, draft.id) : pagePaths.bill(bill.id)
}

function packageOf({ asking, bulletin }: AnsweredAsking): string {
  const { bill, consultation } = asking
  const related = bill.drafts.flatMap((draft) =>
    (Object.keys(draftFormats) as DraftFormat[]).map((format) => ({
      name: `draft-${draft.id}-${format.replace('.', '-')}`,
      title: draft.title,
      path: origin + pagePaths.draftFile(bill.id, draft.id, format),
      mediatype: draftFormats[format].mediaType.replace(/;.*/, ''),
    })),
  )
  return dataPackageJson({
    name: consultation.id,
    title: `${bill.title}：意见和采纳情况`,
    homepage: origin + pagePaths.data(bill.id, consultation.id),
    publisher: authority.organ,
    publishedAt: bulletin.publishedAt,
    edition: bulletin.edition,
    licence: authority.dataLicence,
    hasWorkbook: openDataWorkbookBytes(consultation.id, bulletin.edition) !== undefined,
    related,
  })
}
