import { html } from 'hono/html'
import { inLanguage, pagePaths, type Language } from '#contract/page-paths.ts'
import type { Problem } from '#contract/problem-body.ts'
import type { Page } from './shell.ts'

const words = {
  zh: { home: '回到首页', table: '去意见汇总表', login: '登录', request: '请求编号' },
  en: {
    home: 'Back to the home page',
    table: 'To the opinion table',
    login: 'Sign in',
    request: 'Request id',
  },
} as const satisfies Record<Language, Record<string, string>>

/** A refusal as a person reads it: what happened, what to do now, and a number to quote. */
export function problemPage(problem: Problem, language: Language): Page {
  const say = words[language]
  const way = wayOn(problem, say)
  return {
    title: problem.title,
    language,
    body: html`<div class="lead">
        <h1>${problem.title}</h1>
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

/** Where what was refused can be had after all. */
function wayOn({ code, facts }: Problem, say: { login: string; table: string }) {
  if (code === 'signed-out') return { href: pagePaths.login, name: say.login }
  const id = facts?.['consultationId']
  if (code !== 'link-expired' || typeof id !== 'string') return undefined
  return { href: `/desk/#/consultations/${encodeURIComponent(id)}/table`, name: say.table }
}
