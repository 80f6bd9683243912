import type { BulletinJobs, BulletinPreview as Preview } from '#contract/bulletin-api.ts'
import type { OfficeConsultation } from '#contract/office-api.ts'
import { stylesheetPath } from '#contract/page-paths.ts'
import { articleIdOf, walkProvisions } from '#core/draft/provision.ts'
import { useContext, useState } from 'preact/hooks'
import type { Answer } from '#core/bulletin/long-bulletin.ts'
import type { Became } from '../../../bulletin/answers.ts'
import { correctionHtml } from '../../../bulletin/changes.ts'
import { bulletinHtml } from '../../../bulletin/render-bulletin.ts'
import { stageNamesIn } from '../../../i18n/names.ts'
import { articleWords } from '../../../law/render-law.ts'
import { office } from '../../api/office.ts'
import { deskAuthority } from '../../parts/authority.ts'
import { Button } from '../../../parts/button.tsx'
import { isUnderWay } from '../../parts/bulletin-jobs.ts'
import { localMoment } from '../../rules/local-time.ts'
import { BulletinJob } from './bulletin-job.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { SpeechContext, useWords } from '../../parts/language.tsx'
import { type Loaded, useDoing, useLoaded } from '../../parts/loading.ts'
import { usePointNames } from '../../parts/point-names.ts'
import { useSession } from '../../parts/session.tsx'

const widths = { phone: 390, desktop: 1180 } as const

/** The bulletin as residents will see it: the public page's own maker and stylesheet, at the width of their screen. */
export function BulletinPreview(props: {
  held: OfficeConsultation
  rev: number
  /** Its previews are made by a worker. */
  isLong: boolean
  jobs: Loaded<BulletinJobs>
}) {
  const { bulletin: words } = useWords()
  const { consultation } = props.held
  const [width, setWidth] = useState<keyof typeof widths>('phone')
  // Each look reads every opinion: it is renewed when asked, not at every pause in writing.
  const [shown, setShown] = useState(props.rev)
  const made = props.jobs.data?.preview
  const isMade = !props.isLong || made?.state === 'ready'
  const loaded = useLoaded<Preview | undefined>(
    () => (isMade ? office.bulletinPreview(consultation.id) : Promise.resolve(undefined)),
    `preview ${consultation.id} ${props.isLong ? (made?.finishedAt ?? '') : shown}`,
  )
  return (
    <section class="bulletin-preview">
      <h2>{words.preview}</h2>
      <p>{words.previewSay}</p>
      <div class="buttons" role="group" aria-label={words.preview}>
        {(['phone', 'desktop'] as const).map((each) => (
          <button
            type="button"
            class="button quiet"
            key={each}
            aria-pressed={width === each}
            onClick={() => setWidth(each)}
          >
            {words[each]}
          </button>
        ))}
        {props.isLong ? <MakePreview consultationId={consultation.id} jobs={props.jobs} /> : null}
        {!props.isLong && shown !== props.rev && (
          <button type="button" class="button" onClick={() => setShown(props.rev)}>
            {words.refresh}
          </button>
        )}
        <a class="button quiet" href={office.bulletinFileAddress(consultation.id)}>
          {words.paper}
        </a>
      </div>
      {props.isLong && <p class="soft">{words.longPreviewSay}</p>}
      {props.isLong && <BulletinJob job={made} />}
      <TroubleBox trouble={loaded.trouble} onRetry={loaded.reload} />
      {loaded.data ? (
        <>
          {loaded.data.undecided > 0 && <p role="status">{words.previewUndecided(loaded.data.undecided)}</p>}
          <Frame held={props.held} preview={loaded.data} width={widths[width]} />
        </>
      ) : (
        !loaded.trouble && isMade && <Waiting />
      )}
    </section>
  )
}

/** Has a preview of a long bulletin made. */
function MakePreview(props: { consultationId: string; jobs: Loaded<BulletinJobs> }) {
  const { bulletin: words } = useWords()
  const { offset } = useSession()
  const doing = useDoing()
  const made = props.jobs.data?.preview
  const make = () =>
    doing.run(async () => {
      await office.requestPreview(props.consultationId)
      props.jobs.reload()
    })
  return (
    <>
      {!isUnderWay(made) && (
        <Button onPress={make} busy={doing.busy} kind="quiet">
          {made?.finishedAt === undefined ? words.makePreview : words.makePreviewAgain}
        </Button>
      )}
      {made?.state === 'ready' && made.finishedAt && (
        <span class="soft">{words.previewAt(localMoment(made.finishedAt, offset))}</span>
      )}
      <TroubleBox trouble={doing.trouble} />
    </>
  )
}

function Frame(props: { held: OfficeConsultation; preview: Preview; width: number }) {
  const { bulletin: words } = useWords()
  const { offset } = useSession()
  const { language } = useContext(SpeechContext)
  const { consultation, bill } = props.held
  const { bulletin, earlier } = props.preview
  const { organ, organEn } = deskAuthority()
  const contactPointNames = usePointNames(props.held)
  const html = bulletinHtml({
    language,
    bulletin,
    billTitle: bill.title,
    organ: language === 'zh' ? organ : organEn,
    window: consultation,
    utcOffsetMinutes: offset,
    contactPointNames,
    became: (answer) => becameIn(props.preview, answer, language),
    intoAnchor: ({ draftId, provisionId }) => `into-${draftId}-${articleIdOf(provisionId)}`,
    links: '',
    correction: earlier ? correctionHtml(earlier, bulletin, language) : '',
  })
  const page =
    `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="${location.origin}${stylesheetPath}">` +
    `</head><body><main class="wrap">${html}</main></body></html>`
  return (
    <div class="preview-scroll" tabIndex={0} role="region" aria-label={words.preview}>
      {/* Nothing in it runs: it is looked at, and its links lead nowhere. */}
      <iframe
        title={words.preview}
        sandbox="allow-same-origin"
        srcDoc={page}
        width={props.width}
        data-phone={props.width === widths.phone}
        height={760}
      />
    </div>
  )
}

/** The words an answer became, marked in the later draft as the page will show them. */
function becameIn({ later }: Preview, { resulting }: Answer, language: 'zh' | 'en'): Became | undefined {
  const found = later.find(({ meta }) => meta.id === resulting?.draftId)
  if (resulting === undefined || found === undefined) return undefined
  const { provisionId, provisionLabel, quote, start } = resulting
  const article = [...walkProvisions(found.text.provisions)].find(({ id }) => id === articleIdOf(provisionId))
  return {
    stage: stageNamesIn[language][found.meta.stage],
    label: provisionLabel,
    quote,
    html: article && articleWords(article, { provisionId, quote, start }),
  }
}
