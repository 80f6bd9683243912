import { outcomes } from '../deciding/outcome.ts'
import type { ArticleAnswers } from './long-bulletin.ts'
import { outcomeNames } from '../names.ts'

/** Articles the paragraph names, those with most opinions first. */
const namedArticles = 3
/** A reason is quoted to its first full stop, at most this far. */
const maxReasonChars = 60

/**
 * What was heard but not taken into the text, and why, as the system would lead into it: how many of each outcome, then
 * the articles where most was not taken with the reason most of them got, where the answers are known. `''` when
 * everything went into the text.
 */
export function suggestedHeard(heard: readonly ArticleAnswers[]): string {
  const count = heard.reduce((sum, article) => sum + article.count, 0)
  if (count === 0) return ''
  const counted = outcomes.flatMap((outcome) => {
    const of = heard.reduce((sum, { byOutcome }) => sum + (byOutcome[outcome] ?? 0), 0)
    return of > 0 ? [`${outcomeNames[outcome]} ${of} 条`] : []
  })
  const told = heard
    .toSorted((a, b) => b.count - a.count)
    .slice(0, namedArticles)
    .map(({ label, answers, count: of }) => ({
      about: `${label === '' ? '对整部草案' : label} ${of} 条`,
      why: reasonWords(answers),
    }))
  return `有 ${count} 条意见这一次没有直接写进条文：${counted.join('、')}。${togetherByReason(told)}每一条的理由见下。`
}

/** Articles that got the same reason are named together, so that it is read once. */
function togetherByReason(told: readonly { about: string; why: string }[]): string {
  const sentences: { about: string[]; why: string }[] = []
  for (const { about, why } of told) {
    // A part of an article's opinions is that article's own.
    const same = why.startsWith('其中') ? undefined : sentences.find((sentence) => sentence.why === why)
    if (same) same.about.push(about)
    else sentences.push({ about: [about], why })
  }
  return sentences.map(({ about, why }) => `${about.join('、')}${why === '' ? '。' : `，${why}`}`).join('')
}

function reasonWords(answers: ArticleAnswers['answers']): string {
  const most = answers.toSorted((a, b) => b.count - a.count)[0]
  if (most === undefined) return ''
  const { count } = most
  // A reason one of many got says nothing of the others.
  if (answers.length > 1 && count === 1) return '理由各有不同。'
  const first = /^[^。！？\n]*/u.exec(most.reason)?.[0] ?? ''
  const short =
    [...first].length > maxReasonChars ? `${[...first].slice(0, maxReasonChars).join('')}……` : first
  return `${answers.length > 1 ? `其中 ${count} 条的理由是` : '理由是'}：${short}。`
}
