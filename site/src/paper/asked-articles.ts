import { findProvision } from '#core/draft/find-provision.ts'
import type { ProvisionId } from '#core/ids.ts'
import { numeralChars } from '#core/draft/numerals.ts'
import { articleIdOf, articlesOf, type Provision } from '#core/draft/provision.ts'

/** How many articles a form shows when nobody has said which. */
const firstArticles = 3

const citation = new RegExp(`第[${numeralChars}]+条(?:之[${numeralChars}]+)?`, 'gu')

/**
 * The articles worth asking about: those that the legislature's words to the contact point or to the public name, in
 * the order of the draft; when they name none, the first few.
 */
export function askedArticles(provisions: readonly Provision[], told: readonly string[]): ProvisionId[] {
  const named = new Set(
    told
      .flatMap((text) => text.match(citation) ?? [])
      .map((cited) => findProvision(provisions, cited)?.id)
      .flatMap((id) => (id === undefined ? [] : [articleIdOf(id)])),
  )
  const ids = articlesOf(provisions).map(({ id }) => id)
  const asked = ids.filter((id) => named.has(id))
  return asked.length > 0 ? asked : ids.slice(0, firstArticles)
}
