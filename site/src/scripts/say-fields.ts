import { answerNames, type AnswerName } from '#contract/answer-names.ts'
import type { FieldProblemAnswer } from '#contract/field-problem.ts'
import { all, element, need } from './dom.ts'
import type { Answers } from './say-draft.ts'
import type { SayPage } from './say-words.ts'

/** The answers as they stand in a form; empty ones are left out. */
export function readAnswers(form: HTMLFormElement): Answers {
  const given = new FormData(form)
  const answers: Answers = {}
  for (const name of answerNames) {
    const value = given.get(name)
    if (typeof value === 'string' && value.trim() !== '') answers[name] = value
  }
  return answers
}

/** Puts kept answers back into the form. */
export function writeAnswers(form: HTMLFormElement, answers: Answers): void {
  for (const name of answerNames) {
    const value = answers[name]
    const field = form.elements.namedItem(name)
    if (value === undefined || field === null) continue
    if (field instanceof RadioNodeList) field.value = value
    else (field as HTMLTextAreaElement).value = value
  }
  const isMore = answerNames.some((name) => name !== 'changeType' && name !== 'verbatim' && answers[name])
  if (isMore) need<HTMLDetailsElement>(form, 'details').open = true
}

/** What can be told before sending; the server's own rules decide. Code points are counted, as the server does. */
export function findProblems(form: HTMLFormElement, page: SayPage): FieldProblemAnswer[] {
  const answers = readAnswers(form)
  const problems: FieldProblemAnswer[] = []
  const tell = (field: AnswerName, code: FieldProblemAnswer['code'], word: string): number =>
    problems.push({ field, code, message: page.words[word] ?? '' })
  if (!answers.changeType) tell('changeType', 'required', 'choose')
  if (!answers.verbatim) tell('verbatim', 'required', 'required')
  for (const field of all<HTMLTextAreaElement>(form, '[data-limit]'))
    if ([...field.value.trim()].length > Number(field.dataset['limit']))
      tell(field.name as AnswerName, 'too-long', 'tooLong')
  return problems
}

/** Takes every error sign away. */
export function clearProblems(form: HTMLFormElement): void {
  need(form, '.error-summary').hidden = true
  for (const field of all(form, '.field')) {
    field.classList.remove('wrong')
    need(field, '.error').hidden = true
    for (const input of all(field, '[aria-invalid]')) input.removeAttribute('aria-invalid')
  }
}

/** Names every problem at its field and in a summary that takes focus; each line leads to its field. */
export function showProblems(form: HTMLFormElement, problems: readonly FieldProblemAnswer[]): void {
  clearProblems(form)
  const lines = problems.map((problem) => {
    const field = form.querySelector<HTMLElement>(
      `[data-field="${CSS.escape(problem.field.replace('proponent.', ''))}"]`,
    )
    if (!field) return element('li', problem.message)
    field.classList.add('wrong')
    const error = need(field, '.error')
    error.hidden = false
    error.textContent = problem.message
    const input = field.querySelector<HTMLElement>('textarea, select, input[type=text]')
    input?.setAttribute('aria-invalid', 'true')
    field.closest('details')?.setAttribute('open', '')
    const label = need(field, 'label, legend').firstChild?.textContent ?? ''
    const link = element('a', `${label.trim()} ${problem.message}`)
    link.href = `#${(input ?? field).id}`
    link.addEventListener('click', (event) => {
      event.preventDefault()
      ;(input ?? field).focus()
    })
    const line = element('li')
    line.append(link)
    return line
  })
  const summary = need(form, '.error-summary')
  need(summary, 'ul').replaceChildren(...lines)
  summary.hidden = false
  summary.focus()
}
