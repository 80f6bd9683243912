import type { OfficeConsultation } from '#contract/office-api.ts'
import type { ContactPoint } from '#core/contact-point.ts'
import { printDate, printDeadline } from '#contract/print-time.ts'
import { stageNamesIn } from '../../../i18n/names.ts'
import { askedArticles } from '../../../paper/asked-articles.ts'
import { paperEn } from '../../../paper/paper.en.ts'
import { PaperPreview, PaperRun } from '../../../paper/paper-run.tsx'
import type { PaperTask } from '../../../paper/paper-task.ts'
import { paperZh } from '../../../paper/paper.zh.ts'
import { office } from '../../api/office.ts'
import { deskAuthority } from '../../parts/authority.ts'
import { Button } from '../../../parts/button.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Screen, TroubleBox } from '../../parts/frame.tsx'
import { useKept } from '../../parts/kept.ts'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { PrintStage } from '../../parts/print-stage.tsx'
import { useSession } from '../../parts/session.tsx'
import { mostCopies, paperChoices, readCopies, type PaperChoice } from '../../rules/paper-choice.ts'
import { AskedArticlesField } from './asked-articles-field.tsx'
import { PaperChoiceFields } from './paper-choice-fields.tsx'

/** Paper forms of a task: which articles, how large, how many; codes are made while printing. */
export function Paper(props: { consultationId: string }) {
  const words = useWords()
  const id = props.consultationId
  const held = useLoaded(() => office.consultation(id), id)
  const points = useLoaded(office.contactPoints, 'contact-points')
  const back = { to: { screen: 'task', consultationId: id } as const, name: held.data?.bill.title ?? '' }
  const trouble = held.trouble ?? points.trouble
  if (!held.data || !points.data)
    return (
      <Screen title={words.paper.title}>
        {trouble ? <TroubleBox trouble={trouble} onRetry={held.reload} /> : <Waiting />}
      </Screen>
    )
  return (
    <Screen title={words.paper.title} back={back}>
      <PaperDesk held={held.data} points={points.data.contactPoints} />
    </Screen>
  )
}

function PaperDesk(props: { held: OfficeConsultation; points: readonly ContactPoint[] }) {
  const { paper } = useWords()
  const { me, offset } = useSession()
  const { held } = props
  const { consultation, draft } = held
  const { value, set } = useKept<PaperChoice>(`paper ${consultation.id}`, () => ({
    what: 'usual',
    language: 'zh',
    byHand: false,
    copies: '10',
    asked: undefined,
  }))
  const note = held.tasks.find(({ contactPointId }) => contactPointId === me.contactPoint?.id)?.note ?? ''
  const told = [note, consultation.explanatoryNote, ...consultation.guidingQuestions]
  const asked = value.asked ?? askedArticles(draft.provisions, told)
  const choices = paperChoices(value, asked)
  const point = props.points.find((one) => one.id === me.contactPoint?.id)
  const run = {
    task: paperTaskOf(held, point, value.language, offset),
    choices,
    words: value.language === 'en' ? paperEn : paperZh,
  }
  const wrong = readCopies(value.copies) === undefined
  return (
    <>
      <p class="measure">{paper.lead}</p>
      {held.state !== 'open' && held.state !== 'scheduled' && held.state !== 'prepared' && (
        <p class="measure next">{paper.closed}</p>
      )}
      <PaperChoiceFields
        choice={value}
        choices={choices}
        onChoice={set}
        error={wrong ? paper.copiesWrong(mostCopies) : undefined}
      />
      {choices.kind === 'form' && (
        <AskedArticlesField
          provisions={draft.provisions}
          asked={asked}
          onAsked={(ids) => set({ asked: ids })}
        />
      )}
      <p class="buttons">
        <Button onPress={() => window.print()} disabled={wrong}>
          {paper.print}
        </Button>
        <span class="soft">{paper.printAgain}</span>
      </p>
      <h2 class="after">{paper.preview}</h2>
      <p class="soft">{paper.previewSay}</p>
      <PrintStage
        label={paper.preview}
        preview={() => <PaperPreview {...run} />}
        printed={() => <PaperRun {...run} />}
      />
    </>
  )
}

function paperTaskOf(
  { consultation, bill, draft }: OfficeConsultation,
  point: ContactPoint | undefined,
  language: 'zh' | 'en',
  offset: number,
): PaperTask {
  const authority = deskAuthority()
  return {
    origin: location.origin,
    organ: language === 'en' ? authority.organEn : authority.organ,
    bill,
    draft: {
      id: draft.meta.id,
      title: draft.meta.title,
      stageName: stageNamesIn[language][draft.meta.stage],
      provisions: draft.provisions,
    },
    contactPoint: point ?? {
      id: '',
      name: '',
      address: consultation.postalAddress,
      phone: consultation.phone,
    },
    closes: printDeadline(consultation.closesAt, language, offset),
    answerExpected: printDate(consultation.answerExpectedOn, language),
    noticeVersion: consultation.noticeVersion,
    categories: consultation.categories,
    questions: consultation.guidingQuestions,
    exampleMark: authority.exampleMark,
  }
}
