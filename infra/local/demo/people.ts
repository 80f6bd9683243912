import type { DemoMember } from './demo-type.ts'

/** One member for each role, and a second one where two people at once matter. */
export const demoMembers: DemoMember[] = [
  { id: 'm-legislator', subject: 'legislator', name: '林静', role: 'legislator' },
  { id: 'm-legislator2', subject: 'legislator2', name: '何文斌', role: 'legislator' },
  { id: 'm-liaison', subject: 'liaison', name: '周海燕', role: 'liaison', contactPointId: 'xijie' },
  { id: 'm-liaison2', subject: 'liaison2', name: '吴建国', role: 'liaison', contactPointId: 'hexi' },
  { id: 'm-collector', subject: 'collector', name: '陈小满', role: 'collector', contactPointId: 'xijie' },
  { id: 'm-admin', subject: 'admin', name: '赵明', role: 'admin' },
  { id: 'm-auditor', subject: 'auditor', name: '孙立', role: 'auditor' },
]
