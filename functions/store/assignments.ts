import { Assignment, type Assignments } from '#core/deciding/assignment.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

/** Assignments 承办人 on the table `desk`, one item an article. */
export function makeAssignments(desk: Desk): Assignments {
  return {
    listOf: (consultationId) => desk.list(Assignment, deskKeys.assignments(consultationId)),
    put: (assignment, readRev) =>
      desk.put(deskKeys.assignment(assignment.consultationId, assignment.article), assignment, readRev),
  }
}
