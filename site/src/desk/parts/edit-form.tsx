import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { DoOrLeave } from './do-or-leave.tsx'
import { MendList, TroubleBox } from './frame.tsx'
import { useDoing } from './loading.ts'
import { useWords } from './language.tsx'

/** Something to mend before anything is sent; `id` of its field. */
export interface Mend {
  id: string
  text: string
}

/** The id of something new, as addresses and keys carry it. */
export const isDeskId = (written: string): boolean => /^[a-z0-9][a-z0-9-]{0,63}$/.test(written)

/** What is to be mended, in the order of the form; a field's id with `false` has nothing. */
export function mendsOf(fields: Readonly<Record<string, string | false>>): Mend[] {
  return Object.entries(fields).flatMap(([id, text]) => (text === false ? [] : [{ id, text }]))
}

/** A form of one thing being entered or changed: nothing is sent while something is to be mended. */
export function useEditing(mends: readonly Mend[], store: () => Promise<void>) {
  const [round, setRound] = useState(0)
  const doing = useDoing()
  return {
    mends,
    round,
    doing,
    errorOf: (id: string) => (round > 0 ? mends.find((mend) => mend.id === id)?.text : undefined),
    store: () => {
      setRound(round + 1)
      if (mends.length === 0) doing.run(store)
    },
  }
}

/** The frame of such a form: what to mend on top, save or leave at the foot. */
export function EditForm(props: {
  label: string
  editing: ReturnType<typeof useEditing>
  onCancel: () => void
  children: ComponentChildren
}) {
  const words = useWords()
  const { mends, round, doing, store } = props.editing
  return (
    <div class="form edit" role="group" aria-label={props.label}>
      <MendList mends={mends} round={round} />
      <TroubleBox trouble={doing.trouble} />
      {props.children}
      <DoOrLeave busy={doing.busy} onDo={store} onLeave={props.onCancel}>
        {words.save}
      </DoOrLeave>
    </div>
  )
}
