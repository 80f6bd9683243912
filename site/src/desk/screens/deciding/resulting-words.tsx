import type { OfficeConsultation } from '#contract/office-api.ts'
import { citeProvision } from '#core/draft/cite.ts'
import type { ProvisionId } from '#core/ids.ts'
import { office } from '../../api/office.ts'
import { AreaField } from '../../../parts/area-field.tsx'
import { SelectField, type Choice } from '../../parts/fields.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { articleIdOf, articlesIn, linesOf, provisionsOf, wordsStandIn } from '../../rules/decision-check.ts'
import type { PointedWords } from '../../rules/decision-input.ts'
import type { Provision } from '#core/draft/provision.ts'
import { PickWords } from './pick-words.tsx'

/** Points at the words of a later draft that an opinion became (R5): choose the article, select the words in it. */
export function ResultingWordsFields(props: {
  held: OfficeConsultation
  /** The provision of the draft asked about that is answered; `null`: the whole, or none of that draft. */
  about: ProvisionId | null
  typed: PointedWords
  set: (change: Partial<PointedWords>) => void
}) {
  const words = useWords()
  const { deciding } = words
  const { held, typed, set } = props
  const { draftId } = typed
  const { later, lineage } = useLaterDraft(held, draftId)
  if (held.laterDrafts.length === 0) return <p class="next">{deciding.noLaterDraft}</p>
  const provisions = provisionsOf(later.data?.provisions ?? [])
  const chosen = provisions.find(({ id }) => id === typed.provisionId)
  const article = provisions.find(({ id }) => id === articleIdOf(typed.provisionId)) ?? chosen
  const old = held.draft.provisions
  const about = props.about && articleIdOf(props.about)
  const became = (lineage.data?.lineage.links ?? []).flatMap(({ from, to }) =>
    from.some((id) => id === about) ? to : [],
  )
  return (
    <div class="group" role="group" aria-label={deciding.resultingHint}>
      {held.laterDrafts.length > 1 && (
        <SelectField
          label={deciding.resultingDraft}
          value={draftId}
          choices={held.laterDrafts.map((draft) => ({
            value: draft.id,
            name: `${words.stageNames[draft.stage]} · ${words.bills.dated(draft.datedOn)}`,
          }))}
          onValue={(chosenDraft) =>
            set({ draftId: chosenDraft, provisionId: '', quote: '', start: undefined })
          }
        />
      )}
      {!later.data &&
        (later.trouble ? <TroubleBox trouble={later.trouble} onRetry={later.reload} /> : <Waiting />)}
      {later.data && (
        <SelectField
          label={deciding.resulting}
          hint={deciding.resultingHint}
          reach="public"
          value={typed.provisionId}
          empty={deciding.chooseProvision}
          choices={provisionChoices(later.data.provisions, typed.provisionId)}
          onValue={(provisionId) => set({ provisionId, start: undefined })}
        />
      )}
      {typed.provisionId === '' && became.length > 0 && (
        <div class="added-words">
          <span class="text-name">{deciding.nowAt(citeProvision(old, about as ProvisionId))}</span>
          {became.map((id) => (
            <button key={id} type="button" class="jump" onClick={() => set({ provisionId: id })}>
              {citeProvision(later.data?.provisions ?? [], id)}
            </button>
          ))}
        </div>
      )}
      {chosen && article && (
        <QuotedWords
          article={article}
          chosen={chosen}
          pieces={lineage.data?.rows.find(({ to }) => to[0]?.id === article.id)?.pieces}
          typed={typed}
          set={set}
        />
      )}
    </div>
  )
}

/** A later draft, and how its articles came about as far as that is known. */
function useLaterDraft(held: OfficeConsultation, draftId: string) {
  const later = useLoaded(
    () => (draftId === '' ? Promise.resolve(undefined) : office.draftText(draftId)),
    draftId,
  )
  const between = { billId: held.bill.id, from: held.draft.meta.id, to: draftId }
  // Without it the words are shown unmarked; that is no reason to keep anybody from pointing at them.
  const lineage = useLoaded(
    () => (draftId === '' ? Promise.resolve(undefined) : office.lineage(between).catch(() => undefined)),
    draftId,
  )
  return { later, lineage }
}

/** The very words, selected in the article or typed. */
function QuotedWords(props: {
  article: Provision
  chosen: Provision
  pieces: Parameters<typeof PickWords>[0]['pieces']
  typed: PointedWords
  set: (change: Partial<PointedWords>) => void
}) {
  const { deciding } = useWords()
  const { article, chosen, typed, set } = props
  const standing = typed.quote.trim() === '' ? undefined : wordsStandIn(typed.quote, chosen)
  /** Words typed elsewhere in the article than the 款 chosen before are still words of the article. */
  const setQuote = (quote: string) => {
    const isElsewhere = !wordsStandIn(quote, chosen) && wordsStandIn(quote, article)
    const kept = { quote, start: undefined }
    set(isElsewhere ? { ...kept, provisionId: article.id } : kept)
  }
  return (
    <>
      <PickWords
        article={article}
        pieces={props.pieces}
        chosen={{ provisionId: chosen.id, quote: typed.quote, start: typed.start }}
        onPick={set}
      />
      <AreaField
        label={deciding.quote}
        hint={deciding.quoteHint}
        reach="public"
        rows={2}
        max={2000}
        value={typed.quote}
        error={standing === false ? deciding.quoteMissing : undefined}
        onValue={setQuote}
      />
      {standing && (
        <p role="status" class="told">
          {deciding.quoteFound}
        </p>
      )}
    </>
  )
}

/** Articles under their chapters, with their first words; a finer place already chosen stays choosable. */
function provisionChoices(tree: readonly Provision[], chosen: string): Choice[] {
  const chapters = new Map<string, string>()
  for (const chapter of provisionsOf(tree).filter(({ kind }) => kind === 'chapter'))
    for (const article of articlesIn([chapter]))
      chapters.set(article.id, `${chapter.label}　${chapter.heading ?? ''}`)
  return articlesIn(tree).flatMap((article) => {
    const group = chapters.get(article.id)
    const choice = {
      value: article.id as string,
      name: `${article.label}　${linesOf(article).join('').slice(0, 22)}`,
      ...(group ? { group } : {}),
    }
    const isFiner = chosen !== article.id && articleIdOf(chosen) === article.id
    return isFiner
      ? [choice, { ...choice, value: chosen, name: citeProvision(tree, chosen as ProvisionId) }]
      : [choice]
  })
}
