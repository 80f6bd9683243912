import { useState } from 'preact/hooks'
import { printReceiptCode } from '#core/collecting/receipt.ts'
import { readSlipCode } from '../../paper/paper-address.ts'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { ScanCode } from '../../scan/scan-code.tsx'
import { useDoing } from './collecting.tsx'
import { useWords } from './language.tsx'

/** The person holds a slip with a code already: scanned, from a photo or typed, it becomes this opinion's own. */
export function SlipStart(props: { onCode: (code: string) => Promise<void> }) {
  const { tasks, scanning } = useWords()
  const { session: own } = tasks
  const doing = useDoing()
  const [text, setText] = useState('')
  const [mend, setMend] = useState<'malformed' | 'used'>()
  const start = (typed: string) => {
    const code = readSlipCode(typed)
    setMend(code ? undefined : 'malformed')
    if (!code) return
    setText(printReceiptCode(code))
    doing.run(async () => {
      try {
        await props.onCode(code)
      } catch (thrown) {
        if (!(thrown instanceof Error) || thrown.message !== 'code-in-use') throw thrown
        setMend('used')
      }
    })
  }
  return (
    <details>
      <summary>{own.slip}</summary>
      <div class="form">
        <ScanCode words={scanning} read={readSlipCode} other={scanning.notSlip} onCode={start} />
        <TextField
          label={own.slipCode}
          hint={own.slipHint}
          value={text}
          onValue={setText}
          onEnter={() => start(text)}
          error={mend && (mend === 'used' ? own.slipUsed : own.slipMalformed)}
        />
        <div class="buttons">
          <Button kind="quiet" onPress={() => start(text)} busy={doing.busy}>
            {own.slipGo}
          </Button>
        </div>
      </div>
    </details>
  )
}
