import { useEffect, useState } from 'preact/hooks'
import type { Access } from '../engine/collector.ts'
import { useCollecting, useDoing } from '../parts/collecting.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { Button } from '../../parts/button.tsx'
import { Screen } from '../parts/frame.tsx'
import { useWords } from '../parts/language.tsx'
import { useTimes } from '../parts/clock.tsx'
import { NoticeList } from '../parts/notice-list.tsx'
import { TopBar } from '../parts/top-bar.tsx'

type Member = Extract<Access, { state: 'locked' }>['members'][number]

/** Names only: what each of them wrote is shut until their PIN. */
export function Lock(props: {
  members: readonly Member[]
  idle: boolean
  onOpened: () => void
  onNew: () => void
  onForgot: () => void
}) {
  const { collector } = useCollecting()
  const { lock } = useWords().access
  const [chosenId, setChosenId] = useState(props.members.length === 1 ? props.members[0]?.id : undefined)
  const chosen = props.members.find(({ id }) => id === chosenId)
  const waiting = collector.standing().updateWaiting
  useEffect(() => {
    // Nobody is writing here: the quietest moment there is for a new version.
    if (waiting) void collector.applyUpdate()
  }, [collector, waiting])
  return (
    <>
      <TopBar />
      <main class="wrap" id="main">
        <Screen title={lock.title}>
          <NoticeList only={['wiped']} />
          {props.idle && (
            <p class="told" role="status">
              {lock.idle}
            </p>
          )}
          {chosen ? (
            <EnterPin key={chosen.id} member={chosen} onOpened={props.onOpened} />
          ) : (
            <>
              <p>{lock.choose}</p>
              <ul class="names">
                {props.members.map(({ id, name }) => (
                  <li key={id}>
                    <Button kind="quiet" onPress={() => setChosenId(id)}>
                      {name}
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          )}
          <div class="buttons after">
            {chosen && props.members.length > 1 && (
              <Button kind="text" onPress={() => setChosenId(undefined)}>
                {lock.someoneElse}
              </Button>
            )}
            <Button kind="text" onPress={props.onForgot}>
              {lock.forgot}
            </Button>
            <Button kind="text" onPress={props.onNew}>
              {lock.addPerson}
            </Button>
          </div>
        </Screen>
      </main>
    </>
  )
}

function EnterPin(props: { member: Member; onOpened: () => void }) {
  const { collector, now } = useCollecting()
  const { lock, device } = useWords().access
  const { hour } = useTimes()
  const { member } = props
  const [pin, setPin] = useState('')
  const [wrong, setWrong] = useState(false)
  const doing = useDoing()
  const held = member.notBefore !== undefined && Date.parse(member.notBefore) > now()
  const open = () =>
    doing.run(async () => {
      if (await collector.unlock(member.id, pin)) return props.onOpened()
      setPin('')
      setWrong(true)
    })
  useEffect(() => document.getElementById('pin')?.focus(), [])
  return (
    <div class="form">
      <TextField
        id="pin"
        label={lock.pinOf(member.name)}
        type="password"
        autoComplete="current-password"
        value={pin}
        onValue={setPin}
        onEnter={open}
        error={wrong ? lock.wrong : undefined}
      />
      {held && member.notBefore && (
        <p class="error" role="alert">
          {lock.wait(hour(member.notBefore))}
        </p>
      )}
      {doing.failed && (
        <p class="error" role="alert">
          {device.failed}
        </p>
      )}
      <div class="buttons">
        <Button onPress={open} busy={doing.busy} busyWords={lock.opening}>
          {lock.open}
        </Button>
      </div>
    </div>
  )
}
