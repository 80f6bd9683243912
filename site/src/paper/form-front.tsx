import { noticePath } from '#contract/notice-versions.ts'
import { articlesOf, provisionWords } from '#core/draft/provision.ts'
import { clauseCode } from './clause-code.ts'
import { formAddress } from './paper-address.ts'
import type { PaperChoices, PaperTask } from './paper-task.ts'
import type { PaperWords } from './paper.zh.ts'
import { QrCode } from './qr-code.tsx'

/** The first side: what it is about, which articles, what one should know before handing it in (R12, R20). */
export function FormFront(props: { task: PaperTask; choices: PaperChoices; words: PaperWords }) {
  const { task, choices, words } = props
  return (
    <div class="p-page p-front">
      <FormHead task={task} words={words} />
      {task.bill.summary && (
        <div class="p-about">
          <p class="p-h">{words.about}</p>
          <p class="p-summary" lang="zh-CN">
            {task.bill.summary}
          </p>
        </div>
      )}
      <AskedArticles task={task} choices={choices} words={words} />
      {task.questions.length > 0 && (
        <div class="p-questions">
          <p class="p-h">{words.questions}</p>
          <ul lang="zh-CN">
            {task.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </div>
      )}
      <Notice task={task} words={words} />
    </div>
  )
}

function FormHead(props: { task: PaperTask; words: PaperWords }) {
  const { task, words } = props
  const { bill, draft, contactPoint } = task
  const address = formAddress(task.origin, {
    billId: bill.id,
    draftId: draft.id,
    contactPointId: contactPoint.id,
  })
  return (
    <div class="p-head">
      <div>
        <p class="p-name">
          {words.name}
          {task.exampleMark && <span class="p-example">{task.exampleMark}</span>}
        </p>
        <p class="p-asks">{words.asks(task.organ)}</p>
        <p class="p-title" lang="zh-CN">
          {bill.title}
          <span class="p-stage">{draft.stageName}</span>
        </p>
        <dl class="p-when">
          <div>
            <dt>{words.closes}</dt>
            <dd>{task.closes}</dd>
          </div>
          <div>
            <dt>{words.answer}</dt>
            <dd>{words.answerBy(task.answerExpected)}</dd>
          </div>
          <div>
            <dt>{words.handTo}</dt>
            <dd lang="zh-CN">
              {[contactPoint.name, contactPoint.address, contactPoint.phone].map((part) => (
                <span key={part}>{part}</span>
              ))}
            </dd>
          </div>
        </dl>
      </div>
      <div class="p-scan">
        <QrCode text={address} label={words.qrForm} />
        <p>{words.scan}</p>
      </div>
    </div>
  )
}

function AskedArticles(props: { task: PaperTask; choices: PaperChoices; words: PaperWords }) {
  const { task, choices, words } = props
  const asked = articlesOf(task.draft.provisions).filter(({ id }) => choices.asked.includes(id))
  if (asked.length === 0) return null
  return (
    <div class="p-asked">
      <p class="p-h">{words.asked}</p>
      <p class="p-small">{words.askedSay}</p>
      <div lang="zh-CN">
        {asked.map((article) => (
          <div class="p-article" key={article.id}>
            <span class="p-clause">{clauseCode(article.id)}</span>
            <p>
              <b>{article.label}</b>　{provisionWords(article).split('\n').join('\n　　')}
            </p>
          </div>
        ))}
      </div>
    </div>
  )
}

function Notice(props: { task: PaperTask; words: PaperWords }) {
  const { task, words } = props
  return (
    <div class="p-notice">
      <p class="p-h">{words.noticeTitle}</p>
      <p>{words.notice(task.organ)}</p>
      <dl>
        <div>
          <dt>{words.goesPublic}</dt>
          <dd>{words.goesPublicList}</dd>
        </div>
        <div>
          <dt>{words.staysIn}</dt>
          <dd>{words.staysInList}</dd>
        </div>
      </dl>
      <p class="p-small">
        {words.noticeWhere(`${task.origin}${noticePath(task.noticeVersion)}`, task.noticeVersion)}
      </p>
    </div>
  )
}
