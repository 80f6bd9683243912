import type { Authority } from '#contract/authority.ts'
import type { Deps } from '#core/ports.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'

/** All the public app may touch: it can leave contact data and not read it back, hold addresses that wait
 * for an answer, and knows no member. */
export type PublicDeps = Pick<
  Deps,
  | 'settings'
  | 'clock'
  | 'randomness'
  | 'keys'
  | 'inbox'
  | 'bills'
  | 'drafts'
  | 'consultations'
  | 'contactPoints'
  | 'opinionLog'
  | 'publishedAnswers'
  | 'answerMails'
  | 'mail'
> & { authority: Authority; people: Pick<Deps['people'], 'append'>; telemetry: Telemetry }
