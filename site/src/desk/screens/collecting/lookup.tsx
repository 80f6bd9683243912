import type { ReceiptStatus } from '#contract/public-api.ts'
import { pagePaths } from '#contract/page-paths.ts'
import { proponentWords } from '#core/collecting/proponent-words.ts'
import { parseReceiptCode, printReceiptCode } from '#core/collecting/receipt.ts'
import { useContext, useState } from 'preact/hooks'
import { printDate, printInstant } from '#contract/print-time.ts'
import { readSlipCode } from '../../../paper/paper-address.ts'
import { ScanCode } from '../../../scan/scan-code.tsx'
import { office } from '../../api/office.ts'
import { troubleOf, type Trouble } from '../../api/trouble.ts'
import { TextField } from '../../../parts/text-field.tsx'
import { Button } from '../../../parts/button.tsx'
import { Screen, TroubleBox } from '../../parts/frame.tsx'
import { SpeechContext, useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { hasShaped } from '../../rules/has-shaped.ts'
import { FeedbackCard, type CardSlip } from './feedback-card.tsx'

/** A clerk looks a receipt up for somebody who stands at the desk without a phone. */
export function Lookup() {
  const words = useWords()
  const { lookup } = words
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const [trouble, setTrouble] = useState<Trouble>()
  const [found, setFound] = useState<ReceiptStatus>()
  const look = async (typed: string) => {
    const code = readSlipCode(typed)
    setFound(undefined)
    setTrouble(undefined)
    setError(code ? undefined : lookup.malformed)
    if (!code) return
    setText(printReceiptCode(code))
    try {
      setFound(await office.lookUp(code))
    } catch (thrown) {
      const said = troubleOf(thrown)
      if (said.problem?.code === 'not-found') setError(lookup.unknown)
      else setTrouble(said)
    }
  }
  return (
    <Screen title={lookup.title}>
      <p class="measure">{lookup.lead}</p>
      <form
        class="form lookup"
        onSubmit={(event) => {
          event.preventDefault()
          void look(text)
        }}
      >
        <TextField
          id="lookup-code"
          label={lookup.code}
          hint={lookup.hint}
          error={error}
          value={text}
          max={200}
          onValue={setText}
        />
        <div class="buttons">
          <button type="submit" class="button">
            {lookup.look}
          </button>
        </div>
      </form>
      <ScanCode
        words={words.scanning}
        read={readSlipCode}
        other={words.scanning.notSlip}
        onCode={(code) => void look(code)}
      />
      <TroubleBox trouble={trouble} onRetry={() => void look(text)} />
      {found && <Found status={found} onAnother={() => again(setText, setFound)} />}
    </Screen>
  )
}

function again(setText: (text: string) => void, setFound: (status: undefined) => void): void {
  setText('')
  setFound(undefined)
  document.getElementById('lookup-code')?.focus()
}

function Found(props: { status: ReceiptStatus; onAnother: () => void }) {
  const { lookup } = useWords()
  return (
    <>
      <p class="buttons" role="status">
        <b>{lookup.states[props.status.state]}</b>
        <Button onPress={() => window.print()}>{lookup.print}</Button>
        <Button kind="text" onPress={props.onAnother}>
          {lookup.another}
        </Button>
      </p>
      <div class="paper-stage">
        <div class="paper feedback">
          <ReceiptSlip status={props.status} />
        </div>
      </div>
    </>
  )
}

/** The public receipt page as a slip; the code stands on it because it is the holder's own. */
function ReceiptSlip({ status }: { status: ReceiptStatus }) {
  const words = useWords()
  const { lookup, feedback } = words
  const { language } = useContext(SpeechContext)
  const { offset } = useSession()
  const { opinion, consultation, decision } = status
  const code = parseReceiptCode(status.receiptCode)
  const slip: CardSlip = {
    provisionLabel: opinion.provisionLabel,
    changeType: opinion.changeType,
    verbatim: opinion.verbatim,
    ...(opinion.proposedText && { proposedText: opinion.proposedText }),
    proponent: proponentWords(opinion.proponent),
    ...(decision && { outcome: decision.outcome, reason: decision.reason }),
    ...(decision?.resulting && { resulting: decision.resulting }),
  }
  return (
    <article class="f-slip">
      <p class="f-head">
        <b>{lookup.title}</b>
        <span lang="zh-CN">{consultation.bill.title}</span>
      </p>
      <p class="f-heading">{lookup.states[status.state]}</p>
      <p class="f-where">
        <span class="f-code">{code ? printReceiptCode(code) : status.receiptCode}</span>{' '}
        {lookup.receivedAt(printInstant(status.receivedAt, language, offset))}
        {status.proof && ` · ${lookup.proofLine(status.proof.index + 1)}`}
        {status.late && ` · ${lookup.late}`}
      </p>
      <FeedbackCard slip={slip} own expected={printDate(status.answerExpectedOn, language)} />
      {opinion.drafted && (
        <p class="f-words" lang="zh-CN">
          <b>{lookup.drafted}</b> {opinion.drafted}
        </p>
      )}
      <div class="f-foot">
        <p class="p-small">{`${location.origin}${pagePaths.receipt}`}</p>
        {decision && (
          <p class="f-thanks">
            {hasShaped(decision.outcome) ? feedback.paper.thanksShaped : feedback.paper.thanksHeard}
          </p>
        )}
      </div>
    </article>
  )
}
