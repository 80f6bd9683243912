import { all, need } from './dom.ts'

/**
 * A letter's link, `#confirm=…` or `#leave=…`: shows that part with its code filled in and takes the code out of the
 * address. The button stays a person's: programs that look at mail follow links.
 */
function readFragment(): void {
  const [, name, code] = /^#(confirm|leave)=([0-9A-Za-z]{1,60})$/.exec(location.hash) ?? []
  if (name === undefined || code === undefined) return
  for (const part of all(document, '[data-part]')) part.hidden = part.dataset['part'] !== name
  const form = need(document, `[data-part="${name}"] form`)
  need<HTMLInputElement>(form, '[name="code"]').value = code.replace(/(.{4})(?=.)/g, '$1 ')
  history.replaceState(null, '', location.pathname)
  need(form, 'button').focus()
}

addEventListener('hashchange', readFragment)
readFragment()
