import type { ContactPoint } from '#core/contact-point.ts'
import { useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { Button } from '../../../parts/button.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Done, Screen, TroubleBox } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { ContactPointForm } from './contact-point-form.tsx'

/** Contact points of both networks with their stations; everything here is public. */
export function ContactPoints() {
  const { governing, colon, listSeparator } = useWords()
  const { me } = useSession()
  const { data, trouble, reload } = useLoaded(office.contactPoints, 'contact-points')
  const [editing, setEditing] = useState<string>()
  const [said, setSaid] = useState('')
  const mayWrite = me.role === 'admin'
  const form = (point: ContactPoint | undefined) => (
    <ContactPointForm
      point={point}
      onCancel={() => setEditing(undefined)}
      onStored={(name) => {
        setEditing(undefined)
        setSaid(governing.stored(name))
        reload()
      }}
    />
  )
  return (
    <Screen title={governing.pointsTitle}>
      {said && <Done>{said}</Done>}
      <TroubleBox trouble={trouble} onRetry={reload} />
      {!data && !trouble && <Waiting />}
      {data?.contactPoints.length === 0 && <p>{governing.noPointsYet}</p>}
      <ul class="plain points">
        {data?.contactPoints.map((point) => (
          <li key={point.id}>
            {editing === point.id ? (
              form(point)
            ) : (
              <>
                <h2>{point.name}</h2>
                <p>
                  {governing.ownerNames[point.owner]} · {governing.tierNames[point.tier]} · {point.area}
                </p>
                <p class="soft">
                  {[point.address, point.phone, point.openingHours].filter((part) => part !== '').join(' · ')}
                </p>
                {point.stations.length > 0 && (
                  <p class="soft">
                    {governing.stations}
                    {colon}
                    {point.stations.map(({ name }) => name).join(listSeparator)}
                  </p>
                )}
                {mayWrite && (
                  <Button
                    kind="quiet"
                    onPress={() => setEditing(point.id)}
                    label={governing.edit(point.name)}
                  >
                    {governing.change}
                  </Button>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <section>
          {editing === 'new' ? (
            <>
              <h2>{governing.newPoint}</h2>
              {form(undefined)}
            </>
          ) : (
            <Button onPress={() => setEditing('new')}>{governing.newPoint}</Button>
          )}
        </section>
      )}
    </Screen>
  )
}
