import type { DraftNote, DraftNoteCode } from '#core/draft/draft-note.ts'
import type { Language } from './page-paths.ts'

type Say = (count: number, fact: (name: string) => string) => string

const words: Record<DraftNoteCode, Record<Language, Say>> = {
  'auto-numbers': {
    zh: (count) => `${count} 处自动编号已写成文字`,
    en: (count) => `${count} automatic numbers were written out as text`,
  },
  'number-format-guessed': {
    zh: (count) => `${count} 处编号的样式认不出，写成了阿拉伯数字，请核对`,
    en: (count) => `${count} numbers had an unknown style and became digits; please check them`,
  },
  'bullets-left-out': {
    zh: (count) => `${count} 处项目符号没有带入`,
    en: (count) => `${count} bullets were left out`,
  },
  'changes-accepted': {
    zh: (count) => `文件里有 ${count} 处修订痕迹，按全部接受修订后的文字读取`,
    en: (count) => `The file holds ${count} tracked changes; it was read as if all were accepted`,
  },
  tables: {
    zh: (count) => `有表格（${count} 处），每个单元格读成一行`,
    en: (count) => `There are tables (${count}); every cell became a line`,
  },
  'text-boxes': {
    zh: (count) => `${count} 个文本框的文字放在所在段落之后，请核对位置`,
    en: (count) => `The words of ${count} text boxes follow the paragraph they hang on; please check`,
  },
  'contents-left-out': {
    zh: (count) => `目录（${count} 行）没有带入`,
    en: (count) => `The table of contents (${count} lines) was left out`,
  },
  'headers-left-out': {
    zh: () => '页眉和页脚没有带入',
    en: () => 'Headers and footers were left out',
  },
  'footnotes-left-out': {
    zh: (count) => `${count} 处脚注或尾注没有带入`,
    en: (count) => `${count} footnotes or endnotes were left out`,
  },
  'comments-left-out': {
    zh: (count) => `${count} 条批注没有带入`,
    en: (count) => `${count} comments were left out`,
  },
  'hidden-text-left-out': {
    zh: (count) => `${count} 处隐藏文字没有带入`,
    en: (count) => `${count} pieces of hidden text were left out`,
  },
  'pictures-left-out': {
    zh: (count) => `${count} 张图片没有带入；图片里的文字读不出来`,
    en: (count) => `${count} pictures were left out; words inside them cannot be read`,
  },
  'unknown-symbols': {
    zh: (count) => `${count} 个符号认不出，写成了“〓”，请改正`,
    en: (count) => `${count} symbols are unknown and became “〓”; please correct them`,
  },
  'macros-ignored': {
    zh: () => '文件带有宏，只读了文字，宏没有运行',
    en: () => 'The file contains macros; only its text was read and nothing was run',
  },
  'markup-removed': {
    zh: (_, fact) => `去掉了 ${fact('format')} 标记`,
    en: (_, fact) => `${fact('format')} markup was removed`,
  },
  'page-parts-left-out': {
    zh: (count) => `网页的导航、页脚等 ${count} 处没有带入`,
    en: (count) => `${count} parts of the page such as menus and footers were left out`,
  },
  'lines-joined': {
    zh: (count) => `文字按页宽断了行，已接回 ${count} 处，请核对`,
    en: (count) => `Lines were broken at the page’s width; ${count} were joined again, please check`,
  },
  'breaks-doubtful': {
    zh: (count, fact) => `有 ${count} 处看不出是不是另起一款，保留了换行，请核对第 ${fact('lines')} 行`,
    en: (count, fact) =>
      `At ${count} places a new paragraph may or may not begin; the break was kept. Please check lines ${fact('lines')}`,
  },
  'page-numbers-left-out': {
    zh: (count) => `${count} 个页码没有带入`,
    en: (count) => `${count} page numbers were left out`,
  },
  'running-heads-left-out': {
    zh: (count, fact) => `${count} 处页眉没有带入：${fact('words')}`,
    en: (count, fact) => `${count} running heads were left out: ${fact('words')}`,
  },
}

/** The sentence of a note, for the page that shows a preview. */
export function sayDraftNote({ code, facts }: DraftNote, language: Language): string {
  return words[code][language](Number(facts['count'] ?? 0), (name) => String(facts[name] ?? ''))
}
