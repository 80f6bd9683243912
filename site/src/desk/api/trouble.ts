import type { Problem } from '#contract/problem-body.ts'

/** Why something was not done: the server's own refusal (RFC 9457), or that it could not be reached. */
export class Trouble extends Error {
  /** `undefined` when the server gave no problem answer. */
  readonly problem: Problem | undefined
  readonly kind: 'refused' | 'signed-out' | 'changed' | 'offline' | 'unexpected'

  constructor(kind: Trouble['kind'], problem?: Problem) {
    super(problem?.code ?? kind)
    this.name = 'Trouble'
    this.kind = kind
    this.problem = problem
  }
}

/** Anything thrown → a trouble a page can tell. */
export function troubleOf(thrown: unknown): Trouble {
  if (thrown instanceof Trouble) return thrown
  return new Trouble(thrown instanceof TypeError ? 'offline' : 'unexpected')
}

/** Reads a refusal's body; a body that is not a problem is an unexpected answer. */
export function refusal(status: number, body: string): Trouble {
  const problem = readProblem(body)
  if (status === 401) return new Trouble('signed-out', problem)
  if (status === 412) return new Trouble('changed', problem)
  if (problem === undefined || status >= 500) return new Trouble('unexpected', problem)
  return new Trouble('refused', problem)
}

function readProblem(body: string): Problem | undefined {
  try {
    const read: unknown = JSON.parse(body)
    return typeof read === 'object' && read !== null && 'title' in read ? (read as Problem) : undefined
  } catch {
    return undefined
  }
}
