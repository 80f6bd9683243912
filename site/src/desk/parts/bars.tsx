import type { ComponentChildren } from 'preact'
import { chineseWords } from '../../parts/chinese-words.ts'
import type { Bar } from '../rules/shares.ts'
import { useWords } from './language.tsx'

/** Counts as a table with a bar in each row: the numbers are the table, the bars help the eye. */
export function Bars(props: {
  title: string
  bars: readonly Bar[]
  nameOf?: (bar: Bar) => ComponentChildren
}) {
  const words = useWords()
  return (
    <table class="bars">
      <caption>{props.title}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{props.title}</th>
          <th scope="col">{words.consulting.count}</th>
        </tr>
      </thead>
      <tbody>
        {props.bars.map((bar) => (
          <tr key={bar.key}>
            <th scope="row" lang={props.nameOf ? undefined : chineseWords(bar.name)}>
              {props.nameOf ? props.nameOf(bar) : bar.name}
            </th>
            <td>
              <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect width={Math.max(0.8, bar.share * 100)} height="10" />
              </svg>
              <span class="num">{bar.count}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
