/** What the legal clock says of a window being prepared (R13). Days are 24 hours, as the server counts them. */
export type WindowCheck = { kind: 'unknown' | 'backwards' } | { kind: 'long' | 'short'; days: number }

/** Compares a window with the legal minimum in days. */
export function checkWindow(
  opensAt: string | undefined,
  closesAt: string | undefined,
  minimumDays: number,
): WindowCheck {
  if (opensAt === undefined || closesAt === undefined) return { kind: 'unknown' }
  const span = Date.parse(closesAt) - Date.parse(opensAt)
  if (span <= 0) return { kind: 'backwards' }
  const days = Math.floor(span / 86_400_000)
  return { kind: span >= minimumDays * 86_400_000 ? 'long' : 'short', days }
}
