import * as z from 'zod'
import { Bulletin, editionShape } from './bulletin.ts'
import { BulletinRow } from './bulletin-row.ts'
import { outcomes } from '../deciding/outcome.ts'
import { DraftId, ProvisionId } from '../ids.ts'

/** One opinion as a page prints it. `shortened`: its words end with ……, the open data has them whole. */
export const Voice = BulletinRow.pick({
  row: true,
  verbatim: true,
  proposedText: true,
  channel: true,
  contactPointName: true,
  proponent: true,
}).extend({ shortened: z.literal(true).optional() })
export type Voice = z.infer<typeof Voice>

/** One answer of the legislature (R16): how many opinions got it, and the words of the first of them. */
export const Answer = z.strictObject({
  outcome: z.enum(outcomes),
  reason: z.string(),
  resulting: BulletinRow.shape.resulting,
  count: z.int(),
  voices: z.array(Voice),
})
export type Answer = z.infer<typeof Answer>

/** How the opinions on one article were answered. */
export const ArticleCounts = z.strictObject({
  provisionId: ProvisionId.nullable(),
  label: z.string(),
  count: z.int(),
  byOutcome: z.partialRecord(z.enum(outcomes), z.int()),
})
export type ArticleCounts = z.infer<typeof ArticleCounts>

/** The answers about one article of the draft that was asked about; `untold`: those the page has no room for. */
export const ArticleAnswers = ArticleCounts.extend({
  answers: z.array(Answer),
  untold: z.strictObject({ answers: z.int(), opinions: z.int() }).optional(),
})
export type ArticleAnswers = z.infer<typeof ArticleAnswers>

/** Words of a later draft that answers point into, with how many opinions were taken into them or met by them. */
export const WordsInto = z.strictObject({
  draftId: DraftId,
  provisionId: ProvisionId,
  quote: z.string(),
  start: z.int().optional(),
  /** The first row that names them. */
  row: z.int(),
  adopted: z.int(),
  met: z.int(),
})
export type WordsInto = z.infer<typeof WordsInto>

/** A row as the list of changes prints it. */
export const ChangedRow = BulletinRow.pick({
  provisionLabel: true,
  verbatim: true,
  outcome: true,
  reason: true,
})
export type ChangedRow = z.infer<typeof ChangedRow>

const counted = <Shape extends z.ZodType>(first: Shape) =>
  z.strictObject({ count: z.int(), first: z.array(first) })

/** What an edition says otherwise than the one before it: true counts, and the first of each. */
export const EditionChanges = z.strictObject({
  /** The opening paragraph or the words leading into a part. */
  words: z.boolean(),
  changed: counted(z.strictObject({ before: ChangedRow, after: ChangedRow })),
  added: counted(ChangedRow),
  removed: counted(ChangedRow),
})
export type EditionChanges = z.infer<typeof EditionChanges>

/** Files of every row of a long edition, under the names the public takes them away by. */
export const longDataFiles = [
  'opinions.xlsx',
  'opinions.csv.gz',
  'opinions.json.gz',
  'annotations.jsonld.gz',
] as const
export type LongDataFile = (typeof longDataFiles)[number]

/**
 * An edition with more rows than one object should hold: what a page prints of it. Every row stands in parts
 * (`Bulletins.rowsOf`) and in the files of its open data.
 */
export const LongBulletin = z.strictObject({
  ...editionShape,
  /** Each article spoken of, in the order of the rows. */
  articles: z.array(ArticleCounts),
  taken: z.array(ArticleAnswers),
  heard: z.array(ArticleAnswers),
  into: z.array(WordsInto),
  /** SHA-256 of all rows as JSON lines, base64url; `''` in a preview. */
  rowsHash: z.string(),
  /** Names its parts among the objects, and the job that wrote them; `''` in a preview. */
  writtenBy: z.string(),
  /** Keys of its open data; none in a preview. */
  files: z.partialRecord(z.enum(longDataFiles), z.string()),
  /** Against the edition before; missing in a first one. */
  changes: EditionChanges.optional(),
})
export type LongBulletin = z.infer<typeof LongBulletin>

/** An edition, short or long. */
export const Edition = z.union([Bulletin, LongBulletin])
export type Edition = z.infer<typeof Edition>

export function isLongEdition(edition: Edition): edition is LongBulletin {
  return !('rows' in edition)
}

/** What of an edition tells its answers: all its rows, or what stands for them. */
export type TellingEdition =
  Pick<Bulletin, 'rows'> | Pick<LongBulletin, 'articles' | 'taken' | 'heard' | 'into'>
