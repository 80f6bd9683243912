import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import type { MergedEdits } from '../rules/merge-edits.ts'
import type { Edits } from './edits.tsx'
import { useWords } from './language.tsx'

/** Two windows wrote in the same field: both texts side by side, and a person says which stays. */
export function BothVersions<T extends object>(props: {
  edits: Pick<Edits<T>, 'asked' | 'choose'>
  /** A field's name and what stands in it, for people. */
  say: (field: keyof T & string, record: T) => { name: string; value: string }
}) {
  const { both: own } = useWords().records
  const { asked, choose } = props.edits
  const box = useRef<HTMLElement>(null)
  const isAsked = asked !== undefined
  useEffect(() => {
    if (isAsked) box.current?.scrollIntoView({ block: 'nearest' })
  }, [isAsked])
  if (!asked) return null
  return (
    <section class="ask both" role="alert" ref={box}>
      <h2>{own.title}</h2>
      <p>{own.say}</p>
      <dl>
        {asked.both.map((field) => (
          <Field key={field} field={field} asked={asked} say={props.say} />
        ))}
      </dl>
      <div class="buttons">
        <Button onPress={() => void choose('mine')}>{own.keepMine}</Button>
        <Button kind="quiet" onPress={() => void choose('theirs')}>
          {own.takeTheirs}
        </Button>
      </div>
    </section>
  )
}

function Field<T extends object>(props: {
  field: keyof T & string
  asked: MergedEdits<T>
  say: (field: keyof T & string, record: T) => { name: string; value: string }
}) {
  const { both: own } = useWords().records
  const { field, asked, say } = props
  const here = say(field, asked.mine)
  return (
    <div>
      <dt>{here.name}</dt>
      <dd>
        <span class="label">{own.here}</span> {here.value || own.nothing}
      </dd>
      <dd>
        <span class="label">{own.there}</span> {say(field, asked.theirs).value || own.nothing}
      </dd>
    </div>
  )
}
