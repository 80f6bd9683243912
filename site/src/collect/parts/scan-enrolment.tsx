import { useEffect, useState } from 'preact/hooks'
import { readEnrolmentCode } from '../../scan/enrolment-address.ts'
import { ScanCode } from '../../scan/scan-code.tsx'
import { keepEnrolmentCode, takeEnrolmentCode } from '../engine/enrolment-code.ts'
import { useWords } from './language.tsx'

/** The liaison shows a code on the desk's screen: scanned here, or opened by the phone's own camera before. */
export function ScanEnrolment() {
  const { access, scanning } = useWords()
  const { first } = access
  const [held, setHeld] = useState(() => takeEnrolmentCode() !== undefined)
  useEffect(() => {
    // The phone's own camera may open the address on this very page.
    const look = () => setHeld(takeEnrolmentCode() !== undefined)
    addEventListener('hashchange', look)
    return () => removeEventListener('hashchange', look)
  }, [])
  if (held)
    return (
      <p class="told" role="status">
        {first.enrolHeld}
      </p>
    )
  return (
    <details>
      <summary>{first.enrol}</summary>
      <p class="soft">{first.enrolSay}</p>
      <ScanCode
        words={scanning}
        read={(text) => readEnrolmentCode(text, location.origin)}
        other={scanning.notEnrolment}
        onCode={(code) => {
          keepEnrolmentCode(code)
          setHeld(true)
        }}
      />
    </details>
  )
}
