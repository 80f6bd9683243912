import type { OfficeSessionList } from '#contract/session-api.ts'
import { pointDesk } from '../../api/point.ts'
import { Waiting } from '../../../parts/waiting.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { nowInstant, useSession } from '../../parts/session.tsx'
import { fileSize } from '../../rules/file-size.ts'
import { localDay, localMoment } from '../../rules/local-time.ts'

type HeldSession = OfficeSessionList['sessions'][number]
type Proof = HeldSession['attachments'][number]

/** Sessions of collecting, with the photos that prove them and the day on which these are deleted. */
export function HeldSessions(props: { consultationId: string }) {
  const { sessions: own } = useWords()
  const { offset } = useSession()
  const { data, trouble, reload } = useLoaded(
    () => pointDesk.sessions(props.consultationId),
    `sessions ${props.consultationId}`,
  )
  const keeping = () => {
    if (data?.endsAt === undefined) return own.keeps(data?.keptDays ?? 0)
    const moment = localMoment(data.endsAt, offset)
    return data.endsAt > nowInstant() ? own.ends(moment) : own.ended(moment)
  }
  return (
    <section>
      <h2>{own.title}</h2>
      {!data && (trouble ? <TroubleBox trouble={trouble} onRetry={reload} /> : <Waiting />)}
      {data?.sessions.length === 0 && <p>{own.none}</p>}
      {data && data.sessions.length > 0 && (
        <>
          <p class="soft measure">{keeping()}</p>
          <SessionTable sessions={data.sessions} />
        </>
      )}
    </section>
  )
}

function SessionTable(props: { sessions: readonly HeldSession[] }) {
  const { sessions: own, channelNames } = useWords()
  const { me } = useSession()
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{own.where}</th>
          <th scope="col">{own.heldOn}</th>
          <th scope="col">{own.headcount}</th>
          <th scope="col">{own.proofs}</th>
        </tr>
      </thead>
      <tbody>
        {props.sessions.map((session) => (
          <tr key={session.id}>
            <th scope="row">
              {channelNames[session.channel]} · {session.place}
              {!me.contactPoint && <span class="soft"> · {session.contactPointName}</span>}
            </th>
            <td data-th={own.heldOn}>{session.heldOn}</td>
            <td data-th={own.headcount}>{own.people(session.headcount)}</td>
            <td data-th={own.proofs}>
              {session.attachments.length === 0 && own.noProof}
              <Proofs session={session} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Proofs(props: { session: HeldSession }) {
  const { attachments, place } = props.session
  if (attachments.length === 0) return null
  return (
    <ul class="proofs">
      {attachments.map((proof, at) => (
        <li key={proof.id}>
          <ProofLink proof={proof} n={at + 1} place={place} />
        </li>
      ))}
    </ul>
  )
}

function ProofLink(props: { proof: Proof; n: number; place: string }) {
  const { sessions: own } = useWords()
  const { offset } = useSession()
  const { mediaType, erasedAt, complete, bytes, id } = props.proof
  const kind = mediaType.startsWith('image/')
    ? 'photo'
    : mediaType.startsWith('audio/')
      ? 'recording'
      : 'file'
  const name = own[kind](props.n)
  if (erasedAt !== undefined) return <span class="soft">{own.erased(name, localDay(erasedAt, offset))}</span>
  if (!complete) return <span class="soft">{own.onDevice(name)}</span>
  return (
    <>
      <a href={pointDesk.attachmentAddress(id)} download aria-label={own.fileOf(name, props.place)}>
        {name}
      </a>{' '}
      <span class="soft">{fileSize(bytes)}</span>
    </>
  )
}
