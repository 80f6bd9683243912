import type { ComponentChildren } from 'preact'
import { chineseWords } from './chinese-words.ts'

export interface LinkProps<Route> {
  to: Route
  class?: string
  current?: boolean
  label?: string
  children: ComponentChildren
}

/** A link to a screen of an app that prints its routes as fragments. */
export function makeLink<Route>(print: (route: Route) => string) {
  return function Link(props: LinkProps<Route>) {
    return (
      <a
        href={print(props.to)}
        class={props.class}
        lang={chineseWords(props.children)}
        aria-label={props.label}
        aria-current={props.current ? 'page' : undefined}
      >
        {props.children}
      </a>
    )
  }
}
