/** So many reasons are offered again. */
const offered = 3
/** So many are remembered. */
const remembered = 20

/** The reasons of this sitting with one more, the newest first, each once. */
export function withReason(reasons: readonly string[], reason: string): string[] {
  const said = reason.trim()
  if (said === '') return [...reasons]
  return [said, ...reasons.filter((one) => one !== said)].slice(0, remembered)
}

/** Those to offer beneath what is being written: everything while the field is empty, then what begins with the same words. */
export function offeredReasons(reasons: readonly string[], typed: string): string[] {
  const begun = typed.trim()
  return reasons.filter((one) => one !== begun && one.startsWith(begun)).slice(0, offered)
}
