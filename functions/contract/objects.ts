import type { ExportId } from '#core/deciding/export-job.ts'
import type { AttachmentId, BatchId, ConsultationId, ContactPointId, DraftId } from '#core/ids.ts'
import { tileWidth } from '#core/log/tiles.ts'

/** `5` → `000/…` path of a tile index: three digits a group, all but the last with an `x` (C2SP tlog-tiles). */
export function tilePath(index: number): string {
  const last = String(index % 1000).padStart(3, '0')
  let path = last
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000))
    path = `x${String(rest % 1000).padStart(3, '0')}/${path}`
  return path
}

/** A partial tile's path ends with its width: `000.p/37`. */
function partial(index: number, width: number): string {
  return width === tileWidth ? tilePath(index) : `${tilePath(index)}.p/${width}`
}

/** Every object key, once. */
export const objectKeys = {
  /** Named by its content's hash too: two imports under one id at once cannot overwrite each other. */
  draftText: (draftId: DraftId, textHash: string) => `drafts/${draftId}/${textHash}.json`,
  /** Links of a corrected lineage, more than an item holds; named by their content's hash. */
  lineageLinks: (from: DraftId, to: DraftId, hash: string) => `lineages/${from}/${to}/${hash}.json`,
  checkpoint: (c: ConsultationId) => `log/${c}/checkpoint`,
  hashTile: (c: ConsultationId, level: number, index: number, width: number) =>
    `log/${c}/tile/${level}/${partial(index, width)}`,
  entryBundle: (c: ConsultationId, index: number, width: number) =>
    `log/${c}/tile/entries/${partial(index, width)}`,
  textBundle: (c: ConsultationId, index: number, width: number) => `text/${c}/${partial(index, width)}`,
  /** Opinion ids of entries [from, to) and their places, sorted by id; named by its content's hash too. */
  receiptIndex: (c: ConsultationId, from: number, to: number, hash: string) =>
    `receipts/${c}/${from}-${to}-${hash}`,
  stage: (c: ConsultationId, name: string) => `stage/${c}/${name}`,
  /** Proposed groups of entries [from, to); named by its content's hash too. */
  groupSegment: (c: ConsultationId, from: number, to: number, hash: string) =>
    `group/${c}/${from}-${to}-${hash}`,
  /** What filters ask of entries [from, to); named by its content's hash too. */
  factsSegment: (c: ConsultationId, from: number, to: number, hash: string) =>
    `facts/${c}/${from}-${to}-${hash}`,
  /** Which opinions are decided and how, by place in the log; named by its content's hash too. */
  standing: (c: ConsultationId, size: number, hash: string) => `standing/${c}/${size}-${hash}`,
  batchRows: (p: ContactPointId, c: ConsultationId, b: BatchId, hash: string) =>
    `batches/${p}/${c}/${b}/${hash}.json`,
  /** One piece of a photo or recording. */
  attachmentPiece: (p: ContactPointId, a: AttachmentId, piece: number, hash: string) =>
    `attachments/${p}/${a}/${String(piece).padStart(3, '0')}-${hash}`,
  /** All of it, joined for a download larger than an answer may be. */
  attachmentWhole: (p: ContactPointId, a: AttachmentId) => `attachments/${p}/${a}/whole`,
  bulletin: (c: ConsultationId, edition: number, hash: string) => `bulletins/${c}/${edition}/${hash}.json`,
  /** A byte an entry of the log: how an edition answered it. */
  bulletinOutcomes: (c: ConsultationId, edition: number, hash: string) =>
    `bulletins/${c}/${edition}/outcomes-${hash}`,
  /** A thousand rows of a long edition; named by who wrote them, because their hashes would fill more than an item. */
  bulletinRows: (c: ConsultationId, edition: number, writtenBy: string, part: number) =>
    `bulletins/${c}/${edition}/${writtenBy}/rows/${String(part).padStart(5, '0')}.json`,
  /** What some of the receipts of a long edition are answered. */
  bulletinAnswers: (c: ConsultationId, edition: number, writtenBy: string, shard: number) =>
    `bulletins/${c}/${edition}/${writtenBy}/answers/${String(shard).padStart(4, '0')}.json`,
  /** How a long bulletin would look now. */
  bulletinPreview: (c: ConsultationId, hash: string) => `bulletins/${c}/preview/${hash}.json`,
  /** A file of a finished job: each attempt writes its own, so that two workers never meet. */
  exportFile: (c: ConsultationId, e: ExportId, attempt: number, file: string) =>
    `exports/${c}/${e}/${attempt}/${file}`,
  /** Named by its content's hash; JSON, or a file the public takes away as it is. */
  publishedFile: (hash: string, ending: 'json' | 'docx' | 'xlsx' = 'json') =>
    `published/files/${hash}.${ending}`,
  /** A file too long to be held whole, so that its hash is not known when it is begun: named by who wrote it. */
  publishedStream: (c: ConsultationId, edition: number, writtenBy: string, file: string) =>
    `published/files/${c}-${edition}-${writtenBy}-${file}`,
  publishedManifest: () => 'published/manifest.json',
} as const
