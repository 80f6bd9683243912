import type { DraftNote } from '#core/draft/draft-note.ts'
import { decodeHtmlEntities } from './html-entities.ts'

/** The words of a web page, one line a block. */
export interface PageText {
  text: string
  notes: DraftNote[]
}

/** Elements that begin and end a line. */
const blocks = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead title tr ul'
  ).split(' '),
)
/** What a page holds beside the text of the law. */
const partsOfPages = new Set('nav aside footer button select iframe dialog'.split(' '))
/** Content that is never words; HTML reads it raw up to its own end tag. */
const raw = new Set('script style noscript template svg math object textarea head'.split(' '))
const voids = new Set('br hr img input meta link col area base embed source track wbr'.split(' '))

/** Whether a text is a web page or a piece of one, by how it begins. */
export function looksLikeHtml(text: string): boolean {
  return /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?!\s*(?:INFO|FORCE))[^]{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|meta|title|style|link|div|p|span|h[1-6]|table|section|article|main|ul|ol|font|center|b|strong)\b[^<]*>/i.test(
    text.slice(0, 6000),
  )
}

/**
 * Reads the words of a web page: tags and page furniture out, blocks on lines of their own, cells too, entities
 * decoded, numbers of ordered lists written out. Not a browser: what a style sheet hides or draws is not known.
 * One pass, linear in the length.
 */
export function readHtmlText(html: string): PageText {
  const page = readPage(html, true)
  // A menu that never closes would take the law with it.
  return (page.isOpen ? readPage(html, false) : page).finish()
}

function readPage(html: string, leaveOutParts: boolean): PageLines {
  const page = new PageLines(leaveOutParts)
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) break
    if (open > at) page.words(html.slice(at, open))
    at = readTag(html, open, page)
  }
  page.words(html.slice(at))
  return page
}

/** Handles the tag at `open` and returns the place behind it. */
function readTag(html: string, open: number, page: PageLines): number {
  if (html.startsWith('<!--', open)) return after(html, '-->', open + 4)
  const match = /^<(\/?)([a-zA-Z][\w:-]{0,40})/.exec(html.slice(open, open + 50))
  if (!match) {
    if (/^<[!?]/.test(html.slice(open, open + 2))) return after(html, '>', open)
    page.words('<')
    return open + 1
  }
  const name = (match[2] ?? '').toLowerCase()
  const end = tagEnd(html, open)
  const closes = match[1] === '/'
  if (closes) page.close(name)
  else if (raw.has(name)) {
    return page.rawEnd(html, name, end)
  } else page.open(name, html.slice(open, end))
  return end
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

/** A `>` inside a quoted value does not end a tag. */
function tagEnd(html: string, open: number): number {
  let quote = ''
  for (let at = open; at < html.length; at += 1) {
    const char = html[at] ?? ''
    if (quote !== '') quote = char === quote ? '' : quote
    else if ((char === '"' || char === "'") && /=\s*$/.test(html.slice(Math.max(open, at - 4), at)))
      quote = char
    else if (char === '>') return at + 1
  }
  return html.length
}

class PageLines {
  readonly #lines: string[] = []
  #line = ''
  /** Open elements of page furniture; inside, nothing counts. */
  #outside: string[] = []
  readonly #lists: { ordered: boolean; next: number }[] = []
  #leftOut = 0
  #cells = 0
  readonly #endless = new Set<string>()
  readonly #leaveOutParts: boolean

  constructor(leaveOutParts: boolean) {
    this.#leaveOutParts = leaveOutParts
  }

  /** Whether a part that is left out was never closed. */
  get isOpen(): boolean {
    return this.#outside.length > 0
  }

  /** The place behind a raw element; where it never closes, only its tag is passed, and that is looked for once. */
  rawEnd(html: string, name: string, from: number): number {
    if (this.#endless.has(name)) return from
    const ending = new RegExp(`</${name}`, 'gi')
    ending.lastIndex = from
    const close = ending.exec(html)
    if (close) return after(html, '>', close.index)
    this.#endless.add(name)
    return from
  }

  words(text: string): void {
    if (this.#outside.length === 0) this.#line += decodeHtmlEntities(text)
  }

  open(name: string, tag: string): void {
    const closed = tag.endsWith('/>') || voids.has(name)
    if (this.#leaveOutParts && partsOfPages.has(name)) {
      if (this.#outside.length === 0) this.#leftOut += 1
      if (!closed) this.#outside.push(name)
    } else if (this.#outside.length > 0) return
    if (name === 'br' || blocks.has(name)) this.#break()
    if (name === 'td' || name === 'th') this.#cells += 1
    if (name === 'ol' || name === 'ul') this.#openList(name, tag)
    if (name === 'li') this.#openItem(tag)
  }

  close(name: string): void {
    if (this.#outside.length > 0) {
      const from = this.#outside.lastIndexOf(name)
      if (from >= 0) this.#outside = this.#outside.slice(0, from)
      return
    }
    if (name === 'ol' || name === 'ul') this.#lists.pop()
    if (blocks.has(name)) this.#break()
  }

  finish(): PageText {
    this.#break()
    const notes: DraftNote[] = [{ code: 'markup-removed', facts: { format: 'HTML' } }]
    if (this.#leftOut > 0) notes.push({ code: 'page-parts-left-out', facts: { count: this.#leftOut } })
    if (this.#cells > 0) notes.push({ code: 'tables', facts: { count: this.#cells } })
    return { text: this.#lines.join('\n'), notes }
  }

  #openList(name: string, tag: string): void {
    const start = /\sstart\s*=\s*["']?(\d{1,6})/i.exec(tag)
    this.#lists.push({ ordered: name === 'ol', next: Number(start?.[1] ?? 1) })
  }

  #openItem(tag: string): void {
    const list = this.#lists.at(-1)
    if (!list?.ordered || /list-style(?:-type)?\s*:\s*none/i.test(tag)) return
    const value = /\svalue\s*=\s*["']?(\d{1,6})/i.exec(tag)
    if (value) list.next = Number(value[1])
    this.#line += `${list.next}. `
    list.next += 1
  }

  /** White space of the source is one blank; a line end between Chinese characters is none. */
  #break(): void {
    const words = this.#line.replace(wrapped, '').replace(/[ \t\r\n\f]+/g, ' ')
    if (words.trim() !== '') this.#lines.push(words.trim())
    this.#line = ''
  }
}

const han = '[\\p{Script=Han}\\u3001-\\u303f\\uff01-\\uffef“”‘’]'
const wrapped = new RegExp(`(?<=${han})[ \\t]*[\\r\\n][ \\t\\r\\n]*(?=${han})`, 'gu')
