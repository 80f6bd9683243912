import type { Authority } from '#contract/authority.ts'

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

/** The same city as the example's pages show it. */
export const exampleSiteAuthority: Authority = {
  city: '云溪市',
  cityEn: 'Yunxi',
  organ: '云溪市人民代表大会常务委员会',
  organEn: "Standing Committee of the Yunxi Municipal People's Congress",
  office: '云溪市人大常委会法制工作委员会',
  officeEn: 'Legislative Affairs Commission',
  address: '云溪市临江路 1 号',
  phone: '0000-1234567',
  siteCode: '示例',
  icp: '示例ICP备00000000号',
  policeRecord: '示例公网安备00000000号',
  noticeVersion: '2026-11',
  exampleMark: '示例城市，示例数据',
}
