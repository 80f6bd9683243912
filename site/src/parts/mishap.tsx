import { Component, type ComponentChildren } from 'preact'

export interface MishapWords {
  title?: string
  /** That nothing typed is lost. */
  text: string
  again: string
}

interface MishapProps {
  words: MishapWords
  children: ComponentChildren
}

/** A fault of ours in drawing a screen must not leave an empty page: said plainly, with the way on. */
export class Mishap extends Component<MishapProps, { failed: boolean }> {
  static override getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  constructor() {
    super()
    this.state = { failed: false }
  }

  override render() {
    const { words, children } = this.props
    if (!this.state.failed) return children
    return (
      <main class="wrap" id="main">
        <div class="error-summary" role="alert">
          {words.title && <h1 tabIndex={-1}>{words.title}</h1>}
          <p>{words.text}</p>
          <button type="button" class="button" onClick={() => location.reload()}>
            {words.again}
          </button>
        </div>
      </main>
    )
  }
}
