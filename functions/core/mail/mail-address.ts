declare const mailAddressBrand: unique symbol
/** An e-mail address a letter can be sent to: ASCII, lower-case domain, at most 254 characters. */
export type MailAddress = string & { readonly [mailAddressBrand]: true }

const maxChars = 254
/** A mailbox name as the HTML standard takes it for `<input type=email>` (HTML, "valid email address"). */
const mailbox = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/
const domainName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/

/**
 * Reads an address as people type it: spaces around it, full-width characters of a Chinese keyboard, a domain in Han.
 * Returns `undefined` when no letter could be sent there.
 */
export function parseMailAddress(text: string): MailAddress | undefined {
  const [name = '', domain = '', ...more] = text.normalize('NFKC').trim().split('@')
  const host = hostOf(domain)
  if (more.length > 0 || host === undefined || !mailbox.test(name)) return undefined
  const address = `${name}@${host}`
  return address.length <= maxChars ? (address as MailAddress) : undefined
}

/** Punycode for names in Han, as mail systems know them (RFC 5890). */
function hostOf(domain: string): string | undefined {
  if (!/^[^\s/?#\\:@[\]]+$/.test(domain) || !URL.canParse(`http://${domain}`)) return undefined
  const { hostname } = new URL(`http://${domain}`)
  return domainName.test(hostname) ? hostname : undefined
}
