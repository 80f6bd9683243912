import { annotationGround, annotationPieces } from '#contract/open-annotations.ts'
import { csvPieces, joinPieces, jsonPieces } from '#contract/open-opinions.ts'
import { pagePaths } from '#contract/page-paths.ts'
import { draftFormats, type DraftFormat } from '#core/draft/draft-formats.ts'
import {
  type Edition,
  isLongEdition,
  type LongDataFile,
  longDataFiles,
} from '#core/bulletin/long-bulletin.ts'
import { longDataBytes, openDataWorkbook, openDataWorkbookBytes } from '../published/bulletin-documents.ts'
import { published, settings, type Asking } from '../published/portal.ts'
import { dataPackageJson } from './data-package.ts'

/** An answered consultation and the edition that answers it. */
export interface AnsweredAsking {
  asking: Asking
  bulletin: Edition
}

/** Rows of a short edition; those of a long one are in files a worker wrote, which the site only hands on. */
function rowsOf({ bulletin }: AnsweredAsking) {
  return isLongEdition(bulletin) ? [] : bulletin.rows
}

/** The files of one answered consultation: name to what makes it. */
export const dataFiles = {
  'opinions.xlsx': {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: ({ asking, bulletin }) => openDataWorkbook(asking.consultation.id, bulletin.edition),
  },
  'opinions.csv': {
    mediaType: 'text/csv; charset=utf-8',
    make: (answered) => joinPieces(csvPieces, rowsOf(answered)),
  },
  'opinions.json': {
    mediaType: 'application/json',
    make: (answered) => joinPieces(jsonPieces, rowsOf(answered)),
  },
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

/** What is made here of a long edition. */
const madeOfLong = ['tallies.json', 'datapackage.json'] as const satisfies readonly DataFile[]

/** The files that are made here, with their sizes in bytes; an edition published before workbooks were made has none. */
export function madeFilesOf(answered: AnsweredAsking): { file: DataFile; bytes: number }[] {
  const { asking, bulletin } = answered
  const all = Object.keys(dataFiles) as DataFile[]
  return (isLongEdition(bulletin) ? madeOfLong : all).flatMap((file) => {
    const bytes =
      file === 'opinions.xlsx'
        ? openDataWorkbookBytes(asking.consultation.id, bulletin.edition)
        : Buffer.byteLength(dataFiles[file].make(answered))
    return bytes === undefined ? [] : [{ file, bytes }]
  })
}

/** Every file there is, those a worker wrote first. */
export function dataFilesOf(answered: AnsweredAsking): { file: DataFile | LongDataFile; bytes: number }[] {
  return [...writtenFilesOf(answered), ...madeFilesOf(answered)]
}

function writtenFilesOf({ bulletin }: AnsweredAsking): { file: LongDataFile; bytes: number }[] {
  if (!isLongEdition(bulletin)) return []
  return longDataFiles.flatMap((file) => {
    const bytes = longDataBytes(bulletin.consultationId, bulletin.edition, file)
    return bytes === undefined ? [] : [{ file, bytes }]
  })
}

const { origin } = settings
const { authority } = published.site

function annotationsOf(answered: AnsweredAsking): string {
  const { asking, bulletin } = answered
  const rows = rowsOf(answered)
  const { publishedAt } = bulletin
  const ground = annotationGround(origin, { ...asking, generator: authority.organ, publishedAt })
  return joinPieces(annotationPieces(rows.length, ground), rows)
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
    hasWorkbook:
      isLongEdition(bulletin) || openDataWorkbookBytes(consultation.id, bulletin.edition) !== undefined,
    isPacked: isLongEdition(bulletin),
    related,
  })
}
