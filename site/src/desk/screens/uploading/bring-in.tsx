import { legislatureShelf } from '#core/collecting/upload-shelf.ts'
import { useState } from 'preact/hooks'
import { Waiting } from '../../../parts/waiting.tsx'
import { office } from '../../api/office.ts'
import { SelectField } from '../../parts/fields.tsx'
import { Link, Screen, TroubleBox } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { ShelfContext } from '../../parts/shelf.ts'
import { UploadDesk } from './upload-desk.tsx'

/** What reached the legislature by other channels, or a contact point that has only paper and a telephone: brought in by its staff. */
export function BringIn(props: { consultationId: string }) {
  const words = useWords()
  const { uploading, collecting } = words
  const { consultationId } = props
  const [shelf, setShelf] = useState<string>(legislatureShelf)
  const held = useLoaded(() => office.consultation(consultationId), consultationId)
  const points = useLoaded(office.contactPoints, 'contact points')
  const back = { to: { screen: 'consultation', consultationId } as const, name: held.data?.bill.title ?? '' }
  if (!held.data || !points.data) {
    const trouble = held.trouble ?? points.trouble
    return (
      <Screen title={uploading.bringIn} back={back}>
        {trouble ? <TroubleBox trouble={trouble} onRetry={held.reload} /> : <Waiting />}
      </Screen>
    )
  }
  const { consultation, bill, draft, state } = held.data
  const mayUpload = state === 'open' || state === 'closed' || state === 'answered'
  const choices = [
    { value: legislatureShelf, name: uploading.bringInOwn },
    ...points.data.contactPoints.map(({ id, name }) => ({ value: id, name, group: uploading.bringInPoints })),
  ]
  return (
    <Screen
      title={uploading.bringIn}
      kind={`${bill.title} · ${words.stageNames[draft.meta.stage]} · ${words.stateNames[state]}`}
      back={back}
    >
      <p class="measure">{uploading.bringInSay}</p>
      <div class="form">
        <SelectField
          label={uploading.bringInFor}
          hint={shelf === legislatureShelf ? uploading.bringInOwnSay : uploading.bringInPointSay}
          value={shelf}
          onValue={setShelf}
          choices={choices}
        />
      </div>
      <ShelfContext.Provider value={shelf}>
        <UploadDesk
          key={shelf}
          consultationId={consultationId}
          billTitle={bill.title}
          categories={consultation.categories}
          title={uploading.bringInTable}
          say={mayUpload ? collecting.uploadSay : collecting.notOpen}
          mayUpload={mayUpload}
          onStored={() => undefined}
        />
      </ShelfContext.Provider>
      <p>
        <Link
          to={{
            screen: 'opinions',
            consultationId,
            filter: { contactPoint: shelf === legislatureShelf ? 'direct' : shelf },
          }}
        >
          {uploading.bringInSee}
        </Link>
      </p>
    </Screen>
  )
}
