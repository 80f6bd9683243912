import type { ComponentChildren } from 'preact'
import { useWords } from './language.tsx'

/** The titles of a table of counts: of what, opinions, people, and what a table has beside. */
export function CountHead(props: { of: string; children?: ComponentChildren }) {
  const { point } = useWords()
  return (
    <thead>
      <tr>
        <th scope="col">{props.of}</th>
        <th scope="col" class="num">
          {point.opinions}
        </th>
        <th scope="col" class="num">
          {point.persons}
        </th>
        {props.children}
      </tr>
    </thead>
  )
}
