import type { RequestListener } from 'node:http'
import { stylesheetPath } from '#contract/page-paths.ts'
import { printInstant } from '#contract/print-time.ts'
import { xmlText } from '#core/xml.ts'
import type { KeptLetter, Outbox } from './outbox.ts'

export const outboxPath = '/outbox'

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
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>试用发件箱 - 开门</title>
<link rel="stylesheet" href="${stylesheetPath}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style>
.outbox { max-width: 44rem; margin: 0 auto; padding: 3rem 1.25rem; }
.outbox article { background: var(--sheet); border: 1px solid var(--rule); border-radius: var(--radius);
  padding: 1rem 1.25rem; margin: 1.5rem 0; overflow-wrap: anywhere; }
.outbox h2 { margin: 0 0 .25rem; font-size: 1.2rem; }
.outbox pre { font: inherit; white-space: pre-wrap; margin: 1rem 0 0; }
</style>
</head>
<body>
<main class="outbox">
<h1>试用发件箱</h1>
<p>这是本机试用的发件箱：信只存在这台电脑上，不会真的发出去。</p>
<p class="soft" lang="en">Trial outbox: letters stay on this machine and are never sent.</p>
${letters.length === 0 ? '<p>还没有信。</p>' : letters.map((letter) => letterMarkup(letter, utcOffsetMinutes)).join('\n')}
<p><a href="/">返回首页</a></p>
</main>
</body>
</html>
`
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
