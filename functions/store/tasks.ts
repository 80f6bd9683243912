import { Task } from '#core/task.ts'
import type { Tasks } from '#core/ports.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

/** Tasks 征询任务 on the table `desk`. */
export function makeTasks(desk: Desk): Tasks {
  return {
    listOf: (consultationId) => desk.list(Task, deskKeys.tasks, deskKeys.tasksOf(consultationId)),
    listFor: async (contactPointId) => {
      const all = await desk.list(Task, deskKeys.tasks)
      return all.filter((task) => task.contactPointId === contactPointId)
    },
    put: (task, readRev) => desk.put(deskKeys.task(task.consultationId, task.contactPointId), task, readRev),
  }
}
