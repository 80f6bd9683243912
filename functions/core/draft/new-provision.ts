import type { ProvisionId } from '../ids.ts'
import type { Provision, ProvisionKind } from './provision.ts'

/** A provision while a draft is being read: without children, and without its id until `draft-ids.ts` gives it. */
export function newProvision(
  kind: ProvisionKind,
  number: number | null,
  label: string,
  text: string,
): Provision {
  return { id: '' as ProvisionId, kind, number, label, text, children: [] }
}
