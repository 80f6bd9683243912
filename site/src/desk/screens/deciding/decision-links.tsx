import type { OfficeCauses } from '#contract/lineage-api.ts'
import { Link } from '../../parts/frame.tsx'
import { useWords } from '../../parts/language.tsx'

/** More links than this are folded away: a ban on dogs has hundreds. */
const shownLinks = 6

/** The followed opinions that concern an article, each a way to it. */
export function DecisionLinks(props: {
  decisions: OfficeCauses['decisions']
  /** How many there are besides. */
  unlisted: number
}) {
  const words = useWords()
  const { length } = props.decisions
  const links = (
    <>
      {props.decisions.map(({ consultationId, opinionId, n, outcome }) => (
        <Link key={opinionId} to={{ screen: 'opinions', consultationId, filter: { opinion: opinionId } }}>
          {words.lineage.opinionLine(n + 1, words.outcomeNames[outcome])}
        </Link>
      ))}
      {props.unlisted > 0 && <span>{words.lineage.unlisted(props.unlisted)}</span>}
    </>
  )
  if (length + props.unlisted > shownLinks)
    return (
      <details class="more pointing">
        <summary>{words.lineage.pointingCount(length + props.unlisted)}</summary>
        <p class="soft">{links}</p>
      </details>
    )
  return (
    <p class="soft pointing">
      {words.lineage.pointing}
      {words.colon}
      {links}
    </p>
  )
}
