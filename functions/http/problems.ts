import type { Context } from 'hono'
import { fieldProblemMessage, type FieldProblem } from '#contract/field-problem.ts'
import type { Language } from '#contract/page-paths.ts'
import { problemType, type Problem } from '#contract/problem-body.ts'
import { problemKinds, type ProblemCode } from '#contract/problem.ts'
import { PortalError } from '#core/portal-error.ts'
import { errorFacts } from '../telemetry/telemetry.ts'
import type { AppContext, BaseDeps } from './app-env.ts'
import { problemPage } from './pages/problem-page.ts'
import { shell } from './pages/shell.ts'
import { readerLanguage } from './reader-language.ts'

/** A refusal that only HTTP knows: the address exists, the method does not. */
export class MethodNotAllowed extends Error {
  readonly allowed: readonly string[]
  constructor(allowed: readonly string[]) {
    super('method-not-allowed')
    this.allowed = allowed
  }
}

interface Refusal {
  code: ProblemCode
  facts: Readonly<Record<string, unknown>>
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof PortalError) return { code: error.code, facts: error.facts }
  if (error instanceof MethodNotAllowed)
    return { code: 'method-not-allowed', facts: { allowed: error.allowed } }
  return { code: 'unexpected', facts: {} }
}

/** The body of a refusal in one language. Names, counts and limits only: nothing that was sent comes back. */
export function problemBody(
  refusal: Refusal,
  where: { origin: string; requestId: string; language: Language },
): Problem {
  const { title, advice, status } = problemKinds[refusal.code]
  const { fields, ...facts } = refusal.facts as { fields?: readonly FieldProblem[] }
  const errors = fields?.map((problem) => ({
    ...problem,
    message: fieldProblemMessage(problem, where.language),
  }))
  return {
    type: problemType(where.origin, refusal.code),
    title: title[where.language],
    status,
    detail: advice[where.language],
    code: refusal.code,
    requestId: where.requestId,
    facts,
    ...(errors && { errors }),
  }
}

/** When a script may come back by itself; what only a person can mend has no such time. */
function retryAfterSeconds({ code, facts }: Refusal): number | undefined {
  if (code === 'too-many-requests') return Number(facts['retryAfterSeconds'] ?? 60)
  return { busy: 5, unexpected: 30 }[code as string]
}

/** A person's browser following a link or a form, rather than a script. */
export function wantsPage(c: Context): boolean {
  return (c.req.header('accept') ?? '').includes('text/html')
}

/** The only translator of refusals and bugs into answers: problem+json (RFC 9457), or a page for browsers. */
export function answerProblem(deps: BaseDeps, app: string, error: unknown, c: AppContext) {
  const refusal = refusalOf(error)
  const requestId = c.get('requestId')
  if (refusal.code === 'unexpected')
    deps.telemetry.emit('unexpected-error', { requestId, app, ...errorFacts(error) })
  const language = readerLanguage(c)
  const problem = problemBody(refusal, { origin: deps.settings.origin, requestId, language })
  const retryAfter = retryAfterSeconds(refusal)
  if (retryAfter !== undefined) c.header('retry-after', String(retryAfter))
  if (error instanceof MethodNotAllowed) c.header('allow', error.allowed.join(', '))
  c.header('cache-control', 'no-store')
  c.header('content-language', language === 'zh' ? 'zh-CN' : 'en')
  const { status } = problemKinds[refusal.code]
  if (wantsPage(c)) {
    const page = problemPage(problem, language, deps.settings.utcOffsetMinutes)
    return c.html(shell(page, deps.authority), status)
  }
  return c.body(JSON.stringify(problem), status, {
    'content-type': 'application/problem+json; charset=utf-8',
  })
}
