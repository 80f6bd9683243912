import type { Provision } from '#core/draft/provision.ts'
import { placeMarks, type Marks, type WantedMark } from './marks.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as HTML text: the only way words of a draft enter a page. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character)
}

/** What stands beside one article; HTML made by the caller. */
export interface LawView {
  /** HTML of the margin of an article, and the language it is in. */
  margin(article: Provision): string
  marginLanguage: string
  /** Heading level of a 编; 章 and 节 follow, articles come last. */
  level: number
  /** Words that opinions became, marked where they stand (R5). */
  marks?: Marks | undefined
}

const divisionKinds = ['part', 'chapter', 'section']

function lines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>')
}

function markedText(provision: Provision, marks: Marks | undefined): string {
  let html = ''
  let at = 0
  for (const { start, end, id } of marks?.get(provision.id) ?? []) {
    const anchor = id === undefined ? '' : ` id="${escapeHtml(id)}"`
    html += `${lines(provision.text.slice(at, start))}<mark${anchor}>${lines(provision.text.slice(start, end))}</mark>`
    at = end
  }
  return html + lines(provision.text.slice(at))
}

/** A row of a table, or names beside each other: blanks between its words and no stop. Law prints Han without blanks. */
const columns = /(?<=\p{Script=Han}) +(?=\S)|(?<=\S) +(?=\p{Script=Han})/u

function isRow(text: string): boolean {
  return columns.test(text) && !/[。；：！？]$/u.test(text)
}

/** 款 项 目 as paragraphs; anchors are provision ids, so 第二十四条第一款第（三）项 can be linked to. */
function paragraphHtml(provision: Provision, anchors: boolean, marks: Marks | undefined): string {
  const name = provision.kind === 'paragraph' ? (isRow(provision.text) ? 'row' : '') : provision.kind
  const kind = name === '' ? '' : ` class="${name}"`
  const id = anchors ? ` id="${escapeHtml(provision.id)}"` : ''
  const label = provision.label ? `<span>${escapeHtml(provision.label)}</span>` : ''
  const below = provision.children.map((child) => paragraphHtml(child, anchors, marks)).join('')
  return `<p${id}${kind}>${label}${markedText(provision, marks)}</p>${below}`
}

function wordsHtml(article: Provision, anchors: boolean, marks: Marks | undefined): string {
  const own = article.text ? `<p>${markedText(article, marks)}</p>` : ''
  return own + article.children.map((child) => paragraphHtml(child, anchors, marks)).join('')
}

/** The words of one article without its number: what a bulletin or a receipt shows of it. */
export function articleWords(article: Provision, mark?: WantedMark): string {
  return wordsHtml(article, false, mark && placeMarks([article], [mark]).marks)
}

/** An article; words that stand in no article, as the opening of an interpretation, print no number. */
function articleHtml(article: Provision, view: LawView): string {
  const id = escapeHtml(article.id)
  const number =
    article.label === ''
      ? ''
      : `<h${view.level} class="number"><a href="#${id}">${escapeHtml(article.label)}</a></h${view.level}>`
  const title = article.heading ? `<p class="title">${escapeHtml(article.heading)}</p>` : ''
  return (
    `<div class="article" id="${id}">${number}` +
    `<div class="words">${title}${wordsHtml(article, true, view.marks)}</div><div class="margin"${view.marginLanguage === 'zh-CN' ? '' : ` lang="${view.marginLanguage}"`}>${view.margin(article)}</div></div>`
  )
}

function annexHtml(annex: Provision, view: LawView): string {
  const title = [annex.label, annex.heading]
    .filter(Boolean)
    .map((text) => escapeHtml(text ?? ''))
    .join('　')
  return `<div class="annex" id="${escapeHtml(annex.id)}"><h${view.level} class="division">${title}</h${view.level}><div class="words">${articleWords(annex)}</div></div>`
}

/** 落款, a line each. */
function closingHtml({ id, text }: Provision): string {
  const words = text
    .split('\n')
    .map((line) => `<p${isRow(line) ? ' class="row"' : ''}>${escapeHtml(line)}</p>`)
    .join('')
  return `<div class="closing" id="${escapeHtml(id)}"><div class="words">${words}</div></div>`
}

function provisionHtml(provision: Provision, view: LawView): string {
  if (provision.kind === 'annex') return annexHtml(provision, view)
  if (provision.kind === 'closing') return closingHtml(provision)
  if (!divisionKinds.includes(provision.kind)) return articleHtml(provision, view)
  const title = [provision.label, provision.heading]
    .filter(Boolean)
    .map((text) => escapeHtml(text ?? ''))
    .join('　')
  const text = provision.text ? `<div class="words"><p>${lines(provision.text)}</p></div>` : ''
  return `<h${view.level} class="division" id="${escapeHtml(provision.id)}">${title}</h${view.level}>${text}${lawHtml(provision.children, { ...view, level: Math.min(view.level + 1, 6) })}`
}

/**
 * A draft as HTML. A string and not components: a code of 500 articles in two languages is 20,000 nodes,
 * and the site with a thousand bills must build in seconds. All text passes `escapeHtml`.
 */
export function lawHtml(provisions: readonly Provision[], view: LawView): string {
  return provisions.map((provision) => provisionHtml(provision, view)).join('')
}
