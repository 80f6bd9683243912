import type { Decision } from '#core/deciding/decision.ts'
import { withRoom } from '#core/log/growing-array.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import { OpinionIdList } from '#core/log/opinion-id-list.ts'
import { OpinionIdLookup } from '#core/log/opinion-id-lookup.ts'
import type { Deps } from '#core/ports.ts'
import { WordList } from '#core/log/word-list.ts'

type Said = Omit<Decision, 'opinionId' | 'rev'>

/** So many are kept as objects: those that answered many. */
const mostParsed = 2000

/**
 * Every decision of a consultation, some 40 bytes each and what they say once: what one answer told thousands (R16) was
 * written in one go and is the same but for whose it is.
 */
export class DecisionBook {
  readonly #ids = new OpinionIdList()
  readonly #said = new WordList()
  #codes = new Uint32Array(64)
  #revs = new Uint32Array(64)
  #lookup: OpinionIdLookup | undefined
  readonly #parsed = new Map<number, Said>()

  add({ opinionId, rev, ...said }: Decision): void {
    const at = this.#ids.length
    this.#codes = withRoom(this.#codes, at + 1)
    this.#revs = withRoom(this.#revs, at + 1)
    this.#codes[at] = this.#said.codeOf(JSON.stringify(said))
    this.#revs[at] = rev
    this.#ids.push(opinionId)
    this.#lookup = undefined
  }

  get(opinionId: OpinionId): Decision | undefined {
    this.#lookup ??= new OpinionIdLookup(this.#ids)
    const at = this.#lookup.placeOf(opinionId)
    if (at === undefined) return undefined
    return { ...this.#saidBy(this.#codes[at] as number), opinionId, rev: this.#revs[at] as number }
  }

  #saidBy(code: number): Said {
    const known = this.#parsed.get(code)
    if (known !== undefined) return known
    const said = JSON.parse(this.#said.words[code] ?? '') as Said
    if (this.#parsed.size >= mostParsed) this.#parsed.clear()
    this.#parsed.set(code, said)
    return said
  }
}

/** Reads all decisions, a page at a time. */
export async function readDecisionBook(
  deps: Pick<Deps, 'decisions'>,
  id: ConsultationId,
): Promise<DecisionBook> {
  const book = new DecisionBook()
  for await (const page of deps.decisions.pages(id)) for (const decision of page) book.add(decision)
  return book
}
