import type { Role } from '#core/member.ts'
import type { Demo } from './demo/demo-type.ts'

/** A person who can sign in to the local portal. The login is also the identity provider's subject. */
export interface Account {
  login: string
  name: string
  role: Role
  /** 「林静 · 法工委」: who they are, and what they can do here. */
  doesZh: string
  doesEn: string
}

const work: Record<Role, { zh: string; en: string }> = {
  legislator: {
    zh: '法工委工作人员：发布草案、研究意见、公布采纳情况',
    en: 'legislative staff: drafts, opinions, decisions',
  },
  liaison: { zh: '联络员：领任务、上传意见', en: 'liaison: tasks, uploads' },
  collector: { zh: '信息采集员：收集、记录意见', en: 'collector: writes opinions down' },
  admin: { zh: '管理员：成员与联系点', en: 'administrator: members and contact points' },
  auditor: { zh: '监督人员：查看全过程留痕', en: 'auditor: the trail of who did what' },
}

/** One account for every member of the demo: no passwords, this machine only. */
export function accountsOf({ members, contactPoints }: Pick<Demo, 'members' | 'contactPoints'>): Account[] {
  return members.map(({ subject, name, role, contactPointId }) => {
    const point = contactPoints.find(({ id }) => id === contactPointId)
    const { zh, en } = work[role]
    return { login: subject, name, role, doesZh: (point?.name ?? '') + zh, doesEn: en }
  })
}
