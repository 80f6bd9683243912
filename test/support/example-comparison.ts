import type { DraftStage } from '#core/bill.ts'
import { lineageFileName, PublishedLineage } from '#contract/published.ts'
import { alignDrafts } from '#core/lineage/align-drafts.ts'
import type { Cause } from '#core/lineage/causes.ts'
import { causesAlong } from '#core/lineage/causes-along.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { exampleDraft } from './example-law.ts'

/*
 * Three texts of one invented regulation in which everything happens that can: words change, articles are added,
 * taken out, moved, split and merged, and most get another number.
 */

const first = `云溪市养老服务条例
第一章 总则
第一条 为了促进养老服务发展，维护老年人合法权益，根据有关法律、行政法规，结合本市实际，制定本条例。
第二条 本市行政区域内的养老服务及其监督管理，适用本条例。
第三条 养老服务应当坚持政府主导、社会参与、保障基本、普惠多样的原则。
第四条 市、区人民政府应当将养老服务事业发展经费列入本级财政预算，建立与老年人口增长相适应的投入机制。
第二章 社区养老
第五条 新建住宅小区应当按照每百户不少于十五平方米的标准配建社区养老服务用房，与住宅同步规划、同步建设、同步验收、同步交付使用。
第六条 社区应当设立老年食堂。老年食堂的饭菜价格由市人民政府统一规定。
第七条 社区养老服务机构应当公开服务项目、收费标准和投诉电话；收取押金的，应当存入专用账户，不得挪作他用。
第八条 对独居、空巢、失能老年人，居民委员会应当每周至少探访一次。
第三章 机构养老
第九条 养老机构应当与收住的老年人或者其代理人订立服务协议，明确双方权利义务。
第十条 养老机构应当建立入院评估制度，按照老年人的身体状况确定照料护理等级。
第十一条 养老机构不得歧视、虐待老年人。
第四章 附则
第十二条 本条例自2027年1月1日起施行。`

const second = `云溪市养老服务条例
第一章 总则
第一条 为了促进养老服务发展，维护老年人合法权益，根据有关法律、行政法规，结合本市实际，制定本条例。
第二条 本市行政区域内的养老服务及其监督管理，适用本条例。
第三条 养老服务应当坚持政府主导、社会参与、保障基本、普惠多样的原则。
第四条 本市鼓励邻里之间互相帮助，支持低龄老年人为高龄老年人提供志愿服务，志愿服务时间可以记录、兑换。
第五条 市、区人民政府应当将养老服务事业发展经费列入本级财政预算，建立与老年人口增长相适应的投入机制。
第二章 社区养老
第六条 对独居、空巢、失能老年人，居民委员会应当每周至少探访一次。
第七条 新建住宅小区应当按照每百户不少于二十平方米的标准配建社区养老服务用房，与住宅同步规划、同步建设、同步验收、同步交付使用。
第八条 社区养老服务机构应当公开服务项目、收费标准和投诉电话。
第九条 社区养老服务机构收取押金的，应当存入专用账户，不得挪作他用。
第三章 机构养老
第十条 养老机构应当与收住的老年人或者其代理人订立服务协议，明确双方权利义务。
第十一条 养老机构应当建立入院评估制度，按照老年人的身体状况确定照料护理等级。
第十二条 养老机构不得歧视、虐待老年人。
第四章 附则
第十三条 本条例自2027年3月1日起施行。`

const enacted = second
  .replace('每周至少探访一次', '每周至少探访一次，记录探访情况')
  .replace('\n第十一条 养老机构应当建立入院评估制度，按照老年人的身体状况确定照料护理等级。', '')
  .replace('第十二条 养老机构', '第十一条 养老机构')
  .replace('第十三条 本条例', '第十二条 本条例')

/** The three texts of the bill, oldest first. */
export function carefulDrafts(billId: string): ReturnType<typeof exampleDraft>[] {
  const made = (at: number, stage: DraftStage, text: string) =>
    exampleDraft(`${billId}-${at}`, billId, stage, '云溪市养老服务条例', parseDraft(text).provisions)
  return [made(1, 'consultation', first), made(2, 'secondReading', second), made(3, 'enacted', enacted)]
}

/**
 * The lineage of the first two as the legislature publishes it, every changed article with its cause, and of the first
 * and the last, whose articles carry those causes along.
 */
export function carefulLineage(billId: string): Record<string, unknown> {
  const [from, to, last] = carefulDrafts(billId)
  if (!from || !to || !last) throw new Error('there are three')
  const cause = (side: string, provisionId: string, kind: string, sentence: string) => ({
    side,
    provisionId,
    kind,
    sentence,
  })
  const lineage = PublishedLineage.parse({
    fromDraftId: from.id,
    toDraftId: to.id,
    links: alignDrafts(from.provisions, to.provisions),
    causes: [
      cause('to', 'art-4', 'deliberation', '常委会组成人员建议把邻里互助写进总则。'),
      cause('to', 'art-7', 'opinions', '很多居民说十五平方米只够放两张桌子，提高到二十平方米。'),
      cause('from', 'art-6', 'opinions', '老年食堂价格统一规定难以执行，改由各区按实际情况办。'),
      cause('to', 'art-8', 'department', '市民政局建议收费公开和押金管理分开规定。'),
      cause('to', 'art-9', 'department', '市民政局建议收费公开和押金管理分开规定。'),
      cause('to', 'art-13', 'technical', '施行日期后移，留出准备时间。'),
    ],
  })
  const step = { fromDraftId: from.id, toDraftId: to.id }
  const onward = alignDrafts(to.provisions, last.provisions)
  const carried = causesAlong(
    alignDrafts(from.provisions, last.provisions),
    [],
    [
      { ...step, links: lineage.links ?? [], causes: lineage.causes as Cause[] },
      { fromDraftId: to.id, toDraftId: last.id, links: onward, causes: [] },
    ],
  )
  const along = { fromDraftId: from.id, toDraftId: last.id, causes: carried }
  return {
    [lineageFileName(from.id, to.id)]: lineage,
    [lineageFileName(from.id, last.id)]: PublishedLineage.parse(along),
  }
}
