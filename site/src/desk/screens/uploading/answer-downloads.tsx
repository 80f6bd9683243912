import type { BatchRowAnswer } from '#contract/batch-api.ts'
import { batches } from '../../api/batches.ts'
import { Button } from '../../../parts/button.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useDoing } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { answerCsv, answerTable } from '../../rules/answer-table.ts'

/** What became of each row, to take away: a workbook, or plain CSV. The codes in it are in no address. */
export function AnswerDownloads(props: { rows: readonly BatchRowAnswer[]; billTitle: string }) {
  const words = useWords()
  const { uploading } = words
  const doing = useDoing()
  const table = () => answerTable(props.rows, props.billTitle, words)
  const saveWorkbook = () =>
    doing.run(async () => saveFile(await batches.answerSheet(table()), `${table().title}.xlsx`))
  const saveCsv = () =>
    saveFile(new Blob([answerCsv(table())], { type: 'text/csv;charset=utf-8' }), `${table().title}.csv`)
  return (
    <>
      <div class="buttons no-print">
        <Button kind="quiet" onPress={saveWorkbook} busy={doing.busy} busyWords={words.loading}>
          {uploading.answersXlsx}
        </Button>
        <Button kind="text" onPress={saveCsv}>
          {uploading.answersCsv}
        </Button>
      </div>
      <TroubleBox trouble={doing.trouble} onRetry={saveWorkbook} />
    </>
  )
}
