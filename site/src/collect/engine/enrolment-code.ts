import { enrolmentCodeOf } from '../../scan/enrolment-address.ts'

const kept = 'kaimen-collect-enrol'

/**
 * The code of the QR shown at the contact point's desk (`/collect/#enrol=…`), opened by the phone's own camera or scanned
 * here. Signing in leaves the page, so it waits in this tab; it serves once and for fifteen minutes, and the address
 * forgets it at once.
 */
export function takeEnrolmentCode(): string | undefined {
  const shown = enrolmentCodeOf(location.hash)
  if (shown !== undefined) {
    keepEnrolmentCode(shown)
    history.replaceState(null, '', location.pathname)
  }
  return sessionStorage.getItem(kept) ?? undefined
}

export function keepEnrolmentCode(code: string): void {
  sessionStorage.setItem(kept, code)
}
