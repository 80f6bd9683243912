import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OpinionTableRow } from '#contract/opinion-table-columns.ts'
import { outcomes } from '#core/decision.ts'
import type { OpinionId } from '#core/ids.ts'
import { outcomeNames } from '#core/names.ts'
import { decisionsOf, fileOf, loadTable, tableRows, tableScene } from '../support/table-scene.ts'

test(
  'rows shuffled, deleted and edited at random come back as exactly the edits',
  { timeout: 60_000 },
  async () => {
    const scene = await tableScene(12)
    const text = fc.stringMatching(/^[一-龥=+@\n，。a-z]{0,12}$/).map((value) => value.trim())
    const edit = fc.record({
      outcome: fc.constantFrom('', ...outcomes.map((key) => outcomeNames[key])),
      resulting: fc.constantFrom(['', ''], ['第五条', ''], ['第四条第二款', '不得影响居民休息']),
      reason: text,
      note: text,
      proposal: text,
      responsible: text,
      kept: fc.boolean(),
      order: fc.nat(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(edit), { minLength: 12, maxLength: 12 }), async (edits) => {
        const before = await decisionsOf(scene)
        const rows = await tableRows(scene)
        const lines = rows.map((row, place) => {
          const change = edits[place]
          if (!change) return { row, order: place, kept: true, changed: row }
          const { resulting, kept, order, ...cells } = change
          const [resultingProvision = '', resultingQuote = ''] = resulting
          return { row, order, kept, changed: { ...row, ...cells, resultingProvision, resultingQuote } }
        })
        const file = lines.filter(({ kept }) => kept).sort((a, b) => a.order - b.order)
        if (file.length === 0) return
        const verdicts = await loadTable(
          scene,
          await fileOf(
            file.map(({ changed }) => changed),
            scene.consultation.id,
          ),
        )
        expect(verdicts).toMatchObject({ conflict: 0, refused: 0, missing: 12 - file.length })
        const after = new Map((await tableRows(scene)).map((row) => [row.opinionId, row]))
        const shown = (row: OpinionTableRow) => ({ ...row, rev: '' })
        for (const { row, kept, changed } of lines) {
          const now = after.get(row.opinionId) as OpinionTableRow
          expect(shown(now)).toEqual(shown(kept ? changed : row))
          const isEdited = kept && JSON.stringify(shown(changed)) !== JSON.stringify(shown(row))
          expect(Number(now.rev) - (before.get(row.opinionId as OpinionId)?.rev ?? 0)).toBe(isEdited ? 1 : 0)
        }
      }),
      { numRuns: 12 },
    )
  },
)
