import { openDoor } from '#contract/open-door.ts'

/** The open door. */
export function HouseMark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 36 36" aria-hidden="true">
      <rect width="36" height="36" rx="5" fill="currentColor" />
      <path d={openDoor} fill="none" stroke="var(--sheet)" stroke-width="2.4" stroke-linejoin="round" />
    </svg>
  )
}
