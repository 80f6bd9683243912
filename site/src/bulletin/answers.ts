import type { Language } from '#contract/page-paths.ts'
import type { Answer, ArticleAnswers, Voice } from '#core/bulletin/long-bulletin.ts'
import { outcomes } from '#core/deciding/outcome.ts'
import { bulletinStrings } from '../i18n/bulletin.ts'
import { compareStrings } from '../i18n/compare.ts'
import { channelNamesIn, outcomeNamesIn, stampOf } from '../i18n/names.ts'
import { strings } from '../i18n/strings.ts'
import { escapeHtml as h } from '../law/render-law.ts'

/** Where the words of an answer stand now (R5). */
export interface Became {
  stage: string
  label: string
  /** Missing where the text has no page yet. */
  href?: string | undefined
  /** The article with the words marked; missing when it is not there. */
  html?: string | undefined
  quote: string
  changes?: string | undefined
}

/** What the answers of a bulletin need to know of the site they stand on. */
export interface AnswersView {
  language: Language
  became: (answer: Answer) => Became | undefined
  /** Anchors that links elsewhere lead to; each is given out once. */
  anchorInto: (answer: Answer) => string | undefined
  anchorOf: (provisionId: string | null) => string | undefined
  /** Folds every article: for bulletins too long to scroll through. */
  folded: boolean
  /** Where every opinion stands, for what a long edition has no room for; missing in a preview. */
  dataHref?: string | undefined
}

/** The answers of one part of a bulletin, by article: what was said beside what became of it. */
export function answersHtml(groups: readonly ArticleAnswers[], view: AnswersView): string {
  const t = strings[view.language].bulletin
  return groups
    .map((article) => {
      const { provisionId, label, answers } = article
      const anchor = view.anchorOf(provisionId)
      const id = anchor === undefined ? '' : ` id="${h(anchor)}"`
      const heading = `<h3${label ? ' lang="zh-CN"' : ''}>${h(label || t.whole)}</h3>`
      const body = answers.map((answer) => answerHtml(answer, view)).join('') + untoldHtml(article, view)
      if (!view.folded) return `<div class="about"${id}>${heading}${body}</div>`
      return `<details class="about"${id}><summary>${heading}<span class="soft">${h(countsOf(article, view.language))}</span></summary>${body}</details>`
    })
    .join('')
}

/** The answers of an article the page has no room for: how many, and where they are. */
function untoldHtml({ answers, untold }: ArticleAnswers, { language, dataHref }: AnswersView): string {
  if (untold === undefined) return ''
  const said = h(bulletinStrings[language].untold(untold.answers, untold.opinions, answers.length > 0))
  return `<p class="soft">${said}${dataLink(dataHref, language)}</p>`
}

function dataLink(href: string | undefined, language: Language): string {
  return href === undefined ? '' : ` <a href="${h(href)}">${h(bulletinStrings[language].everyOpinion)}</a>`
}

function countsOf({ count: all, byOutcome }: ArticleAnswers, language: Language): string {
  const counts = outcomes.flatMap((outcome) => {
    const count = byOutcome[outcome] ?? 0
    return count === 0 ? [] : [`${outcomeNamesIn[language][outcome]} ${count}`]
  })
  return `${strings[language].counts.opinions(all)} · ${counts.join(language === 'zh' ? '、' : ', ')}`
}

function answerHtml(answer: Answer, view: AnswersView): string {
  const { language } = view
  const t = strings[language].bulletin
  const into = view.anchorInto(answer)
  const voices = answer.count > 1 ? ` <span class="soft">${h(t.voices(answer.count))}</span>` : ''
  return (
    `<div class="answer"${into === undefined ? '' : ` id="${h(into)}"`}><div><h4 class="unseen">${h(t.said)}</h4>${voicesHtml(answer, view)}</div>` +
    `<div><h4 class="unseen">${h(t.became)}</h4><p><span class="${stampOf[answer.outcome]}">${h(outcomeNamesIn[language][answer.outcome])}</span>${voices}</p>` +
    `<p lang="zh-CN" class="lines">${h(answer.reason)}</p>${becameHtml(view.became(answer), language)}</div></div>`
  )
}

function becameHtml(became: Became | undefined, language: Language): string {
  if (became === undefined) return ''
  const name = h(strings[language].bulletin.now(became.stage, became.label))
  const link = became.href === undefined ? name : `<a href="${h(became.href)}">${name}</a>`
  const compare = compareStrings[language]
  const changes = became.changes
    ? ` · <a href="${h(became.changes)}" aria-label="${h(compare.seeChangesIn(became.label))}">${h(compare.seeChanges)}</a>`
    : ''
  const words = became.html ?? `<p><mark>${h(became.quote)}</mark></p>`
  return `<div class="became"><p>${link}${changes}</p><div class="words" lang="zh-CN">${words}</div></div>`
}

/** What people said, in their own words: the first three, the rest folded (R16), or in the open data where too many. */
function voicesHtml({ voices, count }: Answer, { language, dataHref }: AnswersView): string {
  const list = (some: readonly Voice[]) =>
    `<ul class="voices" lang="zh-CN">${some.map((voice) => voiceHtml(voice, language)).join('')}</ul>`
  const rest = voices.slice(3)
  const more =
    rest.length === 0
      ? ''
      : `<details><summary>${h(strings[language].bulletin.moreVoices(rest.length))}</summary>${list(rest)}</details>`
  const left = count - voices.length
  const others =
    left === 0
      ? ''
      : `<p class="soft">${h(bulletinStrings[language].otherVoices(left))}${dataLink(dataHref, language)}</p>`
  return list(voices.slice(0, 3)) + more + others
}

/** One opinion as the public reads it (R10): words, who by kind, by which way; no name. */
export function voiceHtml(row: Voice, language: Language): string {
  const channel = channelNamesIn[language][row.channel]
  const by = [row.proponent, row.contactPointName, channel].filter(Boolean).join(' · ')
  const proposed = row.proposedText
    ? `<p class="soft">${h(strings[language].bulletin.proposed)}「${h(row.proposedText)}」</p>`
    : ''
  return `<li id="row-${row.row}"><blockquote class="lines">${h(row.verbatim)}</blockquote>${proposed}<span class="soft">${h(by)}${row.shortened ? ` · ${h(bulletinStrings[language].shortened)}` : ''}</span></li>`
}
