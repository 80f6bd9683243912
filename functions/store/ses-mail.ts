import { PortalError } from '#core/portal-error.ts'
import type { Letter, Mail } from '#core/mail/mail-ports.ts'
import { sendOnce, serviceUrl, type AwsPlace } from './aws-call.ts'
import { signedHeaders } from './aws-signature.ts'

/** From whom letters come, and under which set SES tells what became of them. */
export interface MailSender {
  address: string
  /** Whom people see as the sender. */
  name: string
  configurationSet: string
}

/** Which letter an event of SES speaks of. */
export const letterTag = 'kaimen-letter'

/**
 * Letters through Amazon SES (API v2, SendEmail), signed like every other call. Never repeated by itself: SES knows no
 * idempotency token, so only an answer that says "not taken" may be tried again.
 */
export function sesMail(place: AwsPlace, sender: MailSender): Mail {
  const { region, credentials, now, send = sendOnce } = place
  return {
    send: async (letter) => {
      const url = serviceUrl(place, 'email')
      url.pathname = '/v2/email/outbound-emails'
      const body = JSON.stringify(sesInput(letter, sender))
      const request = { method: 'POST', url, headers: { 'content-type': 'application/json' }, body } as const
      const headers = await signedHeaders(request, { service: 'ses', region, credentials, now: now() })
      const { status } = await send({ ...request, headers })
      if (status === 200) return
      if (status === 429 || status >= 500) throw new PortalError('busy', { carrier: 'ses', status })
      // A sender not verified, a paused account, a letter SES does not take: for the engineer to hear of.
      throw new Error(`SES answered ${status}`)
    },
  }
}

function sesInput(
  { key, to, subject, text, html, leaveUrl }: Letter,
  { address, name, configurationSet }: MailSender,
) {
  const words = (Data: string) => ({ Data, Charset: 'UTF-8' })
  const Headers = [
    // RFC 3834: no holiday answers to a machine.
    { Name: 'Auto-Submitted', Value: 'auto-generated' },
    ...(leaveUrl === undefined
      ? []
      : [
          { Name: 'List-Unsubscribe', Value: `<${leaveUrl}>` },
          { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
        ]),
  ]
  return {
    FromEmailAddress: `${encodedWords(name)} <${address}>`,
    Destination: { ToAddresses: [to] },
    Content: {
      Simple: { Subject: words(subject), Body: { Text: words(text), Html: words(html) }, Headers },
    },
    ConfigurationSetName: configurationSet,
    EmailTags: [{ Name: letterTag, Value: key }],
  }
}

/** Characters of one encoded word: 42 bytes of Han at most, so that none is longer than 75 characters. */
const wordChars = 14

/** A name in Han as mail headers take it (RFC 2047 §2). */
function encodedWords(name: string): string {
  const characters = [...name]
  const words: string[] = []
  for (let at = 0; at < characters.length; at += wordChars) {
    const bytes = Buffer.from(characters.slice(at, at + wordChars).join(''))
    words.push(`=?UTF-8?B?${bytes.toString('base64')}?=`)
  }
  return words.join(' ')
}
