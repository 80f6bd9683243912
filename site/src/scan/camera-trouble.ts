/** Why there is no picture from a camera, as far as a person can do something about it. */
export const cameraTroubles = ['refused', 'none', 'busy', 'insecure', 'failed'] as const
export type CameraTrouble = (typeof cameraTroubles)[number]

/** https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia and what browsers called it before. */
const byName: Record<string, CameraTrouble> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  PermissionDeniedError: 'refused',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  DevicesNotFoundError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
  TrackStartError: 'busy',
}

/** What a refused `getUserMedia` means; `failed` for everything that is not the camera's own doing. */
export function cameraTroubleOf(error: unknown): CameraTrouble {
  const name = error instanceof Error ? error.name : ''
  return Object.hasOwn(byName, name) ? (byName[name] as CameraTrouble) : 'failed'
}
