import type { ContactPoint } from '#core/contact-point.ts'
import { AreaField } from '../../../parts/area-field.tsx'
import { TextField } from '../../../parts/text-field.tsx'
import { CheckField } from '../../parts/fields.tsx'
import { useWords } from '../../parts/language.tsx'
import type { PrepareForm, PrepareMend } from '../../rules/prepare-form.ts'

/** Which contact points get the task, by when, with what words. */
export function PrepareTasks(props: {
  form: PrepareForm
  set: (change: Partial<PrepareForm>) => void
  points: readonly ContactPoint[]
  mends: readonly PrepareMend[]
}) {
  const { consulting, trouble, governing } = useWords()
  const { form, set, points, mends } = props
  const change = (id: string, task: { dueOn: string; note: string } | undefined) => {
    const { [id]: _, ...others } = form.tasks
    set({ tasks: task ? { ...others, [id]: task } : others })
  }
  return (
    <fieldset class="group">
      <legend>{consulting.tasksTitle}</legend>
      <p class="hint">{points.length === 0 ? consulting.noPoints : consulting.tasksHint}</p>
      {points.map((point) => {
        const task = form.tasks[point.id]
        const label = consulting.dueOn(point.name)
        return (
          <div class={task ? 'task on' : 'task'} key={point.id}>
            <CheckField
              label={point.name}
              checked={task !== undefined}
              onChecked={(on) => change(point.id, on ? { dueOn: form.closesOn, note: '' } : undefined)}
            />
            <span class="soft">
              {governing.ownerNames[point.owner]} · {governing.tierNames[point.tier]}
            </span>
            {task && (
              <div class="form">
                <TextField
                  id={`due ${point.id}`}
                  type="date"
                  label={label}
                  value={task.dueOn}
                  error={mends.includes(`due ${point.id}`) ? trouble.fieldMissing(label) : undefined}
                  onValue={(dueOn) => change(point.id, { ...task, dueOn })}
                />
                <AreaField
                  label={consulting.taskNote(point.name)}
                  hint={consulting.taskNoteShort}
                  max={1000}
                  optional
                  value={task.note}
                  onValue={(note) => change(point.id, { ...task, note })}
                />
              </div>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
