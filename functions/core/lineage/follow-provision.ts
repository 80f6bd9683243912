import { findWords } from '../text/find-words.ts'
import type { ProvisionId } from '../ids.ts'
import type { LineageKind, LineageLink } from './lineage.ts'
import { isContainer } from './lineage-units.ts'
import { articleIdOf, provisionWords, type Provision, walkProvisions } from '../draft/provision.ts'
import { likeness } from '../text/text-likeness.ts'

/** Where a provision of the older draft is in the newer one. */
export interface FollowedProvision {
  /** What became of its article; `undefined` for a provision the older draft does not have. */
  kind: LineageKind | undefined
  /** The provisions it became, nearest first: the same 款 or 项 where it was found, else its articles. Empty: removed. */
  to: ProvisionId[]
  /** The first of `to` is the provision itself, of its own kind, not merely the article it should be in. */
  exact: boolean
  /** Whether the quoted words still stand there; `undefined` without a quote. */
  quoteStands: boolean | undefined
}

/** So much of a 款 or 项 must have gone over for it to be the same one. */
const samePart = 0.5

/**
 * Follows a provision of the older draft into the newer one, for opinions, decisions and links (R7). `quote`: the words
 * that were pointed at; where an article was split, they decide which part it is. A 编 章 节 is followed by its title,
 * else by where most of its articles went.
 */
export function followProvision(
  links: readonly LineageLink[],
  from: readonly Provision[],
  to: readonly Provision[],
  id: ProvisionId,
  quote?: string,
): FollowedProvision {
  const asked = [...walkProvisions(from)].find((provision) => provision.id === id)
  if (asked === undefined) return { kind: undefined, to: [], exact: false, quoteStands: undefined }
  const unitId = unitOf(from, id)
  const link = links.find((candidate) => candidate.from.includes(unitId))
  if (link === undefined || (isContainer(asked) && unitId !== asked.id))
    return followChapter(asked, links, to)
  const whole = [...walkProvisions(to)].filter((provision) => link.to.includes(provision.id))
  const byQuote = (provision: Provision): boolean =>
    quote !== undefined && findWords(provisionWords(provision), quote) !== undefined
  const inside = asked.id === unitId ? whole : whole.flatMap(({ children }) => [...walkProvisions(children)])
  const alike = asked.id === unitId ? rankWhole(asked, whole) : rankParts(asked, inside)
  const found = [...alike.filter(byQuote), ...alike.filter((provision) => !byQuote(provision))]
  const targets =
    found.length > 0 ? found : [...whole.filter(byQuote), ...whole.filter((part) => !byQuote(part))]
  return {
    kind: link.kind,
    to: targets.map((provision) => provision.id),
    exact: found.length > 0,
    quoteStands: quote === undefined ? undefined : targets.some(byQuote),
  }
}

/** The article a provision stands in, or what it is linked as outside articles. */
function unitOf(provisions: readonly Provision[], id: ProvisionId): ProvisionId {
  const holds = (provision: Provision): boolean => provision.id === id || provision.children.some(holds)
  const within = (among: readonly Provision[]): Provision | undefined => {
    const here = among.find(holds)
    if (here === undefined || here.kind === 'article' || here.id === id) return here
    const child = here.children.find(holds)
    return child !== undefined && (child.kind === 'article' || isContainer(child))
      ? within(here.children)
      : here
  }
  return within(provisions)?.id ?? articleIdOf(id)
}

function rankWhole(asked: Provision, whole: readonly Provision[]): Provision[] {
  const words = provisionWords(asked)
  const scores = new Map(whole.map((provision) => [provision, likeness(words, provisionWords(provision))]))
  return whole.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0))
}

/** The one 款, 项 or 目 that says most nearly the same; its own kind before another. */
function rankParts(asked: Provision, parts: readonly Provision[]): Provision[] {
  let best: { part: Provision; score: number } | undefined
  for (const part of parts) {
    const score = likeness(asked.text, part.text) + (part.kind === asked.kind ? 0.1 : 0)
    if (score >= samePart && score > (best?.score ?? 0)) best = { part, score }
  }
  return best === undefined ? [] : [best.part]
}

function followChapter(
  asked: Provision,
  links: readonly LineageLink[],
  to: readonly Provision[],
): FollowedProvision {
  const chapters = [...walkProvisions(to)].filter(({ kind }) => kind === asked.kind)
  const held = new Set<string>([...walkProvisions(asked.children)].map(({ id }) => id))
  const came = new Set<string>(links.flatMap((link) => (link.from.some((id) => held.has(id)) ? link.to : [])))
  const counted = chapters
    .map((chapter) => ({
      chapter,
      titled: chapter.heading !== undefined && chapter.heading === asked.heading,
      count: [...walkProvisions(chapter.children)].filter(({ id }) => came.has(id)).length,
    }))
    .filter(({ titled, count }) => titled || count > 0)
    .sort((a, b) => Number(b.titled) - Number(a.titled) || b.count - a.count)
  const [best] = counted
  const ids = best === undefined ? [] : [best.chapter.id]
  const kind = best === undefined ? 'removed' : best.chapter.label === asked.label ? 'same' : 'renumbered'
  return {
    kind: best !== undefined && !best.titled ? 'edited' : kind,
    to: ids,
    exact: ids.length > 0,
    quoteStands: undefined,
  }
}
