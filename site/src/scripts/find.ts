import { findInDraft, indexDraft, type FindIndex, type Hit } from '#core/draft/find-in-draft.ts'
import { need } from './dom.ts'
import { fillIn, type FindPage } from './find-words.ts'
import { listHits } from './hit-list.ts'
import { markWords, unmark } from './mark-words.ts'
import { shownPassages, type ShownPassage } from './shown-passages.ts'

const inFragment = '#find='
/** A common word in a long code: so many places are marked, the rest only counted. */
const maxMarked = 500

/** The box above the contents: asks, marks, lists and steps through. The index is made at the first question. */
class FindBox {
  readonly #page: FindPage
  readonly #input: HTMLInputElement
  #passages: ShownPassage[] = []
  #index: FindIndex | undefined
  #asked = ''
  #hits: Hit[] = []
  #total = 0
  /** By hit; a hit across a label and its words has two. */
  #marks: HTMLElement[][] = []
  #current = -1

  constructor(page: FindPage) {
    this.#page = page
    this.#input = need<HTMLInputElement>(page.form, 'input')
    page.form.hidden = false
    page.form.addEventListener('submit', (event) => {
      event.preventDefault()
      const isSame = this.#asked !== '' && this.#asked === this.#input.value.trim()
      if (isSame) this.step(1)
      else this.ask(this.#input.value.trim(), isWide())
    })
    this.#input.addEventListener('keydown', (event) => this.#onKey(event))
    this.#input.addEventListener('input', () => {
      if (this.#input.value === '') this.ask('', false)
    })
    need(page.form, '[data-previous]').addEventListener('click', () => this.step(-1))
    need(page.form, '[data-next]').addEventListener('click', () => this.step(1))
    addEventListener('hashchange', () => this.askFragment())
    this.askFragment()
  }

  /** A link `#find=…` asks as soon as it is opened, and leads to the first place. */
  askFragment(): void {
    if (!location.hash.startsWith(inFragment)) return
    const asked = decoded(location.hash.slice(inFragment.length))
    this.#input.value = asked
    this.ask(asked, true)
  }

  ask(asked: string, goes: boolean): void {
    this.#clear()
    this.#asked = asked
    if (asked !== '') {
      const hits = findInDraft(this.#ready(), asked)
      this.#total = hits.length
      this.#hits = hits.slice(0, maxMarked)
      this.#marks = this.#hits.map(({ passage, start, end }) => {
        const shown = this.#passages[passage]
        return shown ? markWords(shown.element, start, end) : []
      })
      history.replaceState(null, '', inFragment + encodeURIComponent(asked))
    }
    this.#show()
    if (goes && this.#hits.length > 0) this.go(0)
  }

  /** To the next (1) or the previous (-1) place, round and round. */
  step(by: 1 | -1): void {
    const count = this.#hits.length
    if (count > 0) this.go((this.#current + by + count) % count)
  }

  go(at: number): void {
    for (const mark of this.#marks[this.#current] ?? []) mark.removeAttribute('aria-current')
    this.#current = at
    const marks = this.#marks[at] ?? []
    for (const mark of marks) mark.setAttribute('aria-current', 'true')
    marks[0]?.scrollIntoView({ block: 'center' })
    const place = this.#passages[this.#hits[at]?.passage ?? -1]?.place ?? ''
    this.#say(`${this.#counted()}${fillIn(this.#page.words.current, { '#': at + 1, '@': place })}`)
  }

  #ready(): FindIndex {
    if (!this.#index) {
      this.#passages = shownPassages(this.#page.law)
      this.#index = indexDraft(this.#passages)
    }
    return this.#index
  }

  #onKey(event: KeyboardEvent): void {
    // Enter that ends the typing of a Chinese word asks nothing yet.
    if (event.isComposing) return
    if (event.key === 'Enter' && event.shiftKey) {
      event.preventDefault()
      this.step(-1)
    }
    if (event.key === 'Escape' && this.#asked !== '') {
      event.preventDefault()
      this.#input.value = ''
      this.ask('', false)
    }
  }

  #clear(): void {
    unmark(this.#marks.flat())
    this.#marks = []
    this.#hits = []
    this.#total = 0
    this.#current = -1
    if (location.hash.startsWith(inFragment))
      history.replaceState(null, '', location.pathname + location.search)
  }

  #show(): void {
    const { form } = this.#page
    need(form, '[data-hint]').hidden = this.#asked !== ''
    need(form, '[data-steps]').hidden = this.#hits.length < 2
    listHits(need(form, '[data-hits]'), this.#hits, this.#passages, (at) => this.go(at))
    this.#say(this.#counted())
  }

  #counted(): string {
    const { words } = this.#page
    if (this.#asked === '') return ''
    const values = { '#': this.#hits.length, '@': this.#asked }
    if (this.#hits.length === 0) return fillIn(words.none, values)
    if (this.#total > this.#hits.length) return fillIn(words.many, values)
    return fillIn(this.#hits[0]?.isExact ? words.exact : words.like, values)
  }

  #say(text: string): void {
    need(this.#page.form, '[data-status]').textContent = text
  }
}

/** Shows the box and makes it work. */
export function startFinding(page: FindPage): FindBox {
  return new FindBox(page)
}

/** Beside the text the box stays in sight, so asking may lead to the first place at once; above it the list comes first. */
function isWide(): boolean {
  return matchMedia('(min-width: 64.01rem)').matches
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).trim().slice(0, 200)
  } catch {
    return ''
  }
}
