import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { makeLink } from '../../parts/make-link.tsx'
import { makeScreen } from '../../parts/make-screen.tsx'
import { printRoute } from '../rules/collect-route.ts'

export const Link = makeLink(printRoute)
export const Screen = makeScreen(Link)

/** What cannot be undone is asked once more, in place. */
export function Sure(props: {
  button: string
  ask: string
  sure: string
  keep: string
  onSure: () => void
  kind?: 'text' | 'quiet'
}) {
  const [asking, setAsking] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (asking) box.current?.focus()
  }, [asking])
  if (!asking)
    return (
      <Button kind={props.kind ?? 'text'} onPress={() => setAsking(true)}>
        {props.button}
      </Button>
    )
  return (
    <div class="ask" role="alert" tabIndex={-1} ref={box}>
      <p>{props.ask}</p>
      <div class="buttons">
        <Button kind="grave" onPress={props.onSure}>
          {props.sure}
        </Button>
        <Button kind="quiet" onPress={() => setAsking(false)}>
          {props.keep}
        </Button>
      </div>
    </div>
  )
}
