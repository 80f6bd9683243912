import type { Provision } from '#core/draft/provision.ts'

/** A draft as it was read: chapters as headings, articles with their number, 款 项 目 as lines. */
export function ProvisionTree(props: { provisions: readonly Provision[]; quote?: string | undefined }) {
  return (
    <div class="tree" lang="zh-CN">
      {props.provisions.map((provision) => (
        <Node key={provision.id} provision={provision} quote={props.quote} />
      ))}
    </div>
  )
}

/** A line of the draft, the words somebody points at marked in it; a quotation of several lines line by line. */
function Line(props: { text: string; quote: string | undefined }) {
  const { text, quote } = props
  const found = (quote ?? '')
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && text.includes(line))
  if (found === undefined) return <>{text}</>
  const start = text.indexOf(found)
  return (
    <>
      {text.slice(0, start)}
      <mark>{found}</mark>
      {text.slice(start + found.length)}
    </>
  )
}

function Node(props: { provision: Provision; quote: string | undefined }) {
  const { provision, quote } = props
  const children = provision.children.map((child) => <Node key={child.id} provision={child} quote={quote} />)
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
          {provision.text && (
            <p>
              <Line text={provision.text} quote={quote} />
            </p>
          )}
          {children}
        </div>
      )
    case 'article':
      return (
        <div class="tree-article">
          <b>{provision.label}</b>
          <div>
            {provision.heading && <p class="tree-title">{provision.heading}</p>}
            {children}
          </div>
        </div>
      )
    case 'closing':
      return (
        <div class="tree-closing">
          {provision.text.split('\n').map((line, place) => (
            <p key={place}>
              <Line text={line} quote={quote} />
            </p>
          ))}
        </div>
      )
    case 'paragraph':
    case 'item':
    case 'subitem':
      return (
        <div class={`tree-${provision.kind}`}>
          <p>
            {provision.label}
            <Line text={provision.text} quote={quote} />
          </p>
          {children}
        </div>
      )
  }
}

/** The words of one article beside an opinion. */
export function ArticleWords(props: { provision: Provision; quote?: string | undefined }) {
  return (
    <div class="law-words">
      <ProvisionTree provisions={[props.provision]} quote={props.quote} />
    </div>
  )
}
