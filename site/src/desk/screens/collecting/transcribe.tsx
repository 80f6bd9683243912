import type { OfficeConsultation } from '#contract/office-api.ts'
import type { ContactPoint } from '#core/contact-point.ts'
import type { CollectingSession } from '#core/collecting/collecting-session.ts'
import { useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { Button } from '../../../parts/button.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Screen, TroubleBox } from '../../parts/frame.tsx'
import { useKept } from '../../parts/kept.ts'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useOutbox } from '../../parts/outbox.ts'
import { nowInstant, useSession } from '../../parts/session.tsx'
import { takenCodes, type EnteredRow } from '../../rules/entered-rows.ts'
import { newPile, pileOf } from '../../rules/pile.ts'
import { emptyRow, nextRow, readRow, type RowDraft, type RowMend } from '../../rules/transcribed-row.ts'
import { EnteredList } from './entered-list.tsx'
import { PileFields } from './pile-fields.tsx'
import { TranscribeForm } from './transcribe-form.tsx'

/** Typing in what came back on paper, faster than into a spreadsheet: keyboard only, an answer for each. */
export function Transcribe(props: { consultationId: string }) {
  const words = useWords()
  const { me } = useSession()
  const id = props.consultationId
  const held = useLoaded(() => office.consultation(id), id)
  const points = useLoaded(office.contactPoints, 'contact-points')
  const title = words.transcribing.title
  const back = { to: { screen: 'task', consultationId: id } as const, name: held.data?.bill.title ?? '' }
  const trouble = held.trouble ?? points.trouble
  if (!held.data || !points.data)
    return (
      <Screen title={title}>
        {trouble ? <TroubleBox trouble={trouble} onRetry={held.reload} /> : <Waiting />}
      </Screen>
    )
  const point = points.data.contactPoints.find((one) => one.id === me.contactPoint?.id)
  const { state } = held.data
  const say =
    state === 'prepared' || state === 'scheduled'
      ? words.transcribing.notOpen
      : state === 'withdrawn'
        ? words.transcribing.withdrawn
        : undefined
  return (
    <Screen title={title} back={back}>
      {!point && <p>{words.home.noPoint}</p>}
      {say && <p class="measure next">{say}</p>}
      {point && !say && <TranscribeDesk held={held.data} point={point} />}
    </Screen>
  )
}

function TranscribeDesk(props: { held: OfficeConsultation; point: ContactPoint }) {
  const { transcribing } = useWords()
  const { offset } = useSession()
  const { held, point } = props
  const { consultation, draft } = held
  const pile = useKept<CollectingSession>(`pile ${consultation.id}`, () =>
    newPile(consultation.id, crypto.randomUUID(), nowInstant(), offset),
  )
  const outbox = useOutbox(consultation.id, point.id, transcribing.deviceName(point.name), nowInstant)
  const [row, setRow] = useState<RowDraft>(emptyRow)
  const [mends, setMends] = useState<RowMend[]>([])
  const save = (): boolean => {
    const read = readRow(row, {
      consultation,
      provisions: draft.provisions,
      session: pile.value,
      taken: takenCodes(outbox.rows),
      now: nowInstant(),
      offset,
    })
    setMends(read.ok ? [] : read.mends)
    if (!read.ok) return false
    outbox.add({ draft: row, opinion: read.opinion }, pileOf(pile.value))
    setRow(nextRow(row))
    return true
  }
  const takeBack = (entered: EnteredRow) => {
    outbox.remove(entered.place)
    setMends([])
    setRow(entered.draft)
    document.getElementById('row-code')?.focus()
  }
  return (
    <>
      <p class="measure">{transcribing.lead}</p>
      {held.state !== 'open' && <p class="measure next">{transcribing.closed}</p>}
      <PileFields
        pile={pile.value}
        stations={point.stations}
        onPile={pile.set}
        onNext={() => pile.set({ id: crypto.randomUUID() as CollectingSession['id'] })}
      />
      <TroubleBox trouble={outbox.trouble} onRetry={outbox.sendNow} />
      <TranscribeForm
        row={row}
        provisions={draft.provisions}
        categories={consultation.categories}
        mends={mends}
        pile={{
          at: outbox.rows.length,
          holds: (code) => outbox.rows.some(({ opinion }) => opinion.receiptCode === code),
        }}
        onRow={(change) => setRow((before) => ({ ...before, ...change }))}
        onSave={save}
        onClear={() => {
          setMends([])
          setRow(nextRow(row))
        }}
      />
      <EnteredList rows={outbox.rows} provisions={draft.provisions} onMend={takeBack} />
      <p class="soft measure">{transcribing.keptSay}</p>
      {outbox.rows.some(({ state }) => state === 'waiting') && (
        <Button kind="quiet" onPress={outbox.sendNow}>
          {transcribing.sendNow}
        </Button>
      )}
    </>
  )
}
