import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Folder of real statutes, read in place; never copied into the project. */
export const lawsFolder = resolve(root, process.env['KAIMEN_LAWS'] ?? '../shared/laws')

/** Whether the folder is there; tests that need it skip themselves otherwise, and say so. */
export const hasLaws = existsSync(resolve(lawsFolder, 'criminal-law.txt'))

if (!hasLaws)
  process.stderr.write(`no statutes at ${lawsFolder}: tests on real statutes are skipped (set KAIMEN_LAWS)\n`)

/** File name and number of articles of each statute, as its collection states them. */
export const statutes = [
  { name: 'shanghai-waterfront-2021', title: '上海市黄浦江苏州河滨水公共空间条例', articles: 59, notes: 1 },
  { name: 'shanghai-residential-property-2010', title: '上海市住宅物业管理规定', articles: 95, notes: 3 },
  { name: 'shanghai-residential-property-2020', title: '上海市住宅物业管理规定', articles: 95, notes: 4 },
  { name: 'shanghai-business-environment-2020', title: '上海市优化营商环境条例', articles: 80, notes: 1 },
  { name: 'shanghai-business-environment-2024', title: '上海市优化营商环境条例', articles: 97, notes: 4 },
  { name: 'shanghai-funeral-before', title: '上海市殡葬管理条例', articles: 31, notes: 0 },
  { name: 'shanghai-funeral-2024', title: '上海市殡葬管理条例', articles: 36, notes: 4 },
  { name: 'shanghai-suggestions-2021', title: '上海市人民建议征集若干规定', articles: 22, notes: 1 },
  { name: 'shanghai-consumer-protection', title: '上海市消费者权益保护条例', articles: 73, notes: 0 },
  { name: 'shanghai-lawmaking', title: '上海市制定地方性法规条例', articles: 69, notes: 0 },
  { name: 'criminal-law', title: '中华人民共和国刑法', articles: 505, notes: 16 },
] as const

/** The text of one statute. */
export function readStatute(name: (typeof statutes)[number]['name']): string {
  return readFileSync(resolve(lawsFolder, `${name}.txt`), 'utf8')
}
