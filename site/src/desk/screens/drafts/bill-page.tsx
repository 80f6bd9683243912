import { consultationState } from '#core/consultation.ts'
import { pagePaths } from '#contract/page-paths.ts'
import type { DraftMeta } from '#core/bill.ts'
import { office } from '../../api/office.ts'
import { Waiting } from '../../../parts/waiting.tsx'
import { Link, Screen, TroubleBox } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { nowInstant, useSession } from '../../parts/session.tsx'
import { localDay } from '../../rules/local-time.ts'
import { ConsultationCard } from '../home/home-legislator.tsx'
import { ReleaseDraft } from './release-draft.tsx'

/** One bill: its drafts in the order of its life, its consultations, and what can be done next. */
export function BillPage(props: { billId: string }) {
  const words = useWords()
  const { me } = useSession()
  const { data, trouble, reload } = useLoaded(office.bills, 'bills')
  const bill = data?.bills.find(({ id }) => id === props.billId)
  const back = { to: { screen: 'bills' } as const, name: words.bills.title }
  if (!bill)
    return (
      <Screen title={words.bills.title} back={back}>
        {data ? (
          <p>{words.bills.notHere}</p>
        ) : trouble ? (
          <TroubleBox trouble={trouble} onRetry={reload} />
        ) : (
          <Waiting />
        )}
      </Screen>
    )
  const mayWrite = me.role === 'legislator'
  return (
    <Screen title={bill.title} back={back}>
      {bill.summary && <p class="measure">{bill.summary}</p>}
      {bill.drafts.some(({ publishedAt }) => publishedAt) && (
        <p>
          <a href={pagePaths.bill(bill.id)}>{words.bills.publicPage}</a>
        </p>
      )}
      <section>
        <h2>{words.bills.drafts}</h2>
        {bill.drafts.length === 0 && <p>{words.bills.noDrafts}</p>}
        <ul class="plain">
          {bill.drafts.map((draft) => (
            <DraftRow
              key={draft.id}
              draft={draft}
              before={draftBefore(bill.drafts, draft)}
              mayWrite={mayWrite}
              onReleased={reload}
            />
          ))}
        </ul>
        {mayWrite && (
          <div class="buttons">
            <Link
              to={{ screen: 'import', billId: bill.id }}
              class={bill.drafts.length === 0 ? 'button' : 'button quiet'}
            >
              {words.bills.importDraft}
            </Link>
            {bill.drafts.length > 0 && (
              <Link
                to={{ screen: 'prepare', billId: bill.id }}
                class={bill.consultations.length === 0 ? 'button' : 'button quiet'}
              >
                {words.bills.prepare}
              </Link>
            )}
          </div>
        )}
      </section>
      <section>
        <h2>{words.bills.consultations}</h2>
        {bill.consultations.length === 0 && <p>{words.bills.noConsultations}</p>}
        <ul class="cases">
          {bill.consultations.map((consultation) => (
            <li key={consultation.id}>
              <ConsultationCard
                bill={bill}
                consultation={consultation}
                state={consultationState(consultation, nowInstant())}
              />
            </li>
          ))}
        </ul>
      </section>
    </Screen>
  )
}

function DraftRow(props: {
  draft: DraftMeta
  before: DraftMeta | undefined
  mayWrite: boolean
  onReleased: () => void
}) {
  const words = useWords()
  const { offset } = useSession()
  const { draft } = props
  return (
    <li class="draft-row">
      <p>
        <b>{words.stageNames[draft.stage]}</b>
        <span class="soft">
          {' · '}
          {[
            words.bills.articles(draft.articles),
            words.bills.dated(draft.datedOn),
            draft.publishedAt
              ? words.bills.published(localDay(draft.publishedAt, offset))
              : words.bills.notPublished,
          ].join(' · ')}
        </span>
      </p>
      {props.before && (
        <p>
          <Link to={{ screen: 'lineage', billId: draft.billId, from: props.before.id, to: draft.id }}>
            {words.lineage.link}
          </Link>
        </p>
      )}
      {props.mayWrite && !draft.publishedAt && <ReleaseDraft draft={draft} onReleased={props.onReleased} />}
    </li>
  )
}

/** What a draft is compared with: the newest earlier one the public knows, else the one before it. `drafts` oldest first. */
function draftBefore(drafts: readonly DraftMeta[], draft: DraftMeta): DraftMeta | undefined {
  const earlier = drafts.slice(0, drafts.indexOf(draft))
  return earlier.findLast(({ publishedAt }) => publishedAt !== undefined) ?? earlier.at(-1)
}
