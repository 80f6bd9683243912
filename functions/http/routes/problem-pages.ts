import type { Hono } from 'hono'
import { problemType, type Problem } from '#contract/problem-body.ts'
import { problemKinds, type ProblemCode } from '#contract/problem.ts'
import { PortalError } from '#core/portal-error.ts'
import type { AppEnv } from '../app-env.ts'
import { problemPage } from '../pages/problem-page.ts'
import { shell } from '../pages/shell.ts'
import type { PublicDeps } from '../public-deps.ts'
import { readerLanguage } from '../reader-language.ts'

function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(problemKinds, text)
}

/** Every problem's `type` is an address, and this is what stands there (RFC 9457 §3.1.1). */
export function problemPageRoutes(app: Hono<AppEnv>, { settings, authority }: PublicDeps): void {
  app.get('/problems/:code', (c) => {
    const code = c.req.param('code')
    if (!isProblemCode(code)) throw new PortalError('not-found', { kind: 'problem' })
    const language = readerLanguage(c)
    const { title, advice, status } = problemKinds[code]
    const problem: Problem = {
      type: problemType(settings.origin, code),
      title: title[language],
      detail: advice[language],
      status,
      code,
      requestId: c.get('requestId'),
      facts: {},
    }
    return c.html(shell(problemPage(problem, language, settings.utcOffsetMinutes), authority))
  })
}
