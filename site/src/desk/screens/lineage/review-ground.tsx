import type { OfficeCauses, OfficeLineage } from '#contract/lineage-api.ts'
import { office } from '../../api/office.ts'
import type { Trouble } from '../../api/trouble.ts'
import { useLoaded } from '../../parts/loading.ts'
import { useSession } from '../../parts/session.tsx'

/** Two drafts of a bill, older first. */
export interface Pair {
  billId: string
  from: string
  to: string
}

/** What every row needs to know of the two drafts, and how it tells the screen what changed. */
export interface ReviewGround {
  held: OfficeLineage
  causes: OfficeCauses | undefined
  mayWrite: boolean
  /** The public knows both drafts, and has read why one became the other. */
  isPublic: boolean
  onLineage: (held: OfficeLineage) => void
  /** The newest, to look at beside what is shown; showing it is another step. */
  readLineage: () => Promise<OfficeLineage>
  readCauses: () => Promise<OfficeCauses | undefined>
  /** The newest, shown from now on. */
  reloadCauses: () => Promise<OfficeCauses | undefined>
}

/** Reads two drafts, what became of each article between them, and why. */
export function useReviewGround(pair: Pair): {
  ground: ReviewGround | undefined
  troubles: (Trouble | undefined)[]
  reload: () => void
} {
  const { me } = useSession()
  const name = `${pair.from} ${pair.to}`
  const read = () => office.lineage(pair)
  const lineage = useLoaded(read, name)
  const mayReadCauses = me.role === 'legislator' || me.role === 'auditor'
  const readCauses = () => (mayReadCauses ? office.causes(pair) : Promise.resolve(undefined))
  const causes = useLoaded(readCauses, `${name} ${lineage.data?.lineage.rev ?? 0}`)
  const ground = lineage.data && {
    held: lineage.data,
    causes: causes.data,
    mayWrite: me.role === 'legislator',
    isPublic: [lineage.data.from, lineage.data.to].every(({ publishedAt }) => publishedAt !== undefined),
    onLineage: lineage.replace,
    readLineage: read,
    readCauses,
    reloadCauses: async () => {
      const newest = await readCauses()
      causes.replace(newest)
      return newest
    },
  }
  const reload = () => {
    lineage.reload()
    causes.reload()
  }
  return { ground, troubles: [lineage.trouble, causes.trouble], reload }
}
