import type { Authority } from '#contract/authority.ts'

/** The legislature of a city that does not exist; its numbers are made up and marked so on every page. */
export const demoAuthority: Authority = {
  city: '云溪市',
  cityEn: 'Yunxi',
  organ: '云溪市人民代表大会常务委员会',
  organEn: 'Standing Committee of the Yunxi People’s Congress',
  office: '云溪市人大常委会法制工作委员会',
  officeEn: 'Legislative Affairs Commission',
  address: '云溪市人民路1号市人大机关3号楼（邮编 000000）',
  phone: '0000-8888 1234',
  siteCode: '0000000000（示例）',
  icp: '示例ICP备00000000号',
  policeRecord: '示例公网安备 00000000000000号',
  noticeVersion: '2026-11-22',
  dataLicence: {
    name: 'CC-BY-4.0',
    title: '知识共享 署名 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/deed.zh-hans',
  },
  exampleMark: '示例城市，示例数据',
}
