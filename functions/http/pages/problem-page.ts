import { html } from 'hono/html'
import { inLanguage, pagePaths, type Language } from '#contract/page-paths.ts'
import { printInstant } from '#contract/print-time.ts'
import type { Problem } from '#contract/problem-body.ts'
import type { BillId } from '#core/ids.ts'
import type { Page } from './shell.ts'

const words = {
  zh: {
    home: '回到首页',
    table: '去意见汇总表',
    login: '登录',
    draft: '去看草案',
    opens: (at: string) => `${at} 开始征求意见。`,
    request: '请求编号',
  },
  en: {
    home: 'Back to the home page',
    table: 'To the opinion table',
    login: 'Sign in',
    draft: 'Read the draft',
    opens: (at: string) => `It opens at ${at}.`,
    request: 'Request id',
  },
} as const satisfies Record<Language, unknown>

/** A refusal as a person reads it: what happened, what to do now, and a number to quote. */
export function problemPage(problem: Problem, language: Language, utcOffsetMinutes: number): Page {
  const say = words[language]
  const way = wayOn(problem, language)
  const opensAt = problem.facts?.['opensAt']
  return {
    title: problem.title,
    language,
    body: html`<div class="lead">
        <h1>${problem.title}</h1>
        ${typeof opensAt === 'string' ? html`<p>${say.opens(printInstant(opensAt, language, utcOffsetMinutes))}</p>` : ''}
        <p>${problem.detail}</p>
        ${(problem.errors ?? []).map((error) => html`<p>${error.message}</p>`)}
      </div>
      <p class="buttons">
        ${way ? html`<a class="button" href="${way.href}">${way.name}</a>` : ''}
        <a class="button${way ? ' quiet' : ''}" href="${inLanguage(pagePaths.home, language)}">${say.home}</a>
      </p>
      <p class="soft">${say.request} ${problem.requestId}</p>`,
  }
}

/** Where what was refused can be had after all, or read about. */
function wayOn({ code, facts }: Problem, language: Language): { href: string; name: string } | undefined {
  const say = words[language]
  const { consultationId, billId } = facts ?? {}
  if (code === 'signed-out') return { href: pagePaths.login, name: say.login }
  if (code === 'link-expired' && typeof consultationId === 'string')
    return { href: `/desk/#/consultations/${encodeURIComponent(consultationId)}/table`, name: say.table }
  if (typeof billId === 'string')
    return { href: inLanguage(pagePaths.bill(billId as BillId), language), name: say.draft }
  return undefined
}
