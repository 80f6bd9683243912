import type { StoredOpinion } from '../engine/collector.ts'

/** What is still missing before a receipt is handed out, in the order of the form. */
export type Mend = 'article' | 'stance' | 'verbatim' | 'headcount' | 'notice'

/** Things only the person in front of the screen knows they have chosen. */
export interface Chosen {
  article: boolean
  stance: boolean
}

export function opinionMends(content: StoredOpinion['content'], chosen: Chosen): Mend[] {
  const { kind, headcount } = content.proponent
  const missing: Record<Mend, boolean> = {
    article: !chosen.article && content.provisionId === null,
    stance: !chosen.stance,
    verbatim: content.verbatim.trim() === '',
    headcount: kind === 'group' && (!Number.isInteger(headcount) || headcount < 2),
    notice: content.noticeVersion === '',
  }
  return (Object.keys(missing) as Mend[]).filter((mend) => missing[mend])
}
