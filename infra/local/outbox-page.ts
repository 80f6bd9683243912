import type { RequestListener } from 'node:http'
import { printInstant } from '#contract/print-time.ts'
import { xmlText } from '#core/text/xml.ts'
import { localPage } from './local-page.ts'
import type { KeptLetter, Outbox } from './outbox.ts'

export const outboxPath = '/outbox'

const style = `.outbox { max-width: 44rem; margin: 0 auto; padding: 3rem 1.25rem; }
.outbox article { background: var(--sheet); border: 1px solid var(--rule); border-radius: var(--radius);
  padding: 1rem 1.25rem; margin: 1.5rem 0; overflow-wrap: anywhere; }
.outbox h2 { margin: 0 0 .25rem; font-size: 1.2rem; }
.outbox pre { font: inherit; white-space: pre-wrap; margin: 1rem 0 0; }`

/** Shows the letters of the local portal, where nothing is ever sent out. */
export function outboxListener(outbox: Outbox, utcOffsetMinutes: number): RequestListener {
  return (_request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'",
      'referrer-policy': 'no-referrer',
    })
    response.end(outboxPage(outbox.letters(), utcOffsetMinutes))
  }
}

function outboxPage(letters: readonly KeptLetter[], utcOffsetMinutes: number): string {
  const shown = letters.map((letter) => letterMarkup(letter, utcOffsetMinutes))
  return localPage({
    title: '试用发件箱',
    name: 'outbox',
    style,
    content: `<p>这是本机试用的发件箱：信只存在这台电脑上，不会真的发出去。</p>
<p class="soft" lang="en">Trial outbox: letters stay on this machine and are never sent.</p>
${shown.length === 0 ? '<p>还没有信。</p>' : shown.join('\n')}`,
  })
}

function letterMarkup({ at, to, subject, text }: KeptLetter, utcOffsetMinutes: number): string {
  return `<article>
<h2>${xmlText(subject)}</h2>
<p class="soft">${printInstant(at, 'zh', utcOffsetMinutes)}，寄给 ${xmlText(to)}</p>
<pre>${linked(text)}</pre>
</article>`
}

/** Every address on a line of its own can be pressed, as in a mail program. */
function linked(text: string): string {
  return xmlText(text).replace(/^https?:\/\/\S+$/gm, (href) => `<a href="${href}">${href}</a>`)
}
