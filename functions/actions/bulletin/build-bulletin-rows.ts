import type { AnsweredPlaces } from '#core/bulletin/bulletin-ports.ts'
import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import type { ContactPoint } from '#core/contact-point.ts'
import type { LogFacts } from '#core/log/log-facts.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import { maskPersonalData } from '#core/text/masking.ts'
import type { Deps } from '#core/ports.ts'
import { proponentWords } from '#core/collecting/proponent-words.ts'
import { walkProvisions } from '#core/draft/provision.ts'
import type { BulletinGround } from './bulletin-readiness.ts'
import { earlierRevisions } from '../deciding/earlier-revisions.ts'
import type { AnswerBook, PublicAnswer } from './read-answers.ts'
import type { ConsultationDrafts } from '../lineage/read-later-drafts.ts'
import { answerTeller } from './tell-answer.ts'
import { correctedPlaces, readStandingGroups, SameKinds } from '../deciding/same-kinds.ts'
import { provisionLabel } from '../deciding/shape-office-opinion.ts'

/** What rows are made of: the log as known, and what is to be told. */
export interface BulletinMaterial extends BulletinGround {
  answers: AnswerBook
  contactPoints: readonly ContactPoint[]
}

/**
 * The public rows of a bulletin in the order of the draft, of every answered current opinion, and which row answers
 * which entry of the log: earlier revisions have the row of the one that stands. Everything a person wrote is masked
 * (R10). The log is read once, and of its opinions nothing is kept but their rows.
 */
export async function buildBulletinRows(
  deps: Pick<Deps, 'opinionLog' | 'groups'>,
  material: BulletinMaterial,
): Promise<{ rows: BulletinRow[]; answered: AnsweredPlaces }> {
  const { facts, answers, consultation } = material
  const superseded = facts.superseded()
  const rowAt = new Map<number, BulletinRow>()
  const shape = rowShaper(material)
  const kinds = new SameKinds(await readStandingGroups(deps, consultation.id))
  for await (const logged of deps.opinionLog.read(consultation.id, 0, facts.size)) {
    kinds.add(logged.n, logged)
    const answer = answers.at(logged.n)
    if (superseded[logged.n] === 0 && answer !== undefined) rowAt.set(logged.n, shape(logged, answer))
  }
  settleKinds(kinds, facts)
  const rows: BulletinRow[] = []
  const answered = { ids: facts.ids, rows: new Uint32Array(facts.size) }
  for (const place of inDraftOrder(material, [...rowAt.keys()])) {
    const numbered = { row: rows.length + 1, sameCount: kinds.countAt(place) }
    const row = { ...(rowAt.get(place) as BulletinRow), ...numbered }
    rowAt.delete(place)
    rows.push(row)
    answered.rows[place] = row.row
  }
  answerEarlier(facts, answered.rows)
  return { rows, answered }
}

/** The log was read to its end. */
export function settleKinds(kinds: SameKinds, facts: LogFacts): void {
  const placed = [...facts.ids.placesOf(kinds.placed.keys())]
  kinds.settle(
    correctedPlaces(facts),
    placed.map(([id, place]) => [place, id] as const),
  )
}

/** What an opinion corrected is answered as it is. */
export function answerEarlier(facts: LogFacts, rows: Uint32Array): void {
  const earlier = earlierRevisions(facts)
  const places = facts.ids.placesOf([...earlier].flatMap(([id, before]) => [id, ...before]))
  for (const [id, before] of earlier) {
    const row = rows[places.get(id) ?? -1] ?? 0
    if (row !== 0) for (const one of before) rows[places.get(one) ?? -1] = row
  }
}

/** By the place of its provision in the draft asked about, the whole first; then by place in the log. */
function inDraftOrder(material: BulletinMaterial, places: number[]): number[] {
  const order = draftOrder(material)
  return places.sort((a, b) => order.at(a) - order.at(b) || a - b)
}

/** What the order of a bulletin follows from. */
export interface OrderedGround {
  facts: LogFacts
  drafts: Pick<ConsultationDrafts, 'askedText'>
}

/** Where an opinion stands in a bulletin: 0 for the draft as a whole, then by provision, at last what is in no draft. */
export function draftOrder({ facts, drafts }: OrderedGround): {
  at: (place: number) => number
  /** Orders are less than this. */
  count: number
} {
  const orders = new Map<string | null, number>([[null, 0]])
  for (const { id } of walkProvisions(drafts.askedText.provisions)) orders.set(id, orders.size)
  const ofCode = facts.anchorWords.words.map((_, code) =>
    code === 0 ? 0 : (orders.get(facts.anchorOf(code).provisionId) ?? orders.size),
  )
  return { at: (place) => ofCode[facts.anchors[place] as number] as number, count: orders.size + 1 }
}

/** Shapes rows; where many opinions got one answer, its words are looked up and masked once. */
export function rowShaper({ drafts, contactPoints }: BulletinMaterial) {
  const names = new Map<string, string>(contactPoints.map(({ id, name }) => [id, name]))
  const tell = answerTeller(drafts.laterTexts)
  return ({ entry, text: { content } }: LoggedOpinion, answer: PublicAnswer): BulletinRow => {
    const contactPointName = names.get(entry.contactPointId ?? '')
    const { reason, resulting } = tell(answer)
    return {
      row: 0,
      provisionId: entry.provisionId,
      provisionLabel: provisionLabel(drafts.askedText, entry.provisionId),
      changeType: content.changeType,
      verbatim: mask(content.verbatim),
      ...(content.proposedText !== undefined && { proposedText: mask(content.proposedText) }),
      channel: entry.channel,
      ...(contactPointName !== undefined && { contactPointName }),
      proponent: mask(proponentWords(content.proponent)),
      outcome: answer.outcome,
      reason,
      ...(resulting && { resulting }),
    }
  }
}

function mask(text: string): string {
  return maskPersonalData(text).text
}
