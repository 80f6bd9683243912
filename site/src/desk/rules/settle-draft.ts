import type { OpinionHistory, OpinionRevision } from '#contract/revision-api.ts'

export const writtenFields = ['drafted', 'proposedText', 'reason'] as const
export type WrittenField = (typeof writtenFields)[number]
export type WrittenTexts = Record<WrittenField, string>

/** What a person makes of versions that passed each other: whose 原话 stands, and the texts beside it. */
export interface SettleDraft {
  base: string
  texts: WrittenTexts
}

/** The versions somebody has to choose from, oldest first. */
export function unsettledVersions({ revisions, unsettled }: OpinionHistory): OpinionRevision[] {
  return revisions.filter(({ id }) => unsettled.includes(id))
}

/** Where choosing begins: the newest version's 原话, and of each text the newest that says something. */
export function newSettleDraft(versions: readonly OpinionRevision[]): SettleDraft {
  const newestFirst = versions.toReversed()
  const textOf = (field: WrittenField) => newestFirst.find((version) => version[field])?.[field] ?? ''
  return {
    base: newestFirst[0]?.id ?? '',
    texts: { drafted: textOf('drafted'), proposedText: textOf('proposedText'), reason: textOf('reason') },
  }
}

/** The whole of one version: its 原话 and its texts. */
export function takeVersion(version: OpinionRevision): SettleDraft {
  const { id, drafted = '', proposedText = '', reason = '' } = version
  return { base: id, texts: { drafted, proposedText, reason } }
}
