/** Every refusal a caller can understand. One table in `contract/problem.ts` gives each its status and title. */
export const portalErrorCodes = [
  'malformed-body',
  'unsupported-media-type',
  'too-large',
  'table-too-long',
  'invalid-fields',
  'not-found',
  'signed-out',
  'not-permitted',
  'not-a-member',
  'cross-site-request',
  'unknown-provision',
  'window-not-open-yet',
  'window-closed',
  'receipt-code-taken',
  'not-an-xlsx',
  'legacy-xls',
  'not-a-docx',
  'legacy-doc',
  'password-protected',
  'broken-docx',
  'unsafe-archive',
  'unreadable-text',
  'wrong-columns',
  'wrong-consultation',
  'draft-has-problems',
  'draft-is-published',
  'different-bills',
  'causes-missing',
  'transition-refused',
  'window-too-short',
  'changed-meanwhile',
  'precondition-required',
  'nothing-to-publish',
  'not-published-yet',
  'link-expired',
  'mail-code-not-valid',
  'answered-already',
  'publication-incomplete',
  'device-not-enrolled',
  'enrolment-code-not-valid',
  'membership-ended',
  'carried-unreadable',
  'carried-tampered',
  'too-many-requests',
  'already-exists',
  'busy',
] as const
export type PortalErrorCode = (typeof portalErrorCodes)[number]

/** Facts about a refusal: names, counts, limits, field paths. Never text a person wrote. */
export type ErrorFacts = Readonly<Record<string, unknown>>

/**
 * A refusal with a name and facts. Thrown by core, actions and stores; only `http/problems.ts` translates it.
 * Anything else that is thrown is a bug and answers "unexpected" with the request's id.
 */
export class PortalError extends Error {
  readonly code: PortalErrorCode
  readonly facts: ErrorFacts

  constructor(code: PortalErrorCode, facts: ErrorFacts = {}) {
    super(code)
    this.name = 'PortalError'
    this.code = code
    this.facts = facts
  }
}

/** Whether something thrown is the refusal of this name; everything else is passed on by whoever asks. */
export function isRefusal(thrown: unknown, code: PortalErrorCode): thrown is PortalError {
  return thrown instanceof PortalError && thrown.code === code
}
