import type { RevisionInput } from '#contract/revision-api.ts'
import { correctedIds } from '#core/log/corrected-ids.ts'
import type { OpinionId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { standBeside } from '#core/log/stand-beside.ts'
import { staffRevisionCode } from '#core/collecting/staff-revision.ts'
import type { Instant } from '#core/time.ts'
import { unsettledVersions } from '#core/log/unsettled-versions.ts'
import { type FamilyMember, isFromDesk } from './opinion-family.ts'
import { type ReviseDeps, type StoredRevision, storeRevision } from './store-revision.ts'
import { saysTheSame, staffArrival, staffContent } from './staff-arrival.ts'

/** Revisions of one opinion that nobody has put together: what the desk shows side by side. */
export function unsettledOf(deps: Pick<Deps, 'keys'>, family: readonly FamilyMember[]): OpinionId[] {
  return unsettledVersions(family.map((one) => ({ ...one, isFromDesk: isFromDesk(deps, one) })))
}

/** The same, asked of a list: whether an opinion that stands has versions nobody has put together. */
export function unsettledIn(
  deps: Pick<Deps, 'keys'>,
  corrected: ReadonlyMap<OpinionId, readonly OpinionId[]>,
): (id: OpinionId) => boolean {
  const beside = standBeside(corrected)
  const atDesk = (id: OpinionId) => isFromDesk(deps, { id, supersedes: corrected.get(id)?.[0] })
  return (id) => {
    const before = corrected.get(id)?.[0]
    return beside.has(id) || (before !== undefined && !atDesk(id) && atDesk(before))
  }
}

/**
 * Puts versions that were made at the same time together in one further revision: 原话 and place of `base`, the texts a
 * person chose or wrote. It takes the place of all of them, so that the opinion counts once (R1), and all of them stay
 * in the log and in the history (R9). Refuses `changed-meanwhile` when others stand by now than those that were read.
 */
export async function settleVersions(
  deps: ReviseDeps,
  member: Member,
  versions: { family: readonly FamilyMember[]; base: FamilyMember; settles: readonly OpinionId[] },
  input: RevisionInput,
  now: Instant,
): Promise<StoredRevision> {
  const { family, base, settles } = versions
  const written = staffContent(base, input)
  const held = family.find(
    (one) => isFromDesk(deps, one) && settles.every((id) => id === one.supersedes || one.joins?.includes(id)),
  )
  const isRepeat = held && saysTheSame(held, written.content) && sameWords(held, base)
  const standing = isRepeat ? settles : unsettledOf(deps, family)
  if (standing.length !== settles.length || !standing.every((id) => settles.includes(id)))
    throw new PortalError('changed-meanwhile', { current: standing.at(-1) ?? base.id })
  const { supersedes, joins } = isRepeat ? held : endsOf(deps, family, settles)
  const corrects = supersedes ?? base.id
  const arrival = {
    ...staffArrival(base, member, written),
    supersedes: corrects,
    ...(joins !== undefined && joins.length > 0 && { joins }),
    code: staffRevisionCode(deps.keys, corrects),
  }
  return storeRevision(deps, member, arrival, now)
}

const sameWords = (a: FamilyMember, b: FamilyMember) => a.content.verbatim === b.content.verbatim

/**
 * Which version the new one corrects and which it joins. A device knows its own version alone and may correct that once
 * more, so the new one stands where such a correction will look: behind the newest that was not written at the desk.
 */
function endsOf(
  deps: Pick<Deps, 'keys'>,
  family: readonly FamilyMember[],
  settles: readonly OpinionId[],
): Pick<FamilyMember, 'supersedes' | 'joins'> {
  const corrected = new Set(family.flatMap((one) => correctedIds(one)))
  const ends = family.filter(({ id }) => settles.includes(id) && !corrected.has(id))
  const first = ends.findLast((end) => !isFromDesk(deps, end)) ?? ends.at(-1)
  const joins = ends.filter((end) => end !== first).map(({ id }) => id)
  return { supersedes: first?.id, joins }
}
