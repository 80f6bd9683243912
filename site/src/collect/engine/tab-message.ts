/** What one tab of a device tells the others. */
export type TabMessage =
  | { kind: 'changed'; memberId: string; keys: string[] }
  /** A sending is over: what it learnt of the network holds for every tab. */
  | { kind: 'free'; network: 'reached' | 'unreachable' | 'unknown' }
  | { kind: 'send' | 'locked' | 'members' }
