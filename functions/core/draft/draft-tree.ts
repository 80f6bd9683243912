import { follows, type ArticleHeading } from './draft-articles.ts'
import { headingLevels, type AnnexHeading, type BareHeading, type DraftHeading } from './draft-headings.ts'
import { assignIds } from './draft-ids.ts'
import { readEnumeratedItem, readItem, type DraftItem } from './draft-items.ts'
import { closeUp } from './draft-lines.ts'
import type { MarkedLine } from './draft-marks.ts'
import { DraftParagraphs, type ListRule } from './draft-paragraphs.ts'
import type { DraftProblem } from './draft-problem.ts'
import { DraftSequence } from './draft-sequence.ts'
import { EnglishItems } from './english-items.ts'
import { newProvision } from './new-provision.ts'
import type { Provision } from './provision.ts'

/** What words stand in; below the title of an article a list may begin at once. */
type Host = 'opening' | 'container' | 'article' | 'titled' | 'annex'
const listRules: Record<Host, ListRule> = {
  opening: 'free',
  container: 'free',
  article: 'strict',
  titled: 'may-begin',
  annex: 'free',
}

/** Puts line after line where it belongs. One pass; the open provisions are the only state. */
export class DraftTree {
  readonly provisions: Provision[] = []
  readonly problems: DraftProblem[] = []
  /** Source line of every provision. */
  readonly lineOf = new Map<Provision, number>()
  readonly #ownNames = new Map<Provision, string>()
  readonly #sequence = new DraftSequence(this.problems)
  /** Open 编 章 节, outermost first. */
  #open: { rank: number; provision: Provision }[] = []
  #annex: Provision | undefined
  #lastInAnnex: Pick<ArticleHeading, 'number' | 'insertion'> = { number: 0 }
  #outermost: number = headingLevels.length
  #paragraphs: DraftParagraphs

  /** Lists of the open article, in an English text. */
  readonly #english: EnglishItems | undefined

  constructor(english = false) {
    this.#english = english ? new EnglishItems() : undefined
    this.#paragraphs = this.#paragraphsOf(this.provisions, 'opening')
  }

  add({ line, text, is }: MarkedLine): void {
    if (is.mark === 'heading') this.#openHeading(is, line)
    else if (is.mark === 'bare') this.#openBare(is, line)
    else if (is.mark === 'article') this.#openArticle(is, line, text)
    else if (is.mark === 'annex') this.#openAnnex(is, line)
    else if (is.mark === 'closing') this.#addClosing(text, line)
    else this.#addWords(text, line)
  }

  /** Gives ids and returns the finished tree. */
  finish(): Provision[] {
    for (const provision of this.lineOf.keys()) this.#wordsFromHeading(provision)
    this.#nameStrayHeadings()
    this.#excuseNumbered()
    assignIds(this.provisions, this.#ownNames)
    return this.provisions
  }

  /** 「第二十二条 1.…」 is how treaties number their 款; in one article alone it is an orphan. */
  #excuseNumbered(): void {
    const isFirst = ({ code, facts }: DraftProblem) =>
      code === 'orphan-item' && /^1[.、]$|^（1）$/u.test(String(facts['label']))
    if (this.problems.filter(isFirst).length < 2) return
    const others = this.problems.filter((problem) => !isFirst(problem))
    this.problems.splice(0, this.problems.length, ...others)
  }

  /** A 节 that stands in no 章, in a text that has 章. */
  #nameStrayHeadings(): void {
    const outer = ({ kind, number }: Provision) => (kind === 'chapter' || kind === 'part') && number !== null
    if (!this.provisions.some(outer)) return
    for (const section of this.provisions) {
      if (section.kind !== 'section') continue
      const facts = { label: section.label }
      this.problems.push({ line: this.lineOf.get(section) ?? 1, code: 'stray-heading', facts })
    }
  }

  /** 第一百九十九条（删去）: what stands in brackets is the article's words when it has no others. */
  #wordsFromHeading(article: Provision): void {
    if (article.kind !== 'article' || article.heading === undefined || article.children.length > 0) return
    article.children.push(newProvision('paragraph', 1, '', article.heading))
    delete article.heading
  }

  #openHeading(is: DraftHeading, line: number): void {
    const rank = headingLevels.indexOf(is.level)
    this.#outermost = Math.min(this.#outermost, rank)
    const kind = is.level === 'subpart' ? 'part' : is.level
    const provision = newProvision(kind, is.number, is.label, '')
    if (is.insertion !== undefined) provision.insertion = is.insertion
    if (is.heading !== '') provision.heading = is.heading
    this.#sequence.heading(is, line)
    this.#openContainer(rank, provision, line)
  }

  #openBare(is: BareHeading, line: number): void {
    const rank = Math.min(this.#outermost, headingLevels.indexOf('chapter'))
    const provision = newProvision(rank === 0 ? 'part' : 'chapter', null, '', '')
    provision.heading = is.heading
    this.#ownNames.set(provision, is.id)
    this.#openContainer(rank, provision, line)
  }

  #openContainer(rank: number, provision: Provision, line: number): void {
    this.#open = this.#open.filter((above) => above.rank < rank)
    this.#annex = undefined
    this.#place(this.#open.at(-1)?.provision.children ?? this.provisions, provision, line)
    this.#open.push({ rank, provision })
    this.#paragraphs = this.#paragraphsOf(provision.children, 'container')
  }

  #openArticle(is: ArticleHeading, line: number, text: string): void {
    if (this.#annex && !this.#sequence.continues(is)) {
      const own = follows(this.#lastInAnnex, is)
      if (!own) return this.#addWords(text, line)
      this.#lastInAnnex = is
      this.#placeArticle(this.#annex.children, is, line)
      return
    }
    this.#annex = undefined
    this.#sequence.article(is, line)
    this.#placeArticle(this.#open.at(-1)?.provision.children ?? this.provisions, is, line)
  }

  #placeArticle(siblings: Provision[], is: ArticleHeading, line: number): void {
    const article = newProvision('article', is.number, is.label, '')
    if (is.insertion !== undefined) article.insertion = is.insertion
    if (is.heading !== undefined) article.heading = is.heading
    this.#place(siblings, article, line)
    this.#paragraphs = this.#paragraphsOf(article.children, is.heading === undefined ? 'article' : 'titled')
    if (is.rest !== '') this.#addWords(is.rest, line)
  }

  #openAnnex(is: AnnexHeading, line: number): void {
    const annex = newProvision('annex', is.number, is.label, '')
    if (is.heading !== '') annex.heading = is.heading
    this.#open = []
    this.#annex = annex
    this.#lastInAnnex = { number: 0 }
    this.#place(this.provisions, annex, line)
    this.#paragraphs = this.#paragraphsOf(annex.children, 'annex')
  }

  /** Lines of a 落款 come one after another; it belongs to nothing that was open. */
  #addClosing(text: string, line: number): void {
    const last = this.provisions.at(-1)
    if (last?.kind === 'closing') last.text += `\n${text}`
    else this.#place(this.provisions, newProvision('closing', null, '', text), line)
    this.#open = []
    this.#annex = undefined
    this.#paragraphs = this.#paragraphsOf(this.provisions, 'opening')
  }

  #addWords(text: string, line: number): void {
    if (text === '') return
    if (this.#english) return this.#addEnglish(this.#english, text, line)
    const item: DraftItem | undefined = readItem(text) ?? this.#enumerated(text)
    if (item && this.#paragraphs.addItem(item, line)) return
    const words = this.#annex ? text : closeUp(text)
    if (!this.#paragraphs.fillsLast(words)) this.#paragraphs.addText(words, line)
  }

  #addEnglish(lists: EnglishItems, text: string, line: number): void {
    const found = lists.read(text)
    if (found && found.depth > 1) this.#paragraphs.addToLast(text)
    else if (found) this.#paragraphs.addItem(found.item, line)
    else if (!this.#paragraphs.fillsLast(text)) {
      lists.end()
      this.#paragraphs.addText(text, line)
    }
  }

  #enumerated(text: string): DraftItem | undefined {
    const item = readEnumeratedItem(text)
    return item && this.#paragraphs.expects(item) ? item : undefined
  }

  #place(siblings: Provision[], provision: Provision, line: number): void {
    siblings.push(provision)
    this.lineOf.set(provision, line)
  }

  #paragraphsOf(siblings: Provision[], host: Host): DraftParagraphs {
    this.#english?.end()
    const lists = this.#english && host === 'article' ? 'may-begin' : listRules[host]
    return new DraftParagraphs(siblings, lists, this.problems, this.lineOf)
  }
}
