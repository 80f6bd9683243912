import { answerKey, countAnswer, countInto, isTaken } from '#core/bulletin/bulletin-answers.ts'
import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import type { Outcome } from '#core/deciding/outcome.ts'
import type { ProvisionId } from '#core/ids.ts'
import type { ArticleCounts, WordsInto } from '#core/bulletin/long-bulletin.ts'
import { answerEarlier, type BulletinMaterial, draftOrder } from './build-bulletin-rows.ts'
import type { PublicAnswer } from './read-answers.ts'
import { provisionLabel } from '../deciding/shape-office-opinion.ts'
import { answerTeller, type ToldAnswer } from './tell-answer.ts'

/** Of an answer so many opinions may be printed. */
const plannedVoices = 12

type Told = ToldAnswer & { outcome: Outcome; key: string; isTaken: boolean }

/** One answer to the opinions on one article, before any of their words are read. */
export interface PlannedAnswer extends Told {
  count: number
  firstRow: number
  /** Of its first opinions, by place in the log. */
  places: number[]
}

/** One article in one part of a bulletin. */
export interface PlannedArticle extends ArticleCounts {
  answers: Map<string, PlannedAnswer>
}

/** A long edition as facts and answers alone tell it: order, counts, and which opinions are printed. */
export interface EditionPlan {
  /** Answered places of the log in the order of the rows. */
  places: Uint32Array
  /** Which row answers which entry, 0: none; earlier revisions have that of the one that stands. */
  rowOf: Uint32Array
  articles: ArticleCounts[]
  taken: PlannedArticle[]
  heard: PlannedArticle[]
  into: WordsInto[]
}

/**
 * Plans the edition with every answered current opinion. Nothing of the log's texts is read: some twelve bytes an
 * opinion, and what each distinct answer says.
 */
export function planEdition(material: BulletinMaterial): EditionPlan {
  const { facts, answers } = material
  const places = answeredInOrder(material)
  const tell = toldOnce(material)
  const rowOf = new Uint32Array(facts.size)
  const articles = new Map<string, PlannedArticle>()
  const taken = new Map<string, PlannedArticle>()
  const heard = new Map<string, PlannedArticle>()
  const into = new Map<string, WordsInto>()
  for (const [at, place] of places.entries()) {
    const row = at + 1
    rowOf[place] = row
    const told = tell(answers.at(place) as PublicAnswer)
    const { provisionId } = facts.anchorOf(facts.anchors[place] as number)
    countAnswer(articleOf(articles, provisionId, material), told)
    const article = articleOf(told.isTaken ? taken : heard, provisionId, material)
    countAnswer(article, told)
    addTo(article, told, row, place)
    countInto(into, { row, ...told }, 1)
  }
  answerEarlier(facts, rowOf)
  return {
    places,
    rowOf,
    articles: [...articles.values()].map(countsAlone),
    taken: [...taken.values()],
    heard: [...heard.values()],
    into: [...into.values()],
  }
}

function countsAlone({ provisionId, label, count, byOutcome }: PlannedArticle): ArticleCounts {
  return { provisionId, label, count, byOutcome }
}

/** Counting sort: by order of the draft, then by place. */
function answeredInOrder(material: BulletinMaterial): Uint32Array {
  const { facts, answers } = material
  const superseded = facts.superseded()
  const order = draftOrder(material)
  const ends = new Uint32Array(order.count + 1)
  const isPrinted = (place: number) => superseded[place] === 0 && answers.at(place) !== undefined
  for (let place = 0; place < facts.size; place += 1)
    if (isPrinted(place)) ends[order.at(place) + 1] = (ends[order.at(place) + 1] as number) + 1
  for (let at = 1; at < ends.length; at += 1) ends[at] = (ends[at] as number) + (ends[at - 1] as number)
  const places = new Uint32Array(ends.at(-1) as number)
  for (let place = 0; place < facts.size; place += 1) {
    if (!isPrinted(place)) continue
    const at = ends[order.at(place)] as number
    places[at] = place
    ends[order.at(place)] = at + 1
  }
  return places
}

function toldOnce({ drafts }: BulletinMaterial): (answer: PublicAnswer) => Told {
  const tell = answerTeller(drafts.laterTexts)
  const known = new Map<PublicAnswer, Told>()
  return (answer) => {
    const held = known.get(answer)
    if (held !== undefined) return held
    const said: Pick<BulletinRow, 'outcome' | 'reason' | 'resulting'> = {
      outcome: answer.outcome,
      ...tell(answer),
    }
    const told = { ...said, key: answerKey(said), isTaken: isTaken(said) }
    known.set(answer, told)
    return told
  }
}

function articleOf(
  articles: Map<string, PlannedArticle>,
  provisionId: ProvisionId | null,
  { drafts }: BulletinMaterial,
): PlannedArticle {
  const key = provisionId ?? ''
  const known = articles.get(key)
  if (known !== undefined) return known
  const label = provisionLabel(drafts.askedText, provisionId)
  const article = { provisionId, label, count: 0, byOutcome: {}, answers: new Map() }
  articles.set(key, article)
  return article
}

function addTo({ answers }: PlannedArticle, told: Told, row: number, place: number): void {
  const answer = answers.get(told.key) ?? { ...told, count: 0, firstRow: row, places: [] }
  answer.count += 1
  if (answer.places.length < plannedVoices) answer.places.push(place)
  answers.set(told.key, answer)
}
