import { useCallback, useState } from 'preact/hooks'

const prefix = 'kaimen-desk '

/** Leaves nothing of a person's drafts behind on a shared computer: done when they sign out. */
export function forgetEverything(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key)
}

/** Leaves nothing of one form behind. */
export function forgetKept(name: string): void {
  sessionStorage.removeItem(prefix + name)
}

/** State of a long form that survives a reload or a lapsed session: kept for this tab only, until it is sent. */
export function useKept<T extends object>(
  name: string,
  initial: () => T,
): { value: T; set: (change: Partial<T>) => void; forget: () => void; restored: boolean } {
  const key = prefix + name
  const [state, setState] = useState(() => {
    const found = readKept<T>(key)
    return { value: { ...initial(), ...found }, restored: found !== undefined }
  })
  const set = useCallback(
    (change: Partial<T>) =>
      setState((before) => {
        const value = { ...before.value, ...change }
        try {
          sessionStorage.setItem(key, JSON.stringify(value))
        } catch {
          // Full or forbidden: the form still works, it is only not kept.
        }
        return { ...before, value }
      }),
    [key],
  )
  const forget = useCallback(() => {
    sessionStorage.removeItem(key)
    setState({ value: initial(), restored: false })
  }, [key])
  return { ...state, set, forget }
}

function readKept<T>(key: string): Partial<T> | undefined {
  try {
    const found = sessionStorage.getItem(key)
    return found === null ? undefined : (JSON.parse(found) as Partial<T>)
  } catch {
    return undefined
  }
}
