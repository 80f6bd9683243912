/** What one tab of a device tells the others. */
export type TabMessage =
  { kind: 'changed'; memberId: string; keys: string[] } | { kind: 'send' | 'free' | 'locked' | 'members' }
