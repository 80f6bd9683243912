import type { Language } from '#contract/page-paths.ts'
import type { PublishedBill } from '#contract/published.ts'
import { printDate } from '#contract/print-time.ts'
import { stageNamesIn } from './names.ts'

/** What people call one text among those of its bill: its stage, with the date where two share a stage. */
export function draftName(
  { drafts }: Pick<PublishedBill, 'drafts'>,
  draft: PublishedBill['drafts'][number],
  language: Language,
): string {
  const name = stageNamesIn[language][draft.stage]
  const isAlone = drafts.filter(({ stage }) => stage === draft.stage).length === 1
  const date = printDate(draft.datedOn, language)
  return isAlone ? name : language === 'zh' ? `${name}（${date}）` : `${name} of ${date}`
}
