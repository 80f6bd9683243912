import { JointAnswer, type JointAnswers } from '#core/deciding/joint-answer.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

/** Answers to whole articles 一并答复 on the table `desk`. */
export function makeJointAnswers(desk: Desk): JointAnswers {
  return {
    listOf: (consultationId) => desk.list(JointAnswer, deskKeys.jointAnswers(consultationId)),
    find: (consultationId, id) => desk.find(JointAnswer, deskKeys.jointAnswer(consultationId, id)),
    put: (answer, readRev) =>
      desk.put(deskKeys.jointAnswer(answer.consultationId, answer.id), answer, readRev),
  }
}
