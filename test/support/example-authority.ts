import type { Authority } from '#contract/published.ts'

/** The fictional city's legislature. */
export const exampleAuthority: Authority = {
  city: '云溪市',
  cityEn: 'Yunxi',
  organ: '云溪市人大常委会',
  organEn: 'Standing Committee of the Yunxi Municipal People’s Congress',
  office: '法制工作委员会',
  officeEn: 'Legislative Affairs Commission',
  address: '云溪市江滨路 1 号',
  phone: '0571-5555 0000',
  siteCode: '0000000000',
  icp: '示例',
  policeRecord: '示例',
  noticeVersion: '2026-1',
}
