import type { Language } from '#contract/page-paths.ts'
import { printDay } from '#contract/print-time.ts'
import { type BulletinSection, usualSections } from '#core/bulletin/bulletin.ts'
import { answersIn } from '#core/bulletin/bulletin-answers.ts'
import type { Answer, ArticleAnswers, Edition } from '#core/bulletin/long-bulletin.ts'
import type { ProvisionId } from '#core/ids.ts'
import { articleIdOf } from '#core/draft/provision.ts'
import type { Instant } from '#core/time.ts'
import { bulletinStrings } from '../i18n/bulletin.ts'
import { phrasesHtml } from '../i18n/phrases.ts'
import { strings } from '../i18n/strings.ts'
import { escapeHtml as h } from '../law/render-law.ts'
import { answersHtml, type Became } from './answers.ts'
import { figuresHtml } from './figures.ts'
import { totalsHtml } from './totals.ts'

/** One edition of a bulletin and what the page around it knows. */
export interface BulletinView {
  language: Language
  bulletin: Edition
  billTitle: string
  organ: string
  window: { opensAt: Instant; closesAt: Instant }
  utcOffsetMinutes: number
  contactPointNames: ReadonlyMap<string, string>
  /** Where an answer's words stand now. */
  became: (answer: Answer) => Became | undefined
  /** Anchor of the first answer that became words of an article, for links from that text. */
  intoAnchor: (resulting: NonNullable<Answer['resulting']>) => string
  /** HTML under the opening: links to the texts and files. */
  links: string
  /** HTML behind the opening: what this edition corrects. */
  correction: string
  /** Where every opinion stands; missing in a preview. */
  dataHref?: string
}

/** More opinions than this and articles are folded. */
const foldFrom = 40

/**
 * A bulletin as residents read it, a string so that the page and the desk's preview are the same to the letter. All text
 * passes `escapeHtml`. Refuses totals that do not add up.
 */
export function bulletinHtml(view: BulletinView): string {
  const { bulletin } = view
  const parts = answersIn(bulletin)
  const sections = bulletin.sections ?? usualSections
  const anchors = freshAnchors()
  return headHtml(view) + sections.map((section) => sectionHtml(section, view, parts, anchors)).join('')
}

function headHtml({
  language,
  bulletin,
  billTitle,
  organ,
  utcOffsetMinutes,
  links,
  correction,
}: BulletinView): string {
  const t = strings[language].bulletin
  const edition = t.edition(bulletin.edition, printDay(bulletin.publishedAt, language, utcOffsetMinutes))
  const paragraphs = paragraphsOf(bulletin.head).map((text) => `<p class="summary lines">${h(text)}</p>`)
  return (
    `<div class="lead"><p class="kind">${h(organ)} · ${h(edition)}</p>` +
    `<h1><span lang="zh-CN">${phrasesHtml(billTitle)}</span><br>${h(t.title)}</h1>` +
    `<div lang="zh-CN">${paragraphs.join('')}</div>${links}</div>${correction}`
  )
}

function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')
}

interface AnswerAnchors {
  /** The same each time: where an article is spoken of first. */
  nameOf: (provisionId: string | null) => string
  once: (anchor: string) => string | undefined
}

/** Every anchor is given to the first that asks for it. */
function freshAnchors(): AnswerAnchors {
  const given = new Set<string>()
  return {
    nameOf: (provisionId) => (provisionId === null ? 'whole' : articleIdOf(provisionId as ProvisionId)),
    once: (anchor) => {
      if (given.has(anchor)) return undefined
      given.add(anchor)
      return anchor
    },
  }
}

function sectionHtml(
  { kind, words }: BulletinSection,
  view: BulletinView,
  parts: { taken: ArticleAnswers[]; heard: ArticleAnswers[] },
  anchors: AnswerAnchors,
): string {
  const t = strings[view.language].bulletin
  const own = bulletinStrings[view.language]
  const section = (title: string, lead: string, body: string) => {
    const said = words === '' ? (lead === '' ? '' : `<p>${h(lead)}</p>`) : ownWords(words)
    return `<section><h2>${h(title)}</h2>${said}${body}</section>`
  }
  if (kind === 'totals') return section(t.totals, '', totalsHtml(view.bulletin.reconciliation, view.language))
  if (kind === 'closing') return words === '' ? '' : section(own.closing, '', '')
  if (kind === 'figures') {
    const figures = figuresHtml(view, anchors.nameOf)
    return figures === '' && words === '' ? '' : section(own.figures, own.figuresLead, figures)
  }
  const groups = parts[kind]
  if (kind === 'heard' && groups.length === 0) return ''
  const lead = kind === 'heard' ? t.heardLead : groups.length > 0 ? t.takenLead : t.takenNone
  return section(t[kind], lead, partHtml(groups, view, anchors))
}

function ownWords(words: string): string {
  const paragraphs = paragraphsOf(words).map((text) => `<p class="lines">${h(text)}</p>`)
  return `<div lang="zh-CN" class="prose">${paragraphs.join('')}</div>`
}

function partHtml(groups: readonly ArticleAnswers[], view: BulletinView, anchors: AnswerAnchors): string {
  const folded = view.bulletin.reconciliation.received > foldFrom
  const hint =
    folded && groups.length > 0
      ? `<p class="soft screen-only">${h(bulletinStrings[view.language].foldHint)}</p>`
      : ''
  const answers = answersHtml(groups, {
    language: view.language,
    became: view.became,
    anchorInto: ({ resulting }) => resulting && anchors.once(view.intoAnchor(resulting)),
    anchorOf: (provisionId) => anchors.once(anchors.nameOf(provisionId)),
    folded,
    dataHref: view.dataHref,
  })
  return hint + answers
}
