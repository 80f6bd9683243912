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

/** Keeps something for this tab until somebody signs out; where nothing can be kept, nothing is. */
export function keepForTab<T>(name: string, value: T): void {
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(value))
  } catch {
    // Full or forbidden: what is written still works, it is only not kept.
  }
}

/** What `keepForTab` kept under the name. */
export function readForTab<T>(name: string): T | undefined {
  try {
    const found = sessionStorage.getItem(prefix + name)
    return found === null ? undefined : (JSON.parse(found) as T)
  } catch {
    return undefined
  }
}

/** State of a long form that survives a reload or a lapsed session: kept for this tab only, until it is sent. */
export function useKept<T extends object>(
  name: string,
  initial: () => T,
): { value: T; set: (change: Partial<T>) => void; forget: () => void; restored: boolean } {
  const [state, setState] = useState(() => {
    const found = readForTab<Partial<T>>(name)
    return { value: { ...initial(), ...found }, restored: found !== undefined }
  })
  const set = useCallback(
    (change: Partial<T>) =>
      setState((before) => {
        const value = { ...before.value, ...change }
        keepForTab(name, value)
        return { ...before, value }
      }),
    [name],
  )
  const forget = useCallback(() => {
    forgetKept(name)
    setState({ value: initial(), restored: false })
  }, [name])
  return { ...state, set, forget }
}
