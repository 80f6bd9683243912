import type { DraftPreview } from '#contract/office-api.ts'
import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { Button } from '../../../parts/button.tsx'
import { Screen, TroubleBox } from '../../parts/frame.tsx'
import { useKept } from '../../parts/kept.ts'
import { useDoing, useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { nowInstant, useSession } from '../../parts/session.tsx'
import { clientId, randomBytes } from '../../rules/client-id.ts'
import { localDay } from '../../rules/local-time.ts'
import { lineRange } from '../../rules/text-line.ts'
import { DraftCommit, type DraftTyped } from './draft-commit.tsx'
import { DraftReading } from './draft-reading.tsx'
import { DraftStored, type StoredDraft } from './draft-stored.tsx'
import { TextSource } from './text-source.tsx'

/** A draft comes in: text, preview with problems by line, corrections in place, commit. */
export function ImportDraft(props: { billId: string }) {
  const words = useWords()
  const { offset } = useSession()
  const form = useKept<DraftTyped>(`import ${props.billId}`, () => ({
    id: clientId('draft', randomBytes()),
    text: '',
    stage: '',
    datedOn: localDay(nowInstant(), offset),
    accepted: false,
  }))
  const bills = useLoaded(office.bills, 'bills')
  const bill = bills.data?.bills.find(({ id }) => id === props.billId)
  const [preview, setPreview] = useState<DraftPreview>()
  const [stored, setStored] = useState<StoredDraft>()
  const area = useRef<HTMLTextAreaElement>(null)
  const result = useRef<HTMLHeadingElement>(null)
  const stale = preview !== undefined && preview.text !== form.value.text
  useEffect(() => {
    if (preview) result.current?.focus()
  }, [preview])
  const read = (answer: DraftPreview) => {
    setPreview(answer)
    form.set({ text: answer.text, accepted: false })
  }
  const storedAs = ({ title, articles }: DraftPreview) => {
    setStored({ id: form.value.id, title, articles, before: stored?.id ?? bill?.drafts.at(-1)?.id })
    setPreview(undefined)
    form.forget()
  }
  return (
    <Screen
      title={words.importing.title}
      back={{ to: { screen: 'bill', billId: props.billId }, name: bill?.title ?? words.bills.title }}
    >
      <p class="measure">{words.importing.lead}</p>
      {stored && <DraftStored billId={props.billId} draft={stored} />}
      <div class="twin even">
        <DraftEntry
          text={form.value.text}
          onText={(text) => form.set({ text })}
          area={area}
          isRead={preview !== undefined}
          isStale={stale}
          onRead={read}
        />
        <div class="reading">
          {preview && (
            <DraftReading
              preview={preview}
              billTitle={bill?.title}
              stale={stale}
              heading={result}
              onLine={(line) => area.current && goToLine(area.current, line)}
              commit={
                <DraftCommit
                  billId={props.billId}
                  preview={preview}
                  stale={stale}
                  typed={form.value}
                  set={form.set}
                  onStored={() => storedAs(preview)}
                />
              }
            />
          )}
        </div>
      </div>
    </Screen>
  )
}

/** The text as a file or typed, and the button that has it read. */
function DraftEntry(props: {
  text: string
  onText: (text: string) => void
  area: RefObject<HTMLTextAreaElement>
  isRead: boolean
  isStale: boolean
  onRead: (preview: DraftPreview) => void
}) {
  const { importing } = useWords()
  const { text, isRead } = props
  const doing = useDoing()
  const read = (source: Blob) => doing.run(async () => props.onRead(await office.previewDraft(source)))
  return (
    <div class="form wide">
      <TextSource onFile={read} text={text} onText={props.onText} area={props.area} />
      <TroubleBox trouble={doing.trouble} />
      <div class="buttons">
        <Button
          kind={isRead && !props.isStale ? 'quiet' : undefined}
          onPress={() => read(new Blob([text], { type: 'text/plain' }))}
          busy={doing.busy}
          busyWords={importing.reading}
          disabled={text.trim() === ''}
        >
          {isRead ? importing.again : importing.preview}
        </Button>
      </div>
    </div>
  )
}

function goToLine(field: HTMLTextAreaElement, line: number): void {
  const { start, end } = lineRange(field.value, line)
  field.focus()
  field.setSelectionRange(start, end)
  scrollToOffset(field, start)
}

/** Brings a character of a textarea into view: browsers scroll to the caret only when it is typed at. */
function scrollToOffset(field: HTMLTextAreaElement, offset: number): void {
  const share = offset / Math.max(1, field.value.length)
  field.scrollTop = Math.max(0, share * field.scrollHeight - field.clientHeight / 2)
}
