import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { inLanguage, pagePaths } from '#contract/page-paths.ts'
import { parseReceiptCode, printReceiptCode } from '#core/collecting/receipt.ts'
import { qrSvg } from '../../scripts/qr.ts'
import type { StoredOpinion } from '../engine/collector.ts'
import { articleLabel } from '../rules/article-label.ts'
import { useTimes } from './clock.tsx'
import { useCollecting } from './collecting.tsx'
import { Button } from '../../parts/button.tsx'
import { SpeechContext, useWords } from './language.tsx'

const papers = ['slip58', 'slip80', 'a4'] as const
type Paper = (typeof papers)[number]
const paperKey = 'kaimen-collect-paper'

function rememberedPaper(): Paper {
  return papers.find((paper) => paper === localStorage.getItem(paperKey)) ?? 'slip58'
}

/** The receipt as it is handed over: code in six groups, QR, where to look, on the width of paper there is. */
export function Slip(props: { record: StoredOpinion; title: string | undefined }) {
  const { receipt } = useWords().opinion
  const [paper, setPaper] = useState(rememberedPaper)
  const choose = (chosen: Paper) => {
    localStorage.setItem(paperKey, chosen)
    setPaper(chosen)
  }
  return (
    <section class={`slip ${paper}`} aria-label={receipt.title}>
      <SlipFace {...props} />
      <div class="slip-deeds">
        <p>{receipt.give}</p>
        <div class="buttons">
          <Button kind="quiet" onPress={() => window.print()}>
            {receipt.print}
          </Button>
          <label class="paper">
            <span>{receipt.paper}</span>
            <select value={paper} onChange={(event) => choose(event.currentTarget.value as Paper)}>
              {papers.map((one) => (
                <option key={one} value={one}>
                  {receipt.papers[one]}
                </option>
              ))}
            </select>
          </label>
        </div>
      </div>
    </section>
  )
}

function SlipFace({ record, title }: { record: StoredOpinion; title: string | undefined }) {
  const words = useWords()
  const { receipt } = words.opinion
  const { language } = useContext(SpeechContext)
  const { collector } = useCollecting()
  const { moment } = useTimes()
  const access = collector.access()
  const code = parseReceiptCode(record.receiptCode)
  const groups = code ? printReceiptCode(code).split(' ') : []
  const path = inLanguage(pagePaths.receipt, language)
  return (
    <div class="slip-face">
      <p class="slip-head">
        <b>{receipt.title}</b>
        {access.state === 'open' && <span lang="zh-CN">{access.kit.contactPoint.name}</span>}
      </p>
      <p class="slip-about" lang="zh-CN">
        {title}
        {record.content.provisionId && <b>　{articleLabel(record.content.provisionId)}</b>}
      </p>
      <p class="label">{receipt.code}</p>
      <p class="big-code">
        {groups.map((group, place) => (
          <span key={place}>{group}</span>
        ))}
      </p>
      <Qr address={`${location.origin}${path}#${code ?? ''}`} label={receipt.qr} />
      <p class="slip-hint">{receipt.forThem}</p>
      <p class="soft">
        {receipt.where} {location.host}
        {path}
      </p>
      <p class="soft">{receipt.written(moment(record.content.collectedAt))}</p>
    </div>
  )
}

/** The code stands in the fragment: it never reaches a server's log. */
function Qr(props: { address: string; label: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(
    () => place.current?.replaceChildren(qrSvg(props.address, props.label)),
    [props.address, props.label],
  )
  return <div class="slip-qr" ref={place} />
}
