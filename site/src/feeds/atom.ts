import { xmlElement, xmlText } from '#core/text/xml.ts'
import type { Instant } from '#core/time.ts'
import type { Happening } from './happenings.ts'

/** One feed: where it stands, what it is called, who speaks, when it was made. */
export interface Feed {
  /** The site's origin, without a trailing slash. */
  origin: string
  /** The feed's own path; it is its identity too. */
  path: string
  /** The page it tells of. */
  pagePath: string
  title: string
  author: string
  languageTag: string
  /** Stands for a feed in which nothing has happened yet. */
  madeAt: Instant
  happenings: readonly Happening[]
}

/** Writes an Atom feed (RFC 4287), newest first, at most fifty entries. */
export function atomFeed(feed: Feed): string {
  const { origin, path, happenings } = feed
  const entries = happenings.slice(0, 50)
  const parts = [
    leaf('id', `urn:kaimen:feed:${path}`),
    leaf('title', feed.title),
    leaf('updated', entries[0]?.at ?? feed.madeAt),
    xmlElement('author', {}, leaf('name', feed.author)),
    xmlElement('link', { rel: 'self', type: 'application/atom+xml', href: origin + path }),
    xmlElement('link', { rel: 'alternate', type: 'text/html', href: origin + feed.pagePath }),
    ...entries.map((entry) => entryXml(entry, origin)),
  ]
  const attributes = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.languageTag }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlElement('feed', attributes, parts.join('\n'))}\n`
}

function entryXml({ id, at, title, summary, path }: Happening, origin: string): string {
  const parts = [
    leaf('id', id),
    leaf('title', title),
    leaf('updated', at),
    leaf('summary', summary),
    xmlElement('link', { rel: 'alternate', type: 'text/html', href: origin + path }),
  ]
  return xmlElement('entry', {}, parts.join(''))
}

function leaf(name: string, text: string): string {
  return xmlElement(name, {}, xmlText(text))
}
