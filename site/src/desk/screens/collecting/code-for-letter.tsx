import { printReceiptCode } from '#core/collecting/receipt.ts'
import { useState } from 'preact/hooks'
import { Button } from '../../../parts/button.tsx'
import { newReceiptCode } from '../../../paper/new-code.ts'
import { useWords } from '../../parts/language.tsx'

/** A letter or a note from the box brings no printed code: one is made here, to be written down for whoever wrote it (R2). */
export function CodeForLetter(props: { code: string; onCode: (code: string) => void }) {
  const { transcribing } = useWords()
  const [given, setGiven] = useState<string>()
  const give = () => {
    const code = printReceiptCode(newReceiptCode())
    setGiven(code)
    props.onCode(code)
  }
  return (
    <div>
      {props.code === '' && (
        <Button kind="text" onPress={give}>
          {transcribing.giveCode}
        </Button>
      )}
      <p role="status" class="soft">
        {given !== undefined && props.code === given ? transcribing.givenCode : ''}
      </p>
    </div>
  )
}
