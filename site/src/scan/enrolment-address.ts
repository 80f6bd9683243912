const app = '/collect/'

/** Where the QR at the contact point's desk leads: the collector's app, the code in the fragment, which no server ever sees. */
export function enrolmentAddress(origin: string, code: string): string {
  return `${origin}${app}#enrol=${code}`
}

/** The code of a fragment `#enrol=…`; `undefined` for every other. */
export function enrolmentCodeOf(fragment: string): string | undefined {
  return /^#enrol=([\w-]+)$/.exec(fragment)?.[1]
}

/** The code of a scanned address of this very portal: another portal's code would enrol nothing here. */
export function readEnrolmentCode(text: string, origin: string): string | undefined {
  const start = `${origin}${app}`
  return text.startsWith(`${start}#`) ? enrolmentCodeOf(text.slice(start.length)) : undefined
}
