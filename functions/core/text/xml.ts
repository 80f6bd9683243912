const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** What XML 1.0 (§2.2) cannot hold at all: most C0 controls, lone surrogates, U+FFFE and U+FFFF. */
const unwritable = /(?![\t\n\r\u007f-\u009f])\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu

function writable(text: string): string {
  return text.replace(unwritable, '\ufffd')
}

/** Text as XML character data. Rare Han stand as themselves; what XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return writable(text).replace(/[&<>\r]/g, (character) => references[character] ?? character)
}

function xmlAttribute(text: string): string {
  return writable(text).replace(/[&<>"\t\n\r]/g, (character) => references[character] ?? character)
}

/** One element. `content` is XML already; attributes are plain text, and an `undefined` one is left out. */
export function xmlElement(
  name: string,
  attributes: Record<string, string | undefined>,
  content = '',
): string {
  let opening = name
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) opening += ` ${key}="${xmlAttribute(value)}"`
  return content === '' ? `<${opening}/>` : `<${opening}>${content}</${name}>`
}
