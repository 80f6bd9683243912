import type { ProvisionId } from '#core/ids.ts'
import type { Provision } from '#core/draft/provision.ts'
import type { ReceiptCode } from '#core/collecting/receipt.ts'

/** Everything a form says, from the office API or from what a device took along. */
export interface PaperTask {
  origin: string
  /** Who asks: 云溪市人大常委会. */
  organ: string
  bill: { id: string; title: string; summary: string }
  draft: { id: string; title: string; stageName: string; provisions: readonly Provision[] }
  contactPoint: { id: string; name: string; address: string; phone: string }
  /** As people say them, in the paper's language. */
  closes: string
  answerExpected: string
  noticeVersion: string
  categories: readonly string[]
  questions: readonly string[]
  /** 「示例城市，示例数据」 where this is not a real legislature. */
  exampleMark: string | undefined
}

/** How it is printed. */
export interface PaperChoices {
  kind: 'form' | 'slips'
  large: boolean
  /** Left empty: the form may then be copied, and codes are written by hand from a page of slips. */
  codes: 'printed' | 'byHand'
  asked: readonly ProvisionId[]
  copies: number
}

/** The codes of one form or of one page of slips; `undefined` in a preview, and where they are written by hand. */
export type SheetCodes = readonly ReceiptCode[] | undefined

/** Opinions, and so slips, on one form: one fewer in large type. */
export function boxesOf({ kind, large }: Pick<PaperChoices, 'kind' | 'large'>): number {
  if (kind === 'slips') return slipsPerPage
  return large ? 2 : 3
}

export const slipsPerPage = 10
