import type { DraftPreview } from '#contract/office-api.ts'
import type { DraftStage } from '#core/bill.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { office } from '../api/office.ts'
import { TextField } from '../../parts/text-field.tsx'
import { CheckField, namedChoices, SelectField } from '../parts/fields.tsx'
import { Button } from '../../parts/button.tsx'
import { Screen, TroubleBox } from '../parts/frame.tsx'
import { useKept } from '../parts/kept.ts'
import { useDoing, useLoaded } from '../parts/loading.ts'
import { useWords } from '../parts/language.tsx'
import { nowInstant, useSession } from '../parts/session.tsx'
import { clientId, randomBytes } from '../rules/client-id.ts'
import { localDay } from '../rules/local-time.ts'
import { lineRange } from '../rules/text-line.ts'
import { DraftReading } from './draft-reading.tsx'
import { DraftStored, type StoredDraft } from './draft-stored.tsx'
import { TextSource } from './text-source.tsx'

/** A draft comes in: text, preview with problems by line, corrections in place, commit. */
export function ImportDraft(props: { billId: string }) {
  const words = useWords()
  const { offset } = useSession()
  const form = useKept(`import ${props.billId}`, () => ({
    id: clientId('draft', randomBytes()),
    text: '',
    stage: '' as DraftStage | '',
    datedOn: localDay(nowInstant(), offset),
    accepted: false,
  }))
  const bills = useLoaded(office.bills, 'bills')
  const bill = bills.data?.bills.find(({ id }) => id === props.billId)
  const billTitle = bill?.title
  const reading = useDoing()
  const storing = useDoing()
  const [preview, setPreview] = useState<DraftPreview>()
  const [stored, setStored] = useState<StoredDraft>()
  const [refused, setRefused] = useState('')
  const area = useRef<HTMLTextAreaElement>(null)
  const result = useRef<HTMLHeadingElement>(null)
  const { text, stage, datedOn, accepted } = form.value
  const stale = preview !== undefined && preview.text !== text

  const read = (source: Blob) =>
    reading.run(async () => {
      const answer = await office.previewDraft(source)
      setPreview(answer)
      setRefused('')
      form.set({ text: answer.text, accepted: false })
    })
  useEffect(() => {
    if (preview) result.current?.focus()
  }, [preview])

  const goToLine = (line: number) => {
    const field = area.current
    if (!field) return
    const { start, end } = lineRange(field.value, line)
    field.focus()
    field.setSelectionRange(start, end)
    scrollToOffset(field, start)
  }

  const missing = (): string => {
    if (!preview || stale) return words.importing.commitNeedsPreview
    if (preview.problems.length > 0 && !accepted) return words.importing.commitNeedsAccept
    if (stage === '') return words.trouble.fieldChoose(words.importing.stage)
    if (datedOn === '') return words.trouble.fieldMissing(words.importing.datedOn)
    return ''
  }
  const commit = () => {
    const reason = missing()
    setRefused(reason)
    if (reason !== '' || !preview || stage === '') return
    storing.run(async () => {
      await office.importDraft(props.billId, {
        id: form.value.id,
        stage,
        datedOn,
        text,
        ...(preview.problems.length > 0 ? { acceptProblems: true } : {}),
      } as Parameters<typeof office.importDraft>[1])
      setStored({
        id: form.value.id,
        title: preview.title,
        articles: preview.articles,
        before: stored?.id ?? bill?.drafts.at(-1)?.id,
      })
      setPreview(undefined)
      form.forget()
    })
  }

  return (
    <Screen
      title={words.importing.title}
      kind={billTitle}
      back={{ to: { screen: 'bill', billId: props.billId }, name: billTitle ?? words.bills.title }}
    >
      <p class="measure">{words.importing.lead}</p>
      {stored && <DraftStored billId={props.billId} draft={stored} />}
      <div class="twin even">
        <div class="form wide">
          <TextSource
            onFile={read}
            text={text}
            onText={(changed) => form.set({ text: changed })}
            area={area}
          />
          <TroubleBox trouble={reading.trouble} />
          <div class="buttons">
            <Button
              kind={preview && !stale ? 'quiet' : undefined}
              onPress={() => read(new Blob([text], { type: 'text/plain' }))}
              busy={reading.busy}
              busyWords={words.importing.reading}
              disabled={text.trim() === ''}
            >
              {preview ? words.importing.again : words.importing.preview}
            </Button>
          </div>
        </div>
        <div class="reading">
          {preview && (
            <DraftReading
              preview={preview}
              stale={stale}
              heading={result}
              onLine={goToLine}
              commit={
                <div class="form">
                  {preview.problems.length > 0 && (
                    <CheckField
                      label={words.importing.acceptProblems}
                      checked={accepted}
                      onChecked={(checked) => form.set({ accepted: checked })}
                    />
                  )}
                  <SelectField
                    label={words.importing.stage}
                    value={stage}
                    empty={words.deciding.chooseOutcome}
                    choices={namedChoices(words.stageNames)}
                    onValue={(value) => form.set({ stage: value })}
                  />
                  <TextField
                    type="date"
                    label={words.importing.datedOn}
                    value={datedOn}
                    onValue={(value) => form.set({ datedOn: value })}
                  />
                  {refused && (
                    <p class="error" role="alert">
                      {refused}
                    </p>
                  )}
                  <TroubleBox trouble={storing.trouble} />
                  <div class="buttons">
                    <Button onPress={commit} busy={storing.busy} busyWords={words.saving}>
                      {words.importing.commit}
                    </Button>
                  </div>
                </div>
              }
            />
          )}
        </div>
      </div>
    </Screen>
  )
}

/** Brings a character of a textarea into view: browsers scroll to the caret only when it is typed at. */
function scrollToOffset(field: HTMLTextAreaElement, offset: number): void {
  const share = offset / Math.max(1, field.value.length)
  field.scrollTop = Math.max(0, share * field.scrollHeight - field.clientHeight / 2)
}
