import type { TaskOnDevice } from '../engine/collector.ts'

/** The task a printed form belongs to: the one on its very draft, else the newest of its bill. */
export function taskOfForm(
  tasks: readonly TaskOnDevice[],
  form: { billId: string; draftId?: string },
): TaskOnDevice | undefined {
  const ofBill = tasks.filter(({ bill }) => bill.id === form.billId)
  const newest = ofBill.toSorted((a, b) => (a.draft.date < b.draft.date ? 1 : -1))[0]
  return ofBill.find(({ draft }) => draft.id === form.draftId) ?? newest
}
