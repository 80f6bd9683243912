import { directTableRows } from '#contract/export-api.ts'
import type { OfficeConsultation } from '#contract/office-api.ts'
import { type TableEdition, tableEditions, type TableFormat, tableFormats } from '#core/export-job.ts'
import type { Channel } from '#core/opinion.ts'
import { useState } from 'preact/hooks'
import { tableApi, type TableFilter } from '../api/table.ts'
import { CheckField, SelectField } from '../parts/fields.tsx'
import { Button } from '../../parts/button.tsx'
import { TroubleBox } from '../parts/frame.tsx'
import { useDoing } from '../parts/loading.ts'
import { useWords } from '../parts/language.tsx'
import { articlesIn } from '../rules/decision-check.ts'

/** Which opinions, for whom, as what: short tables at once, long ones by a job. */
export function TableDownloads(props: { held: OfficeConsultation; onRequested: () => void }) {
  const { table } = useWords()
  const { held } = props
  const [filter, setFilter] = useState<TableFilter>({})
  const [edition, setEdition] = useState<TableEdition>('internal')
  const doing = useDoing()
  const { received } = held.tallies
  const isLong = received > directTableRows
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
      <WhichOpinions held={held} filter={filter} onFilter={setFilter} />
      <WhichEdition held={held} edition={edition} onEdition={setEdition} />
      {isLong && <p class="measure">{table.longSay(received)}</p>}
      <TroubleBox trouble={doing.trouble} />
      <ul class="table-formats">
        {tableFormats.map((format) => (
          <li key={format}>
            {isLong ? (
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

function WhichOpinions(props: {
  held: OfficeConsultation
  filter: TableFilter
  onFilter: (filter: TableFilter) => void
}) {
  const words = useWords()
  const { table } = words
  const { held, filter, onFilter } = props
  const set = (name: string, value: string) => {
    const { [name]: _, ...rest } = filter
    onFilter(value === '' ? rest : { ...rest, [name]: value })
  }
  const pointNames = new Map(held.tasks.map((task) => [task.contactPointId as string, task.contactPointName]))
  const points = Object.keys(held.tallies.byContactPoint).map((id) => ({
    value: id,
    name: pointNames.get(id) ?? id,
  }))
  const channels = Object.keys(held.tallies.byChannel).map((value) => ({
    value,
    name: words.channelNames[value as Channel],
  }))
  const articles = [
    { value: 'whole', name: words.whole },
    ...articlesIn(held.draft.provisions).map(({ id, label }) => ({ value: id as string, name: label })),
  ]
  const field = (name: string, label: string, choices: { value: string; name: string }[]) => (
    <SelectField
      label={label}
      value={filter[name] ?? ''}
      onValue={(value) => set(name, value)}
      choices={choices}
      empty={table.all}
    />
  )
  return (
    <fieldset class="table-filters">
      <legend>{table.which}</legend>
      <div class="filters">
        {field('article', table.article, articles)}
        {points.length > 0 && field('contactPoint', table.contactPoint, points)}
        {channels.length > 1 && field('channel', table.channel, channels)}
      </div>
      <CheckField
        label={table.onlyUndecided}
        checked={filter['undecided'] === '1'}
        onChecked={(checked) => set('undecided', checked ? '1' : '')}
      />
    </fieldset>
  )
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
        {table.editionSay.internal} {table.publicLater}
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
