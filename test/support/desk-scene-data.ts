import type { Consultation } from '#core/consultation.ts'
import type { BillId, ContactPointId, DraftId, MemberId } from '#core/ids.ts'
import type { Member, Role } from '#core/member.ts'
import type { CalendarDate, Instant } from '#core/time.ts'

/** Instants of the scene's window, Beijing time in the name. */
export const sceneTimes = {
  before: '2026-10-20T02:00:00.000Z' as Instant,
  opens: '2026-10-31T16:00:00.000Z' as Instant,
  during: '2026-11-10T02:00:00.000Z' as Instant,
  lastMoment: '2026-12-03T15:59:59.999Z' as Instant,
  /** The first moment of 4 December in Beijing. */
  closes: '2026-12-03T16:00:00.000Z' as Instant,
  after: '2026-12-05T02:00:00.000Z' as Instant,
}

export const eastPoint = 'cp-east' as ContactPointId
export const westPoint = 'cp-west' as ContactPointId

export function aMember(role: Role, id = role as string, contactPointId?: ContactPointId): Member {
  return {
    id: id as MemberId,
    subject: `sub-${id}`,
    name: id,
    role,
    ...(contactPointId && { contactPointId }),
    active: true,
    rev: 1,
  }
}

export const legislator = aMember('legislator')
export const admin = aMember('admin')
export const auditor = aMember('auditor')
export const liaison = aMember('liaison', 'liaison', eastPoint)
export const westLiaison = aMember('liaison', 'west-liaison', westPoint)

/** A made-up regulation, as asked about. */
export const askedStatute = `云溪市河岸使用条例（草案）

第一章 总则

第一条 为了规范河岸使用，保障市民休闲，制定本条例。

第二条 本市行政区域内河岸的使用和管理，适用本条例。

第二章 使用

第三条 河岸向市民开放。
夜间照明应当满足通行需要。

第四条 在河岸禁止下列行为：
（一）垂钓；
（二）携带犬只；
（三）燃放烟花爆竹。

第五条 违反本条例规定垂钓的，处五十元罚款。

第六条 本条例自2027年5月1日起施行。
`

/** The same after the opinions: renumbered, and two bans became zones and hours. */
export const laterStatute = `云溪市河岸使用条例（草案）

第一章 总则

第一条 为了规范河岸使用，保障市民休闲，制定本条例。

第二条 本市行政区域内河岸的使用和管理，适用本条例。

第三条 河岸属于全体市民。

第二章 使用

第四条 河岸向市民开放。
夜间照明应当满足通行需要，不得影响居民休息。

第五条 在河岸垂钓应当在划定的区域内进行，每日五时至二十时开放。

第六条 携带犬只应当使用牵引绳，并即时清理粪便。

第七条 本条例自2027年5月1日起施行。
`

/** What the legislator enters for the scene's consultation. */
export function newConsultation(billId = 'riverbank' as BillId, draftId = 'rb-1' as DraftId) {
  const task = { dueOn: '2026-12-01' as CalendarDate, note: '' }
  return {
    id: 'c-river' as Consultation['id'],
    billId,
    draftId,
    opensAt: sceneTimes.opens,
    closesAt: sceneTimes.closes,
    explanatoryNote: '为什么要立这部条例。',
    categories: ['居民', '经营者'],
    guidingQuestions: ['您常去河岸吗？'],
    answerExpectedOn: '2027-01-15' as CalendarDate,
    postalAddress: '云溪市人民路1号',
    phone: '0000-12345',
    tasks: [
      { contactPointId: eastPoint, ...task },
      { contactPointId: westPoint, ...task },
    ],
  }
}
