import type { PortalErrorCode } from '#core/portal-error.ts'
import type { Language } from './page-paths.ts'

/** Codes of a problem answer: every refusal of the portal, and the two that only HTTP knows. */
export type ProblemCode = PortalErrorCode | 'method-not-allowed' | 'unexpected'

interface ProblemKind {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503
  title: Record<Language, string>
  /** What the reader can do now. */
  advice: Record<Language, string>
}

function kind(status: ProblemKind['status'], zh: [string, string], en: [string, string]): ProblemKind {
  return { status, title: { zh: zh[0], en: en[0] }, advice: { zh: zh[1], en: en[1] } }
}

/** One row per code, or it does not compile. Statuses as RFC 9110 and RFC 6585 define them. */
export const problemKinds: Record<ProblemCode, ProblemKind> = {
  'malformed-body': kind(
    400,
    ['送来的内容读不出来', '请检查格式后再送一次。'],
    ['The body cannot be read', 'Check its format and send it again.'],
  ),
  'unsupported-media-type': kind(
    415,
    ['不是能收的格式', '请按接口说明写明内容类型（Content-Type）。'],
    ['Not a format we take', 'Name one of the accepted content types (Content-Type).'],
  ),
  'too-large': kind(
    413,
    ['内容太大', '请缩短或拆开后再送。'],
    ['Too large', 'Shorten it or send it in parts.'],
  ),
  'table-too-long': kind(
    413,
    ['这份表太长，不能直接下载', '请在“意见汇总表”页点“生成”，文件写好了在那里等您；程序请用 exports 接口。'],
    ['Too long to download at once', 'Have it written on the table’s page; programs use the exports route.'],
  ),
  'invalid-fields': kind(
    422,
    ['有几项要改一下', '请按每一项的说明改好，再送一次；其余内容都还在。'],
    ['Some fields need mending', 'Mend each as explained and send again; nothing else is lost.'],
  ),
  'not-found': kind(
    404,
    ['没有找到', '请检查地址或回执码；也可以从首页重新找。'],
    ['Not found', 'Check the address or the receipt code, or start again from the home page.'],
  ),
  'signed-out': kind(
    401,
    ['还没有登录', '请登录后再试；没有保存的内容还在您的页面上。'],
    ['You are signed out', 'Sign in and try again; what you had not saved is still on your page.'],
  ),
  'not-permitted': kind(
    403,
    ['您的岗位不能做这件事', '如果应当能做，请联系本单位的管理员。'],
    ['Your role may not do this', 'If it should, ask your administrator.'],
  ),
  'not-a-member': kind(
    403,
    ['登录成功，但您还不是这里的成员', '请联系本单位的管理员，把您加进来以后再登录。'],
    ['You are signed in, but not a member here', 'Ask your administrator to add you, then sign in again.'],
  ),
  'cross-site-request': kind(
    403,
    ['请求来自别的网站，没有受理', '请在本网站的页面上再做一次。'],
    ['Refused: the request came from another site', 'Do it again on a page of this site.'],
  ),
  'unknown-provision': kind(
    422,
    ['这份稿子里没有这一条', '请回到草案页面，从条文旁边再点一次。'],
    ['This draft has no such provision', 'Go back to the draft and choose the provision again.'],
  ),
  'window-not-open-yet': kind(
    409,
    ['还没有开始征求意见', '请在开始时间之后再来。'],
    ['The consultation has not opened yet', 'Come back once it has opened.'],
  ),
  'window-closed': kind(
    409,
    ['征求意见已经截止', '这次不能再收了。可以到草案页面看结果什么时候公布。'],
    ['The consultation has closed', 'Nothing more can be taken. The draft page says when the answer is due.'],
  ),
  'receipt-code-taken': kind(
    409,
    ['这个回执码已经记着另一条意见', '请换一个新的回执码再送；原来那条意见没有变。'],
    [
      'This receipt code already holds another opinion',
      'Send with a new code; the opinion held under this one is unchanged.',
    ],
  ),
  'not-an-xlsx': kind(
    422,
    ['这不是 Excel 表格文件', '请在 Excel 或 WPS 里打开，另存为 .xlsx 再上传。'],
    ['This is not an Excel workbook', 'Open it in Excel or WPS, save it as .xlsx, and upload that.'],
  ),
  'legacy-xls': kind(
    422,
    ['这是旧版 .xls 文件', '请在 Excel 或 WPS 里点“另存为”，选 .xlsx，再上传。'],
    ['This is an old .xls file', 'Use “Save as”, choose .xlsx, and upload that.'],
  ),
  'not-a-docx': kind(
    422,
    ['这种文件读不出条文', '请在 Word 或 WPS 里打开，另存为 .docx 再上传；也可以把正文复制出来，直接粘贴。'],
    [
      'No text of a law can be read from this file',
      'Open it in Word or WPS, save it as .docx and upload that, or copy its text and paste it.',
    ],
  ),
  'legacy-doc': kind(
    422,
    ['这是旧版 .doc 文件', '请在 Word 或 WPS 里点“另存为”，类型选“Word 文档（.docx）”，再上传。'],
    ['This is an old .doc file', 'Use “Save as” in Word or WPS, choose .docx, and upload that.'],
  ),
  'password-protected': kind(
    422,
    ['文件有密码，打不开', '请在 Word 或 WPS 里打开，去掉密码（文件—信息—保护文档）后保存，再上传。'],
    ['The file is protected by a password', 'Open it, remove the password, save, and upload it again.'],
  ),
  'broken-docx': kind(
    422,
    [
      'Word 文件坏了，读不完整',
      '请在 Word 或 WPS 里打开并修复，另存为新的 .docx 再上传；也可以把正文粘贴进来。',
    ],
    [
      'The Word file is damaged and cannot be read in full',
      'Open and repair it, save it as a new .docx and upload that, or paste its text.',
    ],
  ),
  'unsafe-archive': kind(
    422,
    ['这个文件展开后不正常，没有打开', '请把内容复制到新下载的模板里再上传。'],
    ['This file does not unpack sanely; it was not opened', 'Copy its content into a fresh template.'],
  ),
  'unreadable-text': kind(
    422,
    ['文字编码读不出来', '请另存为 UTF-8 再上传。'],
    ['The text’s encoding cannot be read', 'Save it as UTF-8 and upload again.'],
  ),
  'wrong-columns': kind(
    422,
    ['表头对不上', '请用下载的模板或意见汇总表，不要改第一行。'],
    ['The column titles do not match', 'Use the downloaded file and leave its first row as it is.'],
  ),
  'wrong-consultation': kind(
    422,
    ['这张表是另一次征求意见的', '请确认打开的是哪一件法规案，再上传对应的表。'],
    ['This table belongs to another consultation', 'Check which bill you are on and upload its own table.'],
  ),
  'draft-has-problems': kind(
    422,
    ['稿子里有问题没有处理', '请按行号改好，或确认无误后再提交。'],
    ['The draft still has problems', 'Mend them by line, or confirm that they are intended.'],
  ),
  'draft-is-published': kind(
    409,
    ['已经公布的稿子不能改', '需要更正时，请作为新的一稿导入。'],
    ['A published draft cannot be changed', 'Import the correction as a new draft.'],
  ),
  'different-bills': kind(
    422,
    ['这两份稿子不是同一件法规案的', '请选同一件法规案的两份稿子来对照。'],
    ['These two drafts belong to different bills', 'Compare two drafts of one bill.'],
  ),
  'causes-missing': kind(
    409,
    ['还不能公开，有改动没写明原因', '请给清单上的每一条写明原因，对应改过的再看一遍，然后再公开。'],
    ['Not ready: some changes have no reason yet', 'Give each change on the list its reason, or look again.'],
  ),
  'transition-refused': kind(
    409,
    ['现在的状态下不能这样做', '请刷新页面，看看这次征求意见进行到哪一步。'],
    ['Not possible in its present state', 'Reload to see where the consultation stands.'],
  ),
  'window-too-short': kind(
    422,
    ['征求意见的时间短于法定期限', '请延长，或写明缩短的理由（立法法第四十条）。'],
    ['The window is shorter than the law asks', 'Extend it, or record the reason for shortening it.'],
  ),
  'changed-meanwhile': kind(
    412,
    ['刚才有人改过', '请看过现在的内容，再决定要不要改。您写的还在页面上。'],
    ['Changed by someone meanwhile', 'Read what stands now, then decide. Your words are still on the page.'],
  ),
  'precondition-required': kind(
    428,
    ['要说明改的是哪一个版本', '请带上 If-Match（读取时的 ETag）再送。'],
    ['Say which version you are changing', 'Send If-Match with the ETag you read.'],
  ),
  'nothing-to-publish': kind(
    409,
    ['没有可以公布的内容', '和上一次公布的一样，不用再公布。'],
    ['There is nothing to publish', 'It is the same as what was published last.'],
  ),
  'not-published-yet': kind(
    409,
    ['采纳情况还没有公布，没有公开版', '公布采纳情况以后再来；工作用的表现在就可以下载。'],
    [
      'The answers are not published yet, so there is no public edition',
      'Come back once they are; the working table can be downloaded now.',
    ],
  ),
  'link-expired': kind(
    410,
    ['这个下载链接已经失效', '请回到“意见汇总表”页面，从清单里重新下载。'],
    [
      'This download link has expired',
      'Go back to the page of the opinion table and download from its list.',
    ],
  ),
  'publication-incomplete': kind(
    409,
    ['还不能公布，有意见没有处理完', '请按清单把每一条意见的结果、理由和对应条文补全。'],
    ['Not ready to publish: some opinions are not decided', 'Complete each one on the list.'],
  ),
  'device-not-enrolled': kind(
    409,
    ['这台设备还没有登记到您的联系点', '请先登记这台设备，再送一次；记录都还在设备上。'],
    [
      'This device is not enrolled at your contact point',
      'Enrol it and send again; the records are still on it.',
    ],
  ),
  'enrolment-code-not-valid': kind(
    422,
    ['这个登记码用不了', '可能已经用过或过期。请在联系点的电脑上再生成一个，重新扫。'],
    [
      'This enrolment code is not valid',
      'It was used or has expired. Make a new one at the contact point’s desk.',
    ],
  ),
  'membership-ended': kind(
    403,
    ['您在这里的工作账号已经停用', '没有送出的记录还在这台设备上，没有丢。请联络员或管理员来取。'],
    [
      'Your membership has ended',
      'Unsent records are still on this device. Ask your liaison or administrator to fetch them.',
    ],
  ),
  'carried-unreadable': kind(
    422,
    ['这个文件打不开', '它可能不是给本网站的，或者没有拷贝完整。请从设备上再导出一次。'],
    [
      'This file cannot be opened',
      'It may be meant for another portal or be incomplete. Export it from the device again.',
    ],
  ),
  'carried-tampered': kind(
    422,
    ['这个文件被改动过，没有收', '请从原来的设备上再导出一次；设备上的记录没有变。'],
    [
      'This file was altered; nothing was taken',
      'Export it from its device again; the records there are unchanged.',
    ],
  ),
  'too-many-requests': kind(
    429,
    ['送得太快了', '请过一会儿再送；记录都还在设备上。'],
    ['Too many requests', 'Wait a moment and send again; nothing is lost.'],
  ),
  'mail-code-not-valid': kind(
    410,
    ['这个码不能用了', '可能过了三天，或者少抄了字。请回到回执页，再发一封确认信。'],
    [
      'This code is no longer good',
      'It may be older than three days, or incomplete. Go back to your receipt and ask for another letter.',
    ],
  ),
  'answered-already': kind(
    409,
    ['这条意见已经有答复了', '不用等信，现在就可以凭回执码查看。'],
    ['This opinion has been answered', 'There is no need to wait for a letter: look at your receipt now.'],
  ),
  'already-exists': kind(
    409,
    ['已经有了', '请换一个编号，或打开已有的那一个。'],
    ['It exists already', 'Choose another id, or open the one that exists.'],
  ),
  busy: kind(
    503,
    ['现在太忙', '您写的还在，请过一会儿再试。'],
    ['Too busy right now', 'Nothing you wrote is lost. Try again in a moment.'],
  ),
  'method-not-allowed': kind(
    405,
    ['这个地址不支持这种操作', '请看 Allow 里列出的方法。'],
    ['This address does not take that method', 'See the methods named in Allow.'],
  ),
  unexpected: kind(
    500,
    ['我们这边出了问题', '请过一会儿再试。还不行，请把下面的请求编号告诉我们。'],
    ['Something went wrong on our side', 'Try again in a moment. If it persists, tell us the request id.'],
  ),
}
