import { expect, test } from 'vitest'
import { changeTypeNames, channelNames } from '#core/names.ts'
import { changeTypes, channels } from '#core/opinion.ts'
import { readChangeType, readChannel, readHeadcount } from '#core/batch/sheet-choices.ts'

test('every name the template offers is read as itself', () => {
  for (const channel of channels) expect(readChannel(channelNames[channel])).toBe(channel)
  for (const type of changeTypes) expect(readChangeType(changeTypeNames[type])).toBe(type)
})

test.each([
  ['村民座谈会', 'forum'],
  ['入户', 'visit'],
  ['红色邮筒', 'letterbox'],
  ['信箱', 'letterbox'],
  ['热线', 'hotline'],
  ['１２３４５', 'hotline'],
  ['人大代表之家', 'deputy'],
  ['政协委员工作站', 'cppcc'],
  ['微信群', 'web'],
  ['邮寄', 'letter'],
  ['飞鸽传书', undefined],
  ['座谈会或入户', undefined],
  ['', undefined],
])('the channel %j is read as %j', (written, channel) => {
  expect(readChannel(written)).toBe(channel)
})

test.each([
  ['新增', 'add'],
  ['删去', 'delete'],
  ['赞成', 'support'],
  ['其他', 'general'],
  ['吐槽', undefined],
])('the type %j is read as %j', (written, type) => {
  expect(readChangeType(written)).toBe(type)
})

test.each([
  ['12', 12],
  ['１２人', 12],
  ['12.0', 12],
  ['1,200 人次', 1200],
  ['0', undefined],
  ['100001', undefined],
  ['-3', undefined],
  ['1.5', undefined],
  ['若干', undefined],
])('the headcount %j is read as %j', (written, count) => {
  expect(readHeadcount(written)).toBe(count)
})
