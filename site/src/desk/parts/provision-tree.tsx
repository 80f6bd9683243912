import type { Provision } from '#core/provision.ts'

/** A draft as it was read: chapters as headings, articles with their number, 款 项 目 as lines. */
export function ProvisionTree(props: { provisions: readonly Provision[]; marked?: string | undefined }) {
  return (
    <div class="tree">
      {props.provisions.map((provision) => (
        <Node key={provision.id} provision={provision} />
      ))}
    </div>
  )
}

function Node(props: { provision: Provision }) {
  const { provision } = props
  const children = provision.children.map((child) => <Node key={child.id} provision={child} />)
  switch (provision.kind) {
    case 'part':
    case 'chapter':
    case 'section':
    case 'annex':
      return (
        <div class={`tree-${provision.kind}`}>
          <p class="tree-heading">
            {provision.label}　{provision.heading}
          </p>
          {provision.text && <p>{provision.text}</p>}
          {children}
        </div>
      )
    case 'article':
      return (
        <div class="tree-article">
          <b>{provision.label}</b>
          <div>{children}</div>
        </div>
      )
    case 'paragraph':
    case 'item':
    case 'subitem':
      return (
        <div class={`tree-${provision.kind}`}>
          <p>
            {provision.label}
            {provision.text}
          </p>
          {children}
        </div>
      )
  }
}

/** The words of one article beside an opinion. */
export function ArticleWords(props: { provision: Provision }) {
  return (
    <div class="law-words">
      <ProvisionTree provisions={[props.provision]} />
    </div>
  )
}
