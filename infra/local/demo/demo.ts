import { demoAuthority } from './authority.ts'
import { demoCauses } from './causes.ts'
import { demoBills, demoDrafts } from './bills.ts'
import { demoConsultations, demoTasks } from './consultations.ts'
import { demoContactPoints } from './contact-points.ts'
import type { Demo } from './demo-type.ts'
import { grainOpinions } from './grain-opinions.ts'
import { parksOpinions } from './parks-opinions.ts'
import { demoMembers } from './people.ts'
import { quietNightsOpinions } from './quiet-nights-opinions.ts'
import { waterfrontOpinions } from './waterfront-opinions.ts'

/** 云溪市, whole. Every word was written for it; no real statute, person or place is in it. */
export const demo: Demo = {
  authority: demoAuthority,
  members: demoMembers,
  contactPoints: demoContactPoints,
  bills: demoBills,
  drafts: demoDrafts,
  consultations: demoConsultations,
  tasks: demoTasks,
  causes: demoCauses,
  opinions: [...waterfrontOpinions(), ...grainOpinions(), ...quietNightsOpinions(), ...parksOpinions()],
}
