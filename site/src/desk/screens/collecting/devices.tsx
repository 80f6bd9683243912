import type { DeviceList, EnrolmentInvitation } from '#contract/collect-api.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { enrolmentAddress } from '../../../scan/enrolment-address.ts'
import { qrSvg } from '../../../scripts/qr.ts'
import { deviceDesk } from '../../api/devices.ts'
import { Button } from '../../../parts/button.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { DoOrLeave } from '../../parts/do-or-leave.tsx'
import { Done, Link, Screen, TroubleBox } from '../../parts/frame.tsx'
import { useDoing, useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { localMoment } from '../../rules/local-time.ts'
import { CarriedImport } from './carried-import.tsx'

type Device = DeviceList['devices'][number]

/** The devices of a contact point: enrolled by a code on this screen, ended when one is lost. */
export function Devices() {
  const words = useWords()
  const { devices } = words
  const { me } = useSession()
  const held = useLoaded(deviceDesk.list, 'devices')
  const [said, setSaid] = useState('')
  const maySettle = me.role === 'liaison' || me.role === 'admin'
  return (
    <Screen title={devices.title} kind={me.contactPoint?.name}>
      <p class="measure">{devices.say}</p>
      {said && <Done>{said}</Done>}
      {me.role === 'liaison' && <Enrol onShown={held.reload} />}
      <section>
        <h2>{devices.list}</h2>
        <TroubleBox trouble={held.trouble} onRetry={held.reload} />
        {!held.data && !held.trouble && <Waiting />}
        {held.data?.devices.length === 0 && <p>{devices.none}</p>}
        {held.data && held.data.devices.length > 0 && (
          <DeviceTable
            devices={held.data.devices}
            mayRevoke={maySettle}
            onRevoked={(name) => {
              setSaid(devices.revoked(name))
              held.reload()
            }}
          />
        )}
        {maySettle && (
          <p>
            <Link to={{ screen: 'quarantine' }}>{devices.toQuarantine}</Link>
          </p>
        )}
      </section>
      <CarriedImport />
    </Screen>
  )
}

function Enrol(props: { onShown: () => void }) {
  const words = useWords()
  const { devices } = words
  const [invitation, setInvitation] = useState<EnrolmentInvitation>()
  const doing = useDoing()
  const make = () =>
    doing.run(async () => {
      setInvitation(await deviceDesk.invite())
      props.onShown()
    })
  return (
    <section>
      <h2>{devices.enrol}</h2>
      <p class="measure">{devices.enrolSay}</p>
      <TroubleBox trouble={doing.trouble} onRetry={make} />
      {invitation && <EnrolCode invitation={invitation} />}
      <div class="buttons">
        <Button
          kind={invitation ? 'quiet' : undefined}
          onPress={make}
          busy={doing.busy}
          busyWords={words.loading}
        >
          {invitation ? devices.newCode : devices.makeCode}
        </Button>
      </div>
    </section>
  )
}

/** The code is in the fragment: it reaches the device, never a server's log. */
function EnrolCode(props: { invitation: EnrolmentInvitation }) {
  const { devices } = useWords()
  const { offset } = useSession()
  const { code, expiresAt } = props.invitation
  const address = enrolmentAddress(location.origin, code)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.replaceChildren(qrSvg(address, devices.qrLabel)), [address])
  return (
    <div class="enrol">
      <div class="enrol-qr" ref={place} />
      <div>
        <p>
          <b>{devices.codeUntil(localMoment(expiresAt, offset))}</b>
        </p>
        <p>{devices.orOpen}</p>
        <p class="enrol-address">{address}</p>
      </div>
    </div>
  )
}

function DeviceTable(props: {
  devices: readonly Device[]
  mayRevoke: boolean
  onRevoked: (name: string) => void
}) {
  const { devices } = useWords()
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{devices.name}</th>
          <th scope="col">{devices.enrolledAt}</th>
          <th scope="col">{devices.seen}</th>
          <th scope="col">{devices.state}</th>
        </tr>
      </thead>
      <tbody>
        {props.devices.map((device) => (
          <DeviceRow
            key={device.id}
            device={device}
            mayRevoke={props.mayRevoke}
            onRevoked={props.onRevoked}
          />
        ))}
      </tbody>
    </table>
  )
}

function DeviceRow(props: { device: Device; mayRevoke: boolean; onRevoked: (name: string) => void }) {
  const { devices } = useWords()
  const { offset } = useSession()
  const { device } = props
  const [asking, setAsking] = useState(false)
  const moment = (at: string) => localMoment(at, offset)
  return (
    <>
      <tr class={device.revokedAt ? 'off' : undefined}>
        <th scope="row">
          {device.name}
          {device.enrolledByName && (
            <span class="soft under" lang="zh-CN">
              {device.enrolledByName}
            </span>
          )}
        </th>
        <td data-th={devices.enrolledAt}>{moment(device.enrolledAt)}</td>
        <td data-th={devices.seen}>{device.lastSeenAt ? moment(device.lastSeenAt) : devices.neverSeen}</td>
        <td data-th={devices.state}>
          {device.revokedAt ? devices.revokedOn(moment(device.revokedAt)) : devices.inUse}
          {props.mayRevoke && !device.revokedAt && !asking && (
            <Button kind="text" label={devices.revokeOf(nameOf(device))} onPress={() => setAsking(true)}>
              {devices.revoke}
            </Button>
          )}
        </td>
      </tr>
      {asking && (
        <tr>
          <td colSpan={4}>
            <AskRevoke device={device} onRevoked={props.onRevoked} onCancel={() => setAsking(false)} />
          </td>
        </tr>
      )}
    </>
  )
}

/** Two phones of one make are told apart by whose they are. */
function nameOf({ name, enrolledByName }: Device): string {
  return enrolledByName === undefined ? name : `${name} · ${enrolledByName}`
}

/** Says what revoking means before it is done: it cannot be undone. */
function AskRevoke(props: { device: Device; onRevoked: (name: string) => void; onCancel: () => void }) {
  const { devices } = useWords()
  const { device } = props
  const doing = useDoing()
  const revoke = () =>
    doing.run(async () => {
      await deviceDesk.revoke(device.id)
      props.onRevoked(nameOf(device))
    })
  return (
    <div class="ask" role="group" aria-label={devices.revokeTitle(nameOf(device))}>
      <b>{devices.revokeTitle(nameOf(device))}</b>
      <p class="measure">{devices.revokeSay}</p>
      <TroubleBox trouble={doing.trouble} />
      <DoOrLeave kind="grave" busy={doing.busy} onDo={revoke} onLeave={props.onCancel}>
        {devices.revokeYes}
      </DoOrLeave>
    </div>
  )
}
