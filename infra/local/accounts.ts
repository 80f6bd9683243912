import type { ContactPointId, MemberId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'

/** A person who can sign in to the local portal. The login is also the identity provider's subject. */
export interface Account {
  login: string
  name: string
  role: Member['role']
  /** What they do, for the accounts page and the terminal. */
  doesZh: string
  doesEn: string
  contactPointId?: ContactPointId
}

/** One account per role, two liaisons because no contact point may see another's opinions. */
export function makeAccounts(contactPoints: readonly { id: string; name: string }[]): Account[] {
  const [first, second] = contactPoints
  const at = (point: { id: string } | undefined) =>
    point === undefined ? {} : { contactPointId: point.id as ContactPointId }
  return [
    {
      login: 'legislator',
      name: '林静',
      role: 'legislator',
      doesZh: '法工委工作人员：发布草案、研究意见、公布采纳情况',
      doesEn: 'legislative staff: publish drafts, decide opinions',
    },
    {
      login: 'liaison',
      name: '周海燕',
      role: 'liaison',
      doesZh: `${first?.name ?? '基层立法联系点'}联络员：领任务、上传意见`,
      doesEn: 'liaison of the first contact point',
      ...at(first),
    },
    {
      login: 'liaison2',
      name: '吴建国',
      role: 'liaison',
      doesZh: `${second?.name ?? '另一基层立法联系点'}联络员：领任务、上传意见`,
      doesEn: 'liaison of the second contact point',
      ...at(second),
    },
    {
      login: 'collector',
      name: '陈小满',
      role: 'collector',
      doesZh: `${first?.name ?? '基层立法联系点'}信息采集员：收集、记录意见`,
      doesEn: 'collector at the first contact point',
      ...at(first),
    },
    {
      login: 'admin',
      name: '赵明',
      role: 'admin',
      doesZh: '管理员：成员与联系点',
      doesEn: 'administrator: members and contact points',
    },
    {
      login: 'auditor',
      name: '孙悦',
      role: 'auditor',
      doesZh: '监督人员：查看全过程留痕',
      doesEn: 'auditor: the trail of who did what',
    },
  ]
}

/** The member an account is. */
export function memberOf(account: Account): Member {
  return {
    id: `m-${account.login}` as MemberId,
    subject: account.login,
    name: account.name,
    role: account.role,
    ...(account.contactPointId === undefined ? {} : { contactPointId: account.contactPointId }),
    active: true,
    rev: 0,
  }
}
