import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { localMoment } from '../rules/local-time.ts'
import { useWords } from './language.tsx'
import { useSession } from './session.tsx'

interface Choice {
  name: string
  onChoose: () => void
}

/** A colleague stored the same thing first: what differs, and one choice between theirs and one's own. */
export function ConflictBox(props: {
  title: string
  heading?: 'h2' | 'h4'
  /** Missing where nothing of theirs is left to be taken. */
  theirs?: Choice | undefined
  mine: Choice & { busy: boolean; busyWords?: string }
  children: ComponentChildren
}) {
  const { saving } = useWords()
  const { theirs, mine, heading: Heading = 'h3' } = props
  const box = useRef<HTMLDivElement>(null)
  // It appears above the button that led here, often out of sight.
  useEffect(() => box.current?.focus(), [])
  return (
    <div class="error-summary conflict" role="alert" tabIndex={-1} ref={box}>
      <Heading>{props.title}</Heading>
      {props.children}
      <div class="buttons">
        {theirs && (
          <Button kind="quiet" onPress={theirs.onChoose}>
            {theirs.name}
          </Button>
        )}
        <Button kind="quiet" onPress={mine.onChoose} busy={mine.busy} busyWords={mine.busyWords ?? saving}>
          {mine.name}
        </Button>
      </div>
    </div>
  )
}

/** One of the two, with whose it is and, of a stored one, the instant. */
export function ConflictSide(props: { name: string; at?: string | undefined; children: ComponentChildren }) {
  const { deciding } = useWords()
  const { offset } = useSession()
  return (
    <div class="voice">
      <span class="text-name">{props.name}</span>
      {props.children}
      {props.at && <p class="soft">{deciding.decidedAt(localMoment(props.at, offset))}</p>}
    </div>
  )
}
