const kept = 'kaimen-collect-enrol'

/**
 * The code of the QR shown at the contact point's desk (`/collect/#enrol=…`). Signing in leaves the page, so it waits
 * in this tab; it serves once and for fifteen minutes, and the address forgets it at once.
 */
export function takeEnrolmentCode(): string | undefined {
  const shown = /^#enrol=([\w%-]+)$/.exec(location.hash)?.[1]
  if (shown !== undefined) {
    sessionStorage.setItem(kept, decodeURIComponent(shown))
    history.replaceState(null, '', location.pathname)
  }
  return sessionStorage.getItem(kept) ?? undefined
}
