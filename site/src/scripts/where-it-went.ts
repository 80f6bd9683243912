import { articleName } from './article-tree.ts'
import { element } from './dom.ts'
import { fillIn, type EarlierText, type FindPage } from './find-words.ts'

/**
 * A link to 第二十四条 may have been made for an earlier text of the bill. When the page is opened at an article whose
 * number stood for other words then, it says where those words went (R7): nobody is led to the wrong article unawares.
 */
export function sayWhereItWent(page: FindPage): void {
  const asked = location.hash.slice(1)
  const id = asked.split('.')[0] ?? ''
  // What is known of the 款 itself, else of its article.
  const notes = page.earlier.flatMap((text) => {
    const told = text.moved[asked] ? asked : id
    return text.moved[told] ? [noteOf(page, text, told)] : []
  })
  if (notes.length === 0) return
  const article = document.getElementById(id)
  const number = article?.querySelector('.number')
  if (number) number.after(...notes)
  else {
    page.law.before(...notes)
    notes[0]?.scrollIntoView()
  }
}

function noteOf(page: FindPage, { stage, path, moved }: EarlierText, id: string): HTMLElement {
  const { words } = page
  const to = moved[id] ?? []
  const values = { '@': stage, '%': articleName(id) }
  const note = element('p', fillIn(to.length > 0 ? words.went : words.gone, values), 'went')
  note.setAttribute('role', 'status')
  for (const target of to) note.append(' ', linkTo(`#${target}`, articleName(target)))
  note.append(' · ', linkTo(`${path}#${id}`, words.readThere))
  return note
}

function linkTo(href: string, text: string): HTMLAnchorElement {
  const link = element('a', text)
  link.href = href
  return link
}
