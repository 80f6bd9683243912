import { readFileSync } from 'node:fs'
import { changeTypeNames, outcomeNames, readName } from '#core/names.ts'
import type { ChangeType } from '#core/opinion.ts'
import type { DemoDecision } from './demo-type.ts'

/** One hand-written voice: a line of a file in `texts/`. */
export interface Voice {
  citation: string | null
  changeType: ChangeType
  category: string
  area: string
  /** Words of the draft it points at. */
  quote?: string
  verbatim: string
  proposedText?: string
  reason?: string
  drafted?: string
  decision?: DemoDecision
}

interface Line {
  citation: string | null
  cells: string[]
}

/** Lines of a voices file under their `@` citation, cells trimmed; comments and blank lines left out. */
function readLines(file: string): Line[] {
  const lines: Line[] = []
  let citation: string | null = null
  for (const line of readFileSync(new URL(`texts/${file}`, import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith('@')) citation = line.slice(1).trim() === '全文' ? null : line.slice(1).trim()
    else if (line.trim() !== '' && !line.startsWith('#'))
      lines.push({ citation, cells: line.split('|').map((cell) => cell.trim()) })
  }
  return lines
}

function voiceOf({ citation, cells }: Line): Voice {
  const [type = '', category = '', area = '', verbatim = '', proposedText = ''] = cells
  const changeType = readName(changeTypeNames, type)
  if (changeType === undefined || verbatim === '') throw new Error(`a demo voice cannot be read: ${type}`)
  return { citation, changeType, category, area, verbatim, ...(proposedText && { proposedText }) }
}

/** 类型 | 类别 | 区域 | 原话 | 拟改文字 | 理由 | 法言法语 */
export function readVoices(file: string): Voice[] {
  return readLines(file).map((line) => {
    const [reason, drafted] = line.cells.slice(5)
    return { ...voiceOf(line), ...(reason && { reason }), ...(drafted && { drafted }) }
  })
}

/** 类型 | 类别 | 区域 | 原话 | 拟改文字 | 采纳情况 | 答复理由 | 条款 | 文字, the last two in `draftId`. */
export function readAnsweredVoices(file: string, draftId: string): Voice[] {
  return readLines(file).map((line) => {
    const [outcomeName = '', reason = '', citation, quote] = line.cells.slice(5)
    const outcome = readName(outcomeNames, outcomeName)
    if (outcome === undefined || reason === '') throw new Error('a demo decision cannot be read')
    const resulting = citation && quote ? { resulting: { draftId, citation, quote } } : {}
    return { ...voiceOf(line), decision: { outcome, reason, ...resulting } }
  })
}
