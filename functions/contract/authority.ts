import * as z from 'zod'

/** Under which terms anyone may use the open data; a deployment names it or the data says that it is not stated. */
export const DataLicence = z.strictObject({ name: z.string(), title: z.string(), url: z.url() })
export type DataLicence = z.infer<typeof DataLicence>

/** The authority as configured for this deployment; the footer fields a government site must carry. */
export const Authority = z.strictObject({
  city: z.string(),
  cityEn: z.string(),
  organ: z.string(),
  organEn: z.string(),
  office: z.string(),
  officeEn: z.string(),
  address: z.string(),
  phone: z.string(),
  siteCode: z.string(),
  icp: z.string(),
  policeRecord: z.string(),
  noticeVersion: z.string(),
  /** Shown on every page when set: 「示例城市，示例数据」. */
  exampleMark: z.string().optional(),
  dataLicence: DataLicence.optional(),
})
export type Authority = z.infer<typeof Authority>
