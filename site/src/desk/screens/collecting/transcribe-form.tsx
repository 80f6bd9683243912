import { citeProvision } from '#core/draft/cite.ts'
import type { ChangeType } from '#core/opinion.ts'
import { isMiscopied } from '#core/collecting/receipt.ts'
import type { Provision } from '#core/draft/provision.ts'
import { useRef } from 'preact/hooks'
import { readClause } from '../../../paper/clause-code.ts'
import { readSlipCode } from '../../../paper/paper-address.ts'
import { ScanCode } from '../../../scan/scan-code.tsx'
import { AreaField } from '../../../parts/area-field.tsx'
import { TextField } from '../../../parts/text-field.tsx'
import { SelectField } from '../../parts/fields.tsx'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../parts/language.tsx'
import type { RowDraft, RowMend } from '../../rules/transcribed-row.ts'
import { CodeForLetter } from './code-for-letter.tsx'
import { StanceKeys } from './stance-keys.tsx'

interface Form {
  row: RowDraft
  provisions: readonly Provision[]
  categories: readonly string[]
  mends: readonly RowMend[]
  /** How many were entered before this one, and whether a code is one of theirs. */
  pile: { at: number; holds: (code: string) => boolean }
  onRow: (change: Partial<RowDraft>) => void
  /** `false`: something is to be mended. */
  onSave: () => boolean
  onClear: () => void
}

/**
 * Enter goes to the next field and saves in the last, Ctrl+Enter saves from anywhere; a Chinese input method keeps its
 * own Enter. Choosing a stance by its digit has gone on to the words already: Enter does not leave them empty.
 */
export function TranscribeForm(props: Form) {
  const { transcribing } = useWords()
  const form = useRef<HTMLFormElement>(null)
  const save = () => {
    const isSaved = props.onSave()
    requestAnimationFrame(() => {
      const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid], [data-wrong]')
      if (isSaved) document.getElementById('row-code')?.focus()
      else wrong?.focus()
    })
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey) return
    const target = event.target as HTMLElement
    const isPressed = target instanceof HTMLButtonElement || target.getAttribute('type') === 'file'
    if (isPressed) return
    event.preventDefault()
    const isSaving = event.ctrlKey || event.metaKey
    if (target.id === 'row-verbatim' && props.row.verbatim.trim() === '' && !isSaving) return
    const steps = [
      ...(form.current?.querySelectorAll<HTMLElement>('[data-step] :is(input, textarea, select)') ?? []),
    ].filter((step) => isStop(step, form.current))
    const next = steps[steps.indexOf(target) + 1]
    if (isSaving || !next) save()
    else next.focus()
  }
  return (
    <form
      class="transcribe"
      ref={form}
      onKeyDown={onKey}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <CodeAndClause {...props} />
      <TextSteps {...props} />
      <div class="buttons">
        <button type="submit" class="button">
          {transcribing.save}
        </button>
        <Button kind="text" onPress={props.onClear}>
          {transcribing.clear}
        </Button>
      </div>
    </form>
  )
}

function isOfCode(mend: RowMend): mend is 'needCode' | 'wrongCode' | 'inList' {
  return mend === 'needCode' || mend === 'wrongCode' || mend === 'inList'
}

function CodeAndClause({ row, provisions, mends, pile, onRow }: Form) {
  const words = useWords()
  const { transcribing } = words
  const clause = readClause(row.clause, provisions)
  const found =
    clause === 'unknown' ? transcribing.clauseUnknown : citeProvision(provisions, clause.id) || words.whole
  const codeMend = isMiscopied(row.code) ? 'wrongCode' : mends.find(isOfCode)
  return (
    <>
      {mends.includes('needDay') && <p class="error">{transcribing.needDay}</p>}
      <div class="transcribe-head">
        <div data-step class="transcribe-code">
          <TextField
            id="row-code"
            label={transcribing.code}
            hint={transcribing.codeHint}
            error={codeMend && transcribing[codeMend]}
            value={row.code}
            max={200}
            onValue={(code) => onRow({ code })}
          />
        </div>
        <div data-step>
          <TextField
            id="row-clause"
            label={transcribing.clause}
            hint={transcribing.clauseHint}
            error={mends.includes('clauseUnknown') ? transcribing.clauseUnknown : undefined}
            value={row.clause}
            max={40}
            onValue={(text) => onRow({ clause: text })}
          />
          <p class="transcribe-found" lang="zh-CN" aria-live="polite">
            {!mends.includes('clauseUnknown') && found}
          </p>
        </div>
      </div>
      <ScanCode
        words={words.scanning}
        read={readSlipCode}
        other={words.scanning.notSlip}
        pile={pile}
        onCode={(code) => {
          onRow({ code })
          document.getElementById('row-clause')?.focus()
        }}
      />
      <CodeForLetter
        code={row.code}
        onCode={(code) => {
          onRow({ code })
          document.getElementById('row-code')?.focus()
        }}
      />
      <StanceKeys
        value={row.changeType}
        error={mends.includes('needStance') ? transcribing.needStance : undefined}
        onValue={(changeType: ChangeType) => onRow({ changeType })}
      />
    </>
  )
}

function TextSteps({ row, categories, mends, onRow }: Form) {
  const { transcribing } = useWords()
  return (
    <>
      <div data-step>
        <AreaField
          id="row-verbatim"
          label={transcribing.verbatim}
          hint={transcribing.verbatimHint}
          error={mends.includes('needVerbatim') ? transcribing.needVerbatim : undefined}
          value={row.verbatim}
          rows={3}
          onValue={(verbatim) => onRow({ verbatim })}
        />
      </div>
      <div class="pair">
        <div data-step>
          <AreaField
            label={transcribing.proposed}
            optional
            value={row.proposedText}
            rows={2}
            onValue={(proposedText) => onRow({ proposedText })}
          />
        </div>
        <div data-step>
          <AreaField
            label={transcribing.reason}
            optional
            value={row.reason}
            rows={2}
            onValue={(reason) => onRow({ reason })}
          />
        </div>
      </div>
      <div class="transcribe-who">
        <div data-step>
          <SelectField
            label={transcribing.category}
            value={row.category}
            empty={transcribing.noCategory}
            choices={categories.map((name) => ({ value: name, name }))}
            onValue={(category) => onRow({ category })}
          />
        </div>
        <div data-step>
          <TextField
            label={transcribing.area}
            value={row.area}
            max={60}
            onValue={(area) => onRow({ area })}
          />
        </div>
        <div data-step>
          <TextField
            label={transcribing.people}
            error={mends.includes('needPeople') ? transcribing.needPeople : undefined}
            value={row.people}
            max={6}
            onValue={(people) => onRow({ people })}
          />
        </div>
      </div>
    </>
  )
}

/** The stances are one stop: the chosen one, or the first while none is chosen. */
function isStop(step: HTMLElement, form: HTMLFormElement | null): boolean {
  if (!(step instanceof HTMLInputElement) || step.type !== 'radio' || step.checked) return true
  return !form?.querySelector('[name=row-stance]:checked') && step.value === 'support'
}
