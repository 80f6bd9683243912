import { useState } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { carriedBytes } from '../rules/carried-size.ts'
import { printBytes } from '../rules/bytes.ts'
import { useTimes } from './clock.tsx'
import { useCollecting, useDoing } from './collecting.tsx'
import { download } from './download.ts'
import { useWords } from './language.tsx'

/** One press, one encrypted file with everything undelivered, photos too (OFFLINE rows 14, 27). */
export function BackupPart() {
  const { backup: own } = useWords().access
  const { collector } = useCollecting()
  const { setAside } = collector.standing()
  const { opinions, sessions, photos } = collector.backupContents()
  return (
    <section>
      <h2>{own.title}</h2>
      <p>{own.lead}</p>
      <p class="public kept">{own.who}</p>
      {opinions + sessions + photos === 0 ? <p class="soft">{own.none}</p> : <MakeFile />}
      {setAside > 0 && <p class="soft">{own.aside(setAside)}</p>}
    </section>
  )
}

function MakeFile() {
  const { backup: own, device } = useWords().access
  const { collector } = useCollecting()
  const { rightNow } = useTimes()
  const [withPhotos, setWithPhotos] = useState(true)
  const [made, setMade] = useState<string>()
  const doing = useDoing()
  const contents = collector.backupContents()
  const { opinions, sessions, photos } = contents
  const save = () =>
    doing.run(async () => {
      const file = await collector.backup(withPhotos)
      download(file, `kaimen-${rightNow().slice(0, 16).replaceAll(':', '')}.kaimen`)
      setMade(printBytes(file.size))
    })
  return (
    <>
      <p>{own.contents(opinions, sessions, photos)}</p>
      {photos > 0 && (
        <label class="check">
          <input
            type="checkbox"
            checked={withPhotos}
            onChange={(event) => setWithPhotos(event.currentTarget.checked)}
          />
          <span>{own.photos(printBytes(carriedBytes(contents)))}</span>
        </label>
      )}
      <div class="buttons">
        <Button onPress={save} busy={doing.busy} busyWords={own.making}>
          {own.make}
        </Button>
      </div>
      {made && (
        <p class="told" role="status">
          {own.made(made)}
        </p>
      )}
      {doing.failed && (
        <p class="error" role="alert">
          {device.failed}
        </p>
      )}
    </>
  )
}
