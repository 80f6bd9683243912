import { useState } from 'preact/hooks'
import { useCollecting, useDoing } from '../parts/collecting.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { Button } from '../../parts/button.tsx'
import { Screen } from '../parts/frame.tsx'
import { useWords } from '../parts/language.tsx'
import { NoticeList } from '../parts/notice-list.tsx'
import { ScanEnrolment } from '../parts/scan-enrolment.tsx'
import { TopBar } from '../parts/top-bar.tsx'
import { readRoute } from '../rules/collect-route.ts'
import { loginAddress } from '../rules/login-address.ts'
import type { SignInTrouble } from '../rules/sign-in-trouble.ts'

const minPin = 6
const wentToLogin = 'kaimen-collect-login'

/** The one time a network is needed: sign in, choose a PIN, take tasks and drafts along. */
export function FirstSignIn(props: {
  known: boolean
  /** They have records here and forgot the PIN: signed in, they set a new one. */
  forgot: boolean
  onBack: () => void
  onDone: () => void
}) {
  const { first, forgot } = useWords().access
  const [returned] = useState(() => sessionStorage.getItem(wentToLogin) !== null)
  return (
    <>
      <TopBar />
      <main class="wrap" id="main">
        <Screen title={props.forgot ? forgot.title : first.title}>
          <NoticeList only={['wiped']} />
          <p class="lead-line">{props.forgot ? forgot.lead : first.lead}</p>
          {!props.forgot && <ScanEnrolment />}
          <ol class="steps">
            <li>
              <h2>{first.stepLogin}</h2>
              {returned && (
                <p class="told" role="status">
                  {first.loggedIn}
                </p>
              )}
              <p>
                <a
                  class={returned ? 'button quiet' : 'button'}
                  href={loginAddress(readRoute(location.hash))}
                  onClick={() => sessionStorage.setItem(wentToLogin, '1')}
                >
                  {first.login}
                </a>
              </p>
            </li>
            <li>
              <h2>{props.forgot ? forgot.stepPin : first.stepPin}</h2>
              <p>{props.forgot ? forgot.why : first.why}</p>
              <ChoosePin forgot={props.forgot} onDone={props.onDone} />
            </li>
          </ol>
          {props.known && (
            <Button kind="text" onPress={props.onBack}>
              {first.back}
            </Button>
          )}
        </Screen>
      </main>
    </>
  )
}

function ChoosePin(props: { forgot: boolean; onDone: () => void }) {
  const { collector } = useCollecting()
  const words = useWords()
  const { first } = words.access
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [mend, setMend] = useState<'short' | 'differs' | SignInTrouble>()
  const doing = useDoing()
  const go = () => {
    if (pin.length < minPin) return setMend('short')
    if (pin !== again) return setMend('differs')
    setMend(undefined)
    doing.run(async () => {
      const answer = await (props.forgot ? collector.renewPin(pin) : collector.signInHere(pin))
      if (!answer.ok) return setMend(answer.trouble)
      sessionStorage.removeItem(wentToLogin)
      props.onDone()
    })
  }
  return (
    <div class="form">
      <TextField
        label={first.pin}
        hint={props.forgot ? undefined : first.pinKnown}
        type="password"
        autoComplete="new-password"
        value={pin}
        onValue={setPin}
        error={mend === 'short' ? first.tooShort : undefined}
      />
      <TextField
        label={first.again}
        type="password"
        autoComplete="new-password"
        value={again}
        onValue={setAgain}
        onEnter={go}
        error={mend === 'differs' ? first.differs : undefined}
      />
      {mend && mend !== 'short' && mend !== 'differs' && (
        <p class="error" role="alert">
          {words.standing.signIn[mend]}
        </p>
      )}
      {doing.failed && (
        <p class="error" role="alert">
          {words.access.device.failed}
        </p>
      )}
      <div class="buttons">
        <Button onPress={go} busy={doing.busy} busyWords={first.going}>
          {first.go}
        </Button>
      </div>
    </div>
  )
}
