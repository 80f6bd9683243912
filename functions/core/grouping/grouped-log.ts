import { correctedIds } from '../log/corrected-ids.ts'
import type { DraftText } from '../bill.ts'
import { passagesOf } from '../draft/draft-passages.ts'
import { withRoom } from '../log/growing-array.ts'
import type { OpinionId } from '../ids.ts'
import type { LoggedOpinion } from '../log/log-entry.ts'
import type { OpinionContent } from '../opinion.ts'
import { OpinionIdList } from '../log/opinion-id-list.ts'
import { GroupProposer, type GroupedText } from './propose-groups.ts'
import { articleIdOf } from '../draft/provision.ts'

/**
 * The log from its beginning as far as it has been grouped: what each entry is proposed, and what counting the groups
 * needs. Some 60 bytes an opinion and 350 a group.
 */
export class GroupedLog {
  readonly proposer: GroupProposer
  readonly ids = new OpinionIdList()
  /** Which entries name one they correct, in the order of the log. */
  readonly corrections: { place: number; supersedes: OpinionId }[] = []
  readonly #draftId: DraftText['id']
  #people = new Uint32Array(64)

  /** `asked`: the draft that is asked about. */
  constructor(asked: Pick<DraftText, 'id' | 'provisions'>) {
    this.#draftId = asked.id
    this.proposer = new GroupProposer(passagesOf(asked.provisions).map(({ words }) => words))
  }

  get size(): number {
    return this.ids.length
  }

  peopleOf(place: number): number {
    return this.#people[place] as number
  }

  /** Takes the entry that comes next in the log. */
  add({ n, entry, text }: LoggedOpinion): void {
    if (n !== this.size) throw new RangeError(`entry ${n} comes where ${this.size} is next`)
    this.proposer.add(groupedText(text.content, this.#draftId))
    this.count(entry.people)
    for (const supersedes of correctedIds(entry)) this.corrections.push({ place: n, supersedes })
    this.ids.push(entry.id)
  }

  /** Notes the headcount of the entry whose id comes next. */
  count(people: number): void {
    this.#people = withRoom(this.#people, this.size + 1)
    this.#people[this.size] = people
  }

  /** 1 for each entry that was corrected by another one: counts take the latest (R1). */
  superseded(): Uint8Array {
    const marks = new Uint8Array(this.size)
    const named = this.corrections.map(({ supersedes }) => supersedes)
    for (const place of this.ids.placesOf(named).values()) marks[place] = 1
    return marks
  }
}

/**
 * An opinion as it is grouped: on its article, since the same wish on another article is another point; one that was
 * written on an older draft is grouped among those of that draft, whose numbers mean other articles. What staff made
 * of the words (法言法语) takes no part: two villagers are not of one mind because one clerk wrote both down.
 */
function groupedText(content: OpinionContent, askedDraftId: string): GroupedText {
  const { provisionId, draftId, changeType, verbatim, proposedText, reason } = content
  const article = provisionId === null ? '' : articleIdOf(provisionId)
  const words = [verbatim, proposedText, reason]
    .filter((text) => text !== undefined && text !== '')
    .join('\n')
  return { article: draftId === askedDraftId ? article : `${draftId}/${article}`, changeType, words }
}
