import { useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { Button } from '../../../parts/button.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { MendList, Screen, TroubleBox } from '../../parts/frame.tsx'
import { useKept } from '../../parts/kept.ts'
import { useDoing, useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { clientId, randomBytes } from '../../rules/client-id.ts'
import { printRoute } from '../../rules/desk-route.ts'
import {
  consultationInput,
  prepareMends,
  windowOf,
  type PrepareForm,
  type PrepareMend,
} from '../../rules/prepare-form.ts'
import { PrepareTelling } from './prepare-telling.tsx'
import { PrepareTasks } from './prepare-tasks.tsx'
import { PrepareWindow } from './prepare-window.tsx'
import { SelectField } from '../../parts/fields.tsx'
import type { Strings } from '../../words/strings.zh.ts'

/** Preparing a consultation: stored, but nothing public until it is announced. */
export function Prepare(props: { billId: string; draftId: string | undefined }) {
  const words = useWords()
  const { minimumDays, offset } = useSession()
  const bills = useLoaded(office.bills, 'bills')
  const points = useLoaded(office.contactPoints, 'contact-points')
  const form = useKept<PrepareForm>(`prepare ${props.billId}`, () => emptyForm(props.draftId ?? '', words))
  const doing = useDoing()
  const [round, setRound] = useState(0)
  const bill = bills.data?.bills.find(({ id }) => id === props.billId)
  const back = {
    to: { screen: 'bill', billId: props.billId } as const,
    name: bill?.title ?? words.bills.title,
  }
  const window = windowOf(form.value, minimumDays, offset)
  const mends = prepareMends(form.value, window)
  const pointName = (id: string) => points.data?.contactPoints.find((point) => point.id === id)?.name ?? id
  const store = () => {
    setRound(round + 1)
    const input = consultationInput(form.value, props.billId, minimumDays, offset)
    if (mends.length > 0 || !input) return
    doing.run(async () => {
      const consultation = await office.prepare(input)
      form.forget()
      location.hash = printRoute({ screen: 'consultation', consultationId: consultation.id })
    })
  }
  return (
    <Screen title={words.consulting.prepareTitle} back={back}>
      <p class="measure">{words.consulting.prepareLead}</p>
      <TroubleBox trouble={bills.trouble ?? points.trouble} />
      {!bill && !bills.trouble && <Waiting />}
      {bill?.drafts.length === 0 && <p>{words.consulting.noDraft}</p>}
      {bill && bill.drafts.length > 0 && (
        <div class="form">
          <MendList
            round={round}
            mends={mends.map((mend) => ({ id: mend, text: mendSentence(mend, words, pointName) }))}
          />
          <SelectField
            id="draftId"
            label={words.consulting.draft}
            value={form.value.draftId}
            empty={words.deciding.chooseOutcome}
            error={
              round > 0 && mends.includes('draftId')
                ? words.trouble.fieldChoose(words.consulting.draft)
                : undefined
            }
            choices={bill.drafts.map((draft) => ({
              value: draft.id,
              name: `${words.stageNames[draft.stage]} · ${words.bills.dated(draft.datedOn)}`,
            }))}
            onValue={(draftId) => form.set({ draftId })}
          />
          <PrepareWindow form={form.value} set={form.set} window={window} mends={round > 0 ? mends : []} />
          <PrepareTelling form={form.value} set={form.set} mends={round > 0 ? mends : []} />
          <PrepareTasks
            form={form.value}
            set={form.set}
            points={points.data?.contactPoints ?? []}
            mends={round > 0 ? mends : []}
          />
          <TroubleBox trouble={doing.trouble} />
          <div class="buttons">
            <Button onPress={store} busy={doing.busy} busyWords={words.saving}>
              {words.consulting.store}
            </Button>
            {form.restored && (
              <Button kind="text" onPress={form.forget}>
                {words.discard}
              </Button>
            )}
          </div>
        </div>
      )}
    </Screen>
  )
}

function emptyForm(draftId: string, words: Strings): PrepareForm {
  return {
    id: clientId('c', randomBytes()),
    draftId,
    opensOn: '',
    opensTime: '',
    closesOn: '',
    closesTime: '',
    shortReason: '',
    answerOn: '',
    note: '',
    questions: '',
    categories: words.consulting.defaultCategories,
    postal: '',
    phone: '',
    tasks: {},
  }
}

function mendSentence(mend: PrepareMend, words: Strings, pointName: (id: string) => string): string {
  const { consulting, trouble } = words
  if (mend.startsWith('due ')) return trouble.fieldMissing(consulting.dueOn(pointName(mend.slice(4))))
  switch (mend) {
    case 'draftId':
      return trouble.fieldChoose(consulting.draft)
    case 'opensOn':
      return trouble.fieldMissing(consulting.opensOn)
    case 'closesOn':
      return trouble.fieldMissing(consulting.closesOn)
    case 'backwards':
      return consulting.clockBackwards
    case 'shortReason':
      return trouble.fieldMissing(consulting.shortReason)
    case 'answerOn':
      return trouble.fieldMissing(consulting.answerOn)
    default:
      return trouble.fieldMissing(consulting.note)
  }
}
