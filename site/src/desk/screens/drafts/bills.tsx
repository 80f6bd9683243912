import { consultationState } from '#core/consultation.ts'
import { useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { AreaField } from '../../../parts/area-field.tsx'
import { TextField } from '../../../parts/text-field.tsx'
import { Button } from '../../../parts/button.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Link, MendList, Screen, TroubleBox } from '../../parts/frame.tsx'
import { useKept } from '../../parts/kept.ts'
import { useDoing, useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { nowInstant, useSession } from '../../parts/session.tsx'
import { clientId, randomBytes } from '../../rules/client-id.ts'
import { printRoute } from '../../rules/desk-route.ts'

/** All bills, and a new one. */
export function Bills() {
  const words = useWords()
  const { me } = useSession()
  const { data, trouble, reload } = useLoaded(office.bills, 'bills')
  return (
    <Screen title={words.bills.title}>
      <TroubleBox trouble={trouble} onRetry={reload} />
      {!data && !trouble && <Waiting />}
      {data?.bills.length === 0 && <p>{words.bills.none}</p>}
      {data && data.bills.length > 0 && (
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">{words.bills.name}</th>
              <th scope="col">{words.bills.drafts}</th>
              <th scope="col">{words.bills.consultations}</th>
            </tr>
          </thead>
          <tbody>
            {data.bills.map((bill) => (
              <tr key={bill.id}>
                <th scope="row">
                  <Link to={{ screen: 'bill', billId: bill.id }}>{bill.title}</Link>
                </th>
                <td data-th={words.bills.drafts}>
                  {bill.drafts.map(({ stage }) => words.stageNames[stage]).join(words.listSeparator) ||
                    words.empty}
                </td>
                <td data-th={words.bills.consultations}>
                  {bill.consultations.map((consultation) => (
                    <div key={consultation.id}>
                      <Link to={{ screen: 'consultation', consultationId: consultation.id }}>
                        {words.stateNames[consultationState(consultation, nowInstant())]}
                      </Link>
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {me.role === 'legislator' && <NewBillForm />}
    </Screen>
  )
}

function NewBillForm() {
  const words = useWords()
  const form = useKept('new-bill', () => ({ id: clientId('bill', randomBytes()), title: '', summary: '' }))
  const doing = useDoing()
  const [round, setRound] = useState(0)
  const mends =
    form.value.title.trim() === ''
      ? [{ id: 'bill-title', text: words.trouble.fieldMissing(words.bills.name) }]
      : []
  const create = () => {
    setRound(round + 1)
    if (mends.length > 0) return
    doing.run(async () => {
      // The id is made here once, so pressing again after a lost answer names the same bill.
      const bill = await office.createBill(form.value)
      form.forget()
      location.hash = printRoute({ screen: 'bill', billId: bill.id })
    })
  }
  return (
    <section>
      <h2>{words.bills.newTitle}</h2>
      <div class="form">
        <MendList mends={mends} round={round} />
        <TroubleBox trouble={doing.trouble} />
        <TextField
          id="bill-title"
          label={words.bills.name}
          hint={words.bills.nameHint}
          value={form.value.title}
          max={120}
          error={round > 0 ? mends[0]?.text : undefined}
          onValue={(title) => form.set({ title })}
        />
        <AreaField
          label={words.bills.summary}
          hint={words.bills.summaryHint}
          reach="public"
          value={form.value.summary}
          max={600}
          onValue={(summary) => form.set({ summary })}
        />
        <div class="buttons">
          <Button onPress={create} busy={doing.busy} busyWords={words.saving}>
            {words.bills.create}
          </Button>
        </div>
      </div>
    </section>
  )
}
