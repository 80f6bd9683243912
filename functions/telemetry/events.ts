/**
 * The closed catalogue of what may be logged, with the fields each event may carry. Nothing else leaves
 * the process: no opinion text, no personal data, no tokens, no addresses of people (SECURITY, Logs).
 */
export const eventFields = {
  /** One HTTP request answered. `route` is the pattern (`/api/bills/:billId`), never the URL. */
  request: ['requestId', 'app', 'method', 'route', 'status', 'durationMs'],
  /** A bug or an outage: name and frames of the error, never its message, which may quote a person. */
  'unexpected-error': ['requestId', 'app', 'route', 'errorName', 'frames'],
  'opinion-accepted': ['requestId', 'consultationId', 'verdict', 'channel'],
  'opinion-refused': ['requestId', 'code'],
  /** One sending of a device, or a carried file: how many of each verdict. */
  'opinions-synced': ['requestId', 'stored', 'repeated', 'conflict', 'refused', 'quarantined', 'sessions'],
  'signed-in': ['requestId', 'memberId', 'role'],
  'sign-in-refused': ['requestId', 'reason'],
  'signed-out': ['requestId', 'memberId'],
  'identity-provider-failed': ['requestId', 'errorName', 'errorCode'],
  /** Photos and recordings whose time was over. */
  'attachments-erased': ['attachments'],
  'log-advanced': ['logged', 'repeated'],
  /** Facts and groups have caught up with the logs, or are on their way. */
  'kept-up': ['calls', 'isUnfinished'],
  'log-conflict': ['consultationId', 'rev'],
  published: ['consultationId', 'edition', 'files'],
  /** Letters that tell of answers: counts only. */
  'answers-sent': ['sent', 'unsure', 'isUnfinished'],
  'portal-started': ['version', 'origin', 'startupMs'],
  'portal-stopped': ['signal'],
} as const satisfies Record<string, readonly string[]>

export type EventName = keyof typeof eventFields
export type FieldValue = string | number | boolean | readonly string[]
export type EventFacts<E extends EventName> = Partial<Record<(typeof eventFields)[E][number], FieldValue>>
