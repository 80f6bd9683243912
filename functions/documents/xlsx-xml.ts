import { PortalError } from '#core/portal-error.ts'

/** What a part of a workbook is made of, in order. Names come without their namespace prefix. */
export interface XmlHandlers {
  /** `attributes` is the raw text between name and `>`; read it with `attribute()`. */
  open(name: string, attributes: string): void
  close(name: string): void
  text(text: string): void
}

/** A cell holds 32,767 characters; nothing honest between two `<` comes near this. */
const maxTokenChars = 4 * 1024 * 1024

/**
 * Reads XML chunk by chunk without building a tree; memory is one token. Knows what spreadsheets need and no more:
 * elements, text, CDATA, the five named entities and character references. A DOCTYPE is refused, so no entity can
 * be declared (billion laughs, XXE).
 *
 * @throws PortalError `unsafe-archive` with reason `doctype` or `broken-xml`
 */
export async function readXml(chunks: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    rest = consume(rest + decoder.decode(chunk, { stream: true }), handlers)
    if (rest.length > maxTokenChars) throw broken()
  }
  rest = consume(rest + decoder.decode(), handlers)
  if (rest.trim() !== '') throw broken()
}

/** Handles every complete token of `xml` and returns what is left. */
function consume(xml: string, handlers: XmlHandlers): string {
  let at = 0
  for (;;) {
    const start = xml.indexOf('<', at)
    if (start < 0) return xml.slice(at)
    const end = tokenEnd(xml, start)
    if (end < 0) return xml.slice(at)
    if (start > at) handlers.text(decodeEntities(xml.slice(at, start)))
    handleToken(xml, start, end, handlers)
    at = end
  }
}

/** The place after the token that starts at `start`; -1 while it is not complete. */
function tokenEnd(xml: string, start: number): number {
  if (xml.startsWith('<!--', start)) return after(xml, '-->', start + 4)
  if (xml.startsWith('<![CDATA[', start)) return after(xml, ']]>', start + 9)
  if (xml.startsWith('<?', start)) return after(xml, '?>', start + 2)
  // A `<!` cut off by the end of a chunk could still become a comment or CDATA.
  if (xml[start + 1] === '!' && xml.length - start < 9) return -1
  return tagEnd(xml, start)
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from)
  return found < 0 ? -1 : found + mark.length
}

/** A `>` inside quotes does not end a tag. One pass, however many quotes a hostile file holds. */
function tagEnd(xml: string, start: number): number {
  let end = xml.indexOf('>', start)
  for (let at = start; end >= 0 && at < end; at += 1) {
    const char = xml[at]
    if (char !== '"' && char !== "'") continue
    at = xml.indexOf(char, at + 1)
    if (at < 0) return -1
    if (at > end) end = xml.indexOf('>', at)
  }
  return end < 0 ? -1 : end + 1
}

function handleToken(xml: string, start: number, end: number, handlers: XmlHandlers): void {
  const second = xml[start + 1]
  if (second === '?') return
  if (second === '!') {
    if (xml.startsWith('<![CDATA[', start)) handlers.text(xml.slice(start + 9, end - 3))
    else if (!xml.startsWith('<!--', start)) throw new PortalError('unsafe-archive', { reason: 'doctype' })
    return
  }
  if (second === '/') {
    handlers.close(localName(xml.slice(start + 2, end - 1).trimEnd()))
    return
  }
  const selfClosing = xml[end - 2] === '/'
  const body = xml.slice(start + 1, selfClosing ? end - 2 : end - 1)
  const space = body.search(/\s/)
  const name = localName(space < 0 ? body : body.slice(0, space))
  handlers.open(name, space < 0 ? '' : body.slice(space))
  if (selfClosing) handlers.close(name)
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const patterns = new Map<string, RegExp>()

/** One attribute of an element by its local name, decoded; `undefined` when it has none. */
export function attribute(attributes: string, name: string): string | undefined {
  let pattern = patterns.get(name)
  if (!pattern) {
    pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    patterns.set(name, pattern)
  }
  const found = pattern.exec(attributes)
  return found ? decodeEntities(found[1] ?? found[2] ?? '') : undefined
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0x10ffff ? whole : String.fromCodePoint(code)
  })
}

function broken(): PortalError {
  return new PortalError('unsafe-archive', { reason: 'broken-xml' })
}
