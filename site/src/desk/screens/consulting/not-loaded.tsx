import { Waiting } from '../../../parts/waiting.tsx'
import { Screen, TroubleBox } from '../../parts/frame.tsx'
import type { Loaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'

/** Instead of a screen whose matter is still being read, or could not be: then it has a heading all the same. */
export function NotLoaded(props: { title: string; loaded: Pick<Loaded<unknown>, 'trouble' | 'reload'> }) {
  const words = useWords()
  const { trouble, reload } = props.loaded
  if (!trouble) return <Waiting />
  return (
    // The trouble takes focus itself.
    <Screen title={props.title} back={{ to: { screen: 'home' }, name: words.nav.home }} ownFocus>
      <TroubleBox trouble={trouble} onRetry={reload} />
    </Screen>
  )
}
