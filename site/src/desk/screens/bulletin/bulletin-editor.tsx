import type { OfficeBulletin } from '#contract/bulletin-api.ts'
import type { BulletinSectionKind } from '#core/bulletin/bulletin.ts'
import type { Writing } from '../../parts/bulletin-writing.ts'
import { AreaField } from '../../../parts/area-field.tsx'
import { Button } from '../../../parts/button.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { localMoment } from '../../rules/local-time.ts'
import { BulletinClashes } from './bulletin-clashes.tsx'

/** The words of the bulletin and the order of its parts, kept while one writes. */
export function BulletinEditor(props: { held: OfficeBulletin; writing: Writing; isCorrection: boolean }) {
  const words = useWords()
  const { bulletin, deciding } = words
  const { held, writing } = props
  const { value, change } = writing
  return (
    <section class="form">
      <h2>{bulletin.writing}</h2>
      <p>{bulletin.writingSay}</p>
      <WritingState held={held} writing={writing} />
      <BulletinClashes writing={writing} />
      {props.isCorrection && (
        <AreaField
          label={bulletin.correction}
          hint={bulletin.correctionHint}
          reach="public"
          rows={2}
          max={1000}
          value={value.correction}
          onValue={(text) => change('correction', text)}
        />
      )}
      <AreaField
        label={deciding.head}
        hint={deciding.headHint}
        reach="public"
        rows={7}
        max={4000}
        value={value.head ?? held.suggested.head}
        onValue={(text) => change('head', text)}
      />
      {value.head !== undefined && value.head !== held.suggested.head && (
        <Button kind="text" onPress={() => change('head', undefined)}>
          {deciding.headAgain}
        </Button>
      )}
      <h3>{bulletin.parts}</h3>
      <p class="hint">{bulletin.partsSay}</p>
      <ol class="bulletin-parts">
        {value.sections.map(({ kind }, at) => (
          <Part key={kind} kind={kind} at={at} held={held} writing={writing} />
        ))}
      </ol>
    </section>
  )
}

function WritingState({ held, writing }: { held: OfficeBulletin; writing: Writing }) {
  const { bulletin } = useWords()
  const { offset } = useSession()
  const isOpened = writing.state === 'kept' && writing.rev === held.draft?.rev
  return (
    <div class="writing-state">
      <p class={writing.state === 'kept' ? 'soft' : undefined} role="status">
        {bulletin.states[writing.state]}
        {isOpened &&
          held.draft &&
          `（${bulletin.keptBy(held.draft.editedByName, localMoment(held.draft.editedAt, offset))}）`}
      </p>
      <TroubleBox trouble={writing.trouble} onRetry={() => void writing.keep()} />
    </div>
  )
}

function Part(props: { kind: BulletinSectionKind; at: number; held: OfficeBulletin; writing: Writing }) {
  const { bulletin } = useWords()
  const { kind, at, held, writing } = props
  const { sections } = writing.value
  const suggested = held.suggested.sections.find((section) => section.kind === kind)?.words ?? ''
  const own = sections[at]?.words
  const move = (by: number) => {
    const order = sections.map((section) => section.kind)
    order.splice(at, 1)
    order.splice(at + by, 0, kind)
    writing.change('order', order.join(','))
  }
  const name = bulletin.part[kind]
  return (
    <li>
      <div class="moves">
        <button type="button" disabled={at === 0} onClick={() => move(-1)} aria-label={bulletin.up(name)}>
          ↑
        </button>
        <button
          type="button"
          disabled={at === sections.length - 1}
          onClick={() => move(1)}
          aria-label={bulletin.down(name)}
        >
          ↓
        </button>
      </div>
      <AreaField
        label={name}
        hint={bulletin.partHint}
        rows={kind === 'heard' ? 4 : 2}
        max={4000}
        value={own ?? suggested}
        onValue={(text) => writing.change(kind, text)}
      />
      {own !== undefined && own !== suggested && suggested !== '' && (
        <Button kind="text" onPress={() => writing.change(kind, undefined)}>
          {bulletin.systemWords}
        </Button>
      )}
    </li>
  )
}
