import type { AnswerSheet } from '#contract/answer-sheet.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { answerSheetXlsx } from '../../documents/answer-sheet-xlsx.ts'

/** The answers of an upload as the bytes of a workbook; nothing is kept of them. Refuses `not-permitted`. */
export async function writeAnswerSheet(
  member: Member,
  sheet: AnswerSheet,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  requirePermission(member, 'batch.upload')
  return { fileName: `${sheet.title}.xlsx`, bytes: await answerSheetXlsx(sheet) }
}
