/** Words that say yes or no and to what, and nothing else. */
const bare =
  /^(?:我们?|本人|个人|俺们?|全家|大家|都|也|对|就|是|表示|举双手|完全|非常|坚决|十分|很|太|特别|绝对|强烈|百分之百|一百个|不|同意|支持|赞成|赞同|拥护|认可|反对|没意见|无意见|没有意见|没有异议|无异议|好|可以|行|这一?条|本条|该条|此条|这项|此项|这个|条文|条款|条例|草案|规定|写得|定得|说得|的|了|啊|呀|吧|哦)+$/u

/** Whether a text says no more than yes or no: 「完全支持这一条！」. Such opinions are the same kind however worded. */
export function isBareStance(text: string): boolean {
  return text.length <= 40 && bare.test(text.replace(/[\s\p{P}]+/gu, ''))
}
