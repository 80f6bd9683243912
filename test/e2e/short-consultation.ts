import type { PortalClient } from '../support/portal-client.ts'

/** A regulation of our own, small enough to decide whole within a test. */
const consulted = `云溪市社区公共座椅管理规定
第一章 总则
第一条 为了方便居民歇脚、交往，规范社区公共座椅的设置和管理，制定本规定。
第二条 本市社区公共座椅的设置、使用和维护，适用本规定。
第二章 设置与维护
第三条 公共座椅由街道办事处设置。设置的位置和数量应当征求周边居民的意见。
第四条 公共座椅损坏的，应当在三十日内修复。
第五条 禁止在公共座椅上躺卧。
第三章 附则
第六条 本规定自2027年6月1日起施行。
`

/** The later draft: an article put in, so that numbers move, and four articles reworded. */
const later = `云溪市社区公共座椅管理规定
第一章 总则
第一条 为了方便居民歇脚、交往，规范社区公共座椅的设置、使用和管理，制定本规定。
第二条 本市社区公共座椅的设置、使用和维护，适用本规定。
第三条 公共座椅的设置应当适合老年人、残疾人使用，设有靠背和扶手。
第二章 设置与维护
第四条 公共座椅由街道办事处设置。设置的位置和数量应当征求周边居民的意见。
第五条 公共座椅损坏的，应当在七日内修复。
第六条 引导居民文明使用公共座椅，不长时间躺卧。
第三章 附则
第七条 本规定自2027年9月1日起施行。
`

/** The three drafts in turn: in the last one article is reworded again. */
export const draftTexts = [consulted, later, later.replace('应当在七日内修复', '应当在五日内修复')] as const

export interface ShortConsultation {
  billId: string
  id: string
  laterDraftId: string
  closesAt: number
}

/** Prepares and announces a consultation that opens now and closes in `openMs`, with a task for each contact point given. */
export async function openShortConsultation(
  legislator: PortalClient,
  { openMs, contactPointIds = [], name }: { openMs: number; contactPointIds?: string[]; name: string },
): Promise<ShortConsultation> {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const billId = `bench-${name}`
  await legislator.read('/office/api/bills', {
    json: {
      id: billId,
      title: `云溪市社区公共座椅管理规定（${name}）`,
      summary: '公共座椅设在哪里、坏了谁修。',
    },
  })
  const draft = async (id: string, stage: string, text: string) =>
    legislator.read(`/office/api/bills/${billId}/drafts`, { json: { id, stage, datedOn: today(), text } })
  await draft(`${billId}-1`, 'consultation', consulted)
  const opensAt = Date.now()
  const closesAt = opensAt + openMs
  const prepared = await legislator.read<{ id: string; rev: number }>('/office/api/consultations', {
    json: {
      billId,
      draftId: `${billId}-1`,
      opensAt: new Date(opensAt).toISOString(),
      closesAt: new Date(closesAt).toISOString(),
      shortWindowReason: '试验用，窗口很短',
      explanatoryNote: '社区里能坐的地方太少。',
      categories: ['居民', '商户'],
      guidingQuestions: ['哪里最需要座椅？'],
      answerExpectedOn: inDays(20),
      postalAddress: '云溪市人民路1号',
      phone: '0000-1234',
      tasks: contactPointIds.map((contactPointId) => ({ contactPointId, dueOn: today(), note: '' })),
    },
  })
  await legislator.read(`/office/api/consultations/${prepared.id}/announce`, {
    method: 'POST',
    headers: { 'if-match': `"${prepared.rev}"` },
  })
  await draft(`${billId}-2`, 'secondReading', later)
  return { billId, id: prepared.id, laterDraftId: `${billId}-2`, closesAt }
}

/** What a legislator writes into one row. */
export function decisionFor(verbatim: string): Record<string, string> {
  if (verbatim.includes('修'))
    return {
      采纳情况: '采纳',
      采纳后条款: '第五条',
      采纳后文字: '在七日内修复',
      答复理由: '修复期限缩短为七日。',
    }
  if (verbatim.includes('靠背'))
    return {
      采纳情况: '部分采纳',
      采纳后条款: '第三条',
      采纳后文字: '设有靠背和扶手',
      答复理由: '新增一条，对靠背和扶手作了规定。',
    }
  return { 采纳情况: '未采纳', 答复理由: '属于日常管理，由街道在设置时安排。' }
}

/** Names, as a script would, the cause of every change the later draft still owes one for (R6): `n` articles. */
export async function nameTheCauses(
  legislator: PortalClient,
  { billId, laterDraftId }: Pick<ShortConsultation, 'billId' | 'laterDraftId'>,
): Promise<number> {
  const path = `/office/api/bills/${billId}/lineage/${billId}-1/${laterDraftId}/causes`
  const { missing } = await legislator.read<{ missing: { side: string; provisionId: string }[] }>(path)
  const causes = missing.map(({ side, provisionId }) => ({
    side,
    provisionId,
    kind: 'deliberation',
    sentence: '审议时提出。',
    decisions: [],
  }))
  const { named } = await legislator.read<{ named: unknown[] }>(path, { json: { causes } })
  return named.length
}

/** The date in China. */
export const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
