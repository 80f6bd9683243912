import type { OfficeConsultation } from '#contract/office-api.ts'
import type { Channel } from '#core/opinion.ts'
import { CheckField, SelectField } from '../parts/fields.tsx'
import { useWords } from '../parts/language.tsx'
import type { ListingGround } from '../rules/listing-ground.ts'
import { printRoute, type OpinionFilter } from '../rules/desk-route.ts'

/** Filters live in the address, so that a list can be sent to a colleague and Back undoes one. */
export function OpinionFilters(props: {
  held: OfficeConsultation
  ground: ListingGround
  filter: OpinionFilter
}) {
  const words = useWords()
  const { held, ground, filter } = props
  const { byChannel, byContactPoint } = held.tallies
  const { byArticle } = ground
  const newest = held.laterDrafts.at(-1)
  const change = (changed: OpinionFilter) => {
    const { opinion: _, ...kept } = filter
    location.hash = printRoute({
      screen: 'opinions',
      consultationId: held.consultation.id,
      filter: { ...kept, ...changed },
    })
  }
  const counted = (name: string, count: number) => `${name}（${count}）`
  const articles = ground.articles
    .filter(({ id }) => (byArticle[id] ?? 0) > 0)
    .map(({ id, label }) => ({ value: id as string, name: counted(label, byArticle[id] ?? 0) }))
  const gone = byArticle['gone']
    ? [{ value: 'gone', name: counted(words.deciding.gone, byArticle['gone']) }]
    : []
  const whole = byArticle[''] ? [{ value: 'whole', name: counted(words.whole, byArticle['']) }] : []
  const points = held.tasks
    .filter(({ contactPointId }) => (byContactPoint[contactPointId] ?? 0) > 0)
    .map((task) => ({
      value: task.contactPointId as string,
      name: counted(task.contactPointName, byContactPoint[task.contactPointId] ?? 0),
    }))
  return (
    <div class="filters" role="group" aria-label={words.deciding.filters}>
      <SelectField
        label={words.deciding.articleFilter}
        value={filter.article ?? ''}
        empty={words.deciding.allArticles}
        choices={[...whole, ...articles, ...gone]}
        onValue={(article) => change({ article })}
      />
      <SelectField
        label={words.deciding.channelFilter}
        value={filter.channel ?? ''}
        empty={words.deciding.any}
        choices={Object.entries(byChannel).map(([value, count]) => ({
          value,
          name: counted(words.channelNames[value as Channel] ?? value, count),
        }))}
        onValue={(channel) => change({ channel })}
      />
      <SelectField
        label={words.deciding.pointFilter}
        value={filter.contactPoint ?? ''}
        empty={words.deciding.any}
        choices={points}
        onValue={(contactPoint) => change({ contactPoint })}
      />
      {newest && (
        <CheckField
          label={words.deciding.byNewest(words.stageNames[newest.stage])}
          checked={filter.newest === true}
          onChecked={(byNewest) => {
            // An article's number means another article in the other draft.
            const { article: _article, ...kept } = filter
            location.hash = printRoute({
              screen: 'opinions',
              consultationId: held.consultation.id,
              filter: { ...kept, newest: byNewest },
            })
          }}
        />
      )}
      <CheckField
        label={words.deciding.undecidedOnly}
        checked={filter.undecided === true}
        onChecked={(undecided) => change({ undecided })}
      />
    </div>
  )
}
