import { directTableRows } from '#contract/export-api.ts'
import type { OfficeConsultation } from '#contract/office-api.ts'
import {
  type TableEdition,
  tableEditions,
  type TableFormat,
  tableFormats,
} from '#core/deciding/export-job.ts'
import type { Channel } from '#core/opinion.ts'
import { useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { opinionWork } from '../../api/opinion-work.ts'
import { tableApi } from '../../api/table.ts'
import { CheckField, SelectField } from '../../parts/fields.tsx'
import { Button } from '../../../parts/button.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useDoing, useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { usePointNames } from '../../parts/point-names.ts'
import { articlesIn } from '../../rules/decision-check.ts'
import {
  printFilter,
  printRoute,
  takenFilter,
  type DeskRoute,
  type OpinionFilter,
} from '../../rules/desk-route.ts'
import { ActiveFilters, activeKeys } from '../deciding/active-filters.tsx'

/** Which opinions, for whom, as what: short tables at once, long ones by a job. */
export function TableDownloads(props: {
  held: OfficeConsultation
  filter: OpinionFilter
  onRequested: () => void
}) {
  const { table } = useWords()
  const { held } = props
  const filter = Object.fromEntries(new URLSearchParams(printFilter(takenFilter(props.filter))))
  const [edition, setEdition] = useState<TableEdition>('internal')
  const doing = useDoing()
  const { received } = held.tallies
  const isLong = (format: TableFormat) => received > directTableRows[format]
  const { id } = held.consultation
  const request = (format: TableFormat) =>
    doing.run(async () => {
      await tableApi.requestExport(id, { format, edition, filter })
      props.onRequested()
    })
  return (
    <section>
      <h2>{table.takeTitle}</h2>
      <p class="measure">{table.takeLead}</p>
      <WhichOpinions held={held} filter={props.filter} />
      <WhichEdition held={held} edition={edition} onEdition={setEdition} />
      {isLong('xlsx') && <p class="measure">{table.longSay(received)}</p>}
      <TroubleBox trouble={doing.trouble} />
      <ul class="table-formats">
        {tableFormats.map((format) => (
          <li key={format}>
            {isLong(format) ? (
              <Button
                onPress={() => request(format)}
                busy={doing.busy}
                {...(format !== 'xlsx' && { kind: 'quiet' as const })}
              >
                {table.build(table.formats[format].name)}
              </Button>
            ) : (
              <a
                class={format === 'xlsx' ? 'button' : 'button quiet'}
                href={tableApi.address(id, format, edition, filter)}
                download
              >
                {table.download(table.formats[format].name)}
              </a>
            )}
            <span class="soft">{table.formats[format].use}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What has a field here; whatever else a list was filtered by comes along and can be taken away. */
const ownFields = ['article', 'contactPoint', 'channel', 'undecided'] as const

/** The choice stands in the address: a list at the desk leads here with its own. */
function WhichOpinions(props: { held: OfficeConsultation; filter: OpinionFilter }) {
  const words = useWords()
  const { table, working } = words
  const { held, filter } = props
  const to = (chosen: OpinionFilter): DeskRoute => ({
    screen: 'table',
    consultationId: held.consultation.id,
    filter: chosen,
  })
  const set = (changed: OpinionFilter) => {
    location.hash = printRoute(to({ ...filter, ...changed }))
  }
  const provisions = useProvisions(held, filter)
  const found = useFound(held, filter)
  const choices = useChoices(held, provisions)
  const isCarried = activeKeys(filter).some((key) => !(ownFields as readonly string[]).includes(key))
  const field = (name: 'article' | 'contactPoint' | 'channel', label: string) => (
    <SelectField
      label={label}
      value={filter[name] ?? ''}
      onValue={(value) => set({ [name]: value })}
      choices={choices[name]}
      empty={table.all}
    />
  )
  return (
    <fieldset class="table-filters">
      <legend>{table.which}</legend>
      <div class="filters">
        {field('article', table.article)}
        {choices.contactPoint.length > 0 && field('contactPoint', table.contactPoint)}
        {choices.channel.length > 1 && field('channel', table.channel)}
      </div>
      <CheckField
        label={table.onlyUndecided}
        checked={filter.undecided === true}
        onChecked={(undecided) => set({ undecided })}
      />
      {isCarried && <p class="carried">{table.carried}</p>}
      <ActiveFilters held={held} provisions={provisions} filter={filter} except={ownFields} to={to} />
      {found !== undefined && (
        <p role="status">
          <b>{working.found(found.opinions, found.people)}</b>
        </p>
      )}
    </fieldset>
  )
}

/** The articles an article's id means: of the newest draft when the list was by that. */
function useProvisions(held: OfficeConsultation, filter: OpinionFilter) {
  const newest = filter.newest ? held.laterDrafts.at(-1) : undefined
  const later = useLoaded(async () => newest && office.draftText(newest.id), `newest ${newest?.id ?? ''}`)
  return later.data?.provisions ?? held.draft.provisions
}

/** How many opinions are meant; unknown while words are searched for, which means reading all of them. */
function useFound(held: OfficeConsultation, filter: OpinionFilter) {
  const { q, ...counted } = takenFilter(filter)
  const { id } = held.consultation
  const { data } = useLoaded(() => opinionWork.counts(id, counted), `${id} ${printFilter(counted)}`)
  return q ? undefined : data?.total
}

function useChoices(held: OfficeConsultation, provisions: OfficeConsultation['draft']['provisions']) {
  const words = useWords()
  const pointNames = usePointNames(held)
  const points = Object.keys(held.tallies.byContactPoint)
  return {
    article: [
      { value: 'whole', name: words.whole },
      ...articlesIn(provisions).map(({ id, label }) => ({ value: id as string, name: label })),
    ],
    contactPoint:
      points.length === 0
        ? []
        : [
            { value: 'direct', name: words.working.direct },
            ...points.map((id) => ({ value: id, name: pointNames.get(id) ?? id })),
          ],
    channel: Object.keys(held.tallies.byChannel).map((value) => ({
      value,
      name: words.channelNames[value as Channel],
    })),
  }
}

function WhichEdition(props: {
  held: OfficeConsultation
  edition: TableEdition
  onEdition: (edition: TableEdition) => void
}) {
  const { table } = useWords()
  const { held, edition, onEdition } = props
  if (held.state !== 'answered')
    return (
      <p class="soft measure">
        {table.editionSay.internal}
        <br />
        {table.publicLater}
      </p>
    )
  return (
    <fieldset class="table-editions">
      <legend>{table.edition}</legend>
      {tableEditions.map((value) => (
        <label class="check" key={value}>
          <input
            type="radio"
            name="table-edition"
            checked={edition === value}
            onChange={() => onEdition(value)}
          />
          <span>
            <b>{table.editions[value]}</b> <span class="soft">{table.editionSay[value]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
