/** Where everything about one consultation is, as the office's routes write it. */
export const consultationPath = '/office/api/consultations/:consultationId'

/** What became of one draft's articles in another draft of the same bill. */
export const lineagePath = '/office/api/bills/:billId/lineage/:fromDraftId/:toDraftId'

/** What one contact point reports upward about one consultation. */
export const reportsPath = '/office/api/reports/:consultationId/:contactPointId'
