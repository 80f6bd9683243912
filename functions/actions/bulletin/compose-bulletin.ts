import type { Bulletin, BulletinSection } from '#core/bulletin/bulletin.ts'
import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import { answersIn } from '#core/bulletin/bulletin-answers.ts'
import { type BulletinWriting, writtenBulletin } from '#core/bulletin/bulletin-draft.ts'
import { bulletinHead } from '#core/bulletin/bulletin-head.ts'
import { suggestedHeard } from '#core/bulletin/bulletin-heard.ts'
import { usualSections } from '#core/bulletin/bulletin.ts'
import type { AnsweredPlaces } from '#core/bulletin/bulletin-ports.ts'
import type { ArticleAnswers } from '#core/bulletin/long-bulletin.ts'
import type { Deps } from '#core/ports.ts'
import { maskPersonalData } from '#core/text/masking.ts'
import { reconcile, type Reconciliation } from '#core/deciding/reconciliation.ts'
import type { Instant } from '#core/time.ts'
import { type BulletinMaterial, buildBulletinRows } from './build-bulletin-rows.ts'
import type { BulletinGround } from './bulletin-readiness.ts'

/** What the system would write of a bulletin so answered: the opening paragraph and the words of each part. */
export function suggestedWords(
  { consultation, bill, head }: Pick<BulletinGround, 'consultation' | 'bill' | 'head'>,
  { heard, reconciliation }: { heard: readonly ArticleAnswers[]; reconciliation: Reconciliation },
  utcOffsetMinutes: number,
): { head: string; sections: BulletinSection[] } {
  const { opensAt, closesAt } = consultation
  const about = { billTitle: bill.title, opensAt, closesAt, utcOffsetMinutes }
  const heardWords = suggestedHeard(heard)
  return {
    head: bulletinHead(about, head.tallies, reconciliation),
    sections: usualSections.map(({ kind }) => ({ kind, words: kind === 'heard' ? heardWords : '' })),
  }
}

/** What is counted and told of rows. */
export function toldByRows(rows: BulletinRow[]) {
  return { heard: answersIn({ rows }).heard, reconciliation: reconcile(rows.map(({ outcome }) => outcome)) }
}

/** What an edition is besides its material. */
export interface EditionFacts {
  edition: number
  publishedAt: Instant
  writing: BulletinWriting | undefined
  /** Given by whoever corrects; `''` for a first edition. */
  correction: string
}

/**
 * One edition of the bulletin with every decided opinion of the material, and which row answers which entry of the log.
 * Everything a person wrote is masked (R10).
 */
export async function composeBulletin(
  deps: Pick<Deps, 'opinionLog' | 'groups' | 'settings'>,
  material: BulletinMaterial,
  { edition, publishedAt, writing, correction }: EditionFacts,
): Promise<{ bulletin: Bulletin; answered: AnsweredPlaces }> {
  const { rows, answered } = await buildBulletinRows(deps, material)
  const told = toldByRows(rows)
  const suggested = suggestedWords(material, told, deps.settings.utcOffsetMinutes)
  const facts = { edition, publishedAt, writing, correction }
  return { bulletin: { ...editionWords(material, facts, suggested, told.reconciliation), rows }, answered }
}

/** What every edition says besides its answers. */
export function editionWords(
  material: Pick<BulletinGround, 'consultation' | 'head'>,
  { edition, publishedAt, writing, correction }: EditionFacts,
  suggested: ReturnType<typeof suggestedWords>,
  reconciliation: Reconciliation,
): Omit<Bulletin, 'rows'> {
  const { head, sections } = writtenBulletin(writing, suggested)
  return {
    consultationId: material.consultation.id,
    edition,
    publishedAt,
    head: mask(head),
    sections: sections.map(({ kind, words }) => ({ kind, words: mask(words) })),
    ...(correction !== '' && { correction: mask(correction) }),
    tallies: material.head.tallies,
    reconciliation: { ...reconciliation, undecided: 0 },
  }
}

function mask(text: string): string {
  return maskPersonalData(text).text
}
