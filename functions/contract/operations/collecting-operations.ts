import { Device } from '#core/collecting/device.ts'
import {
  AttachmentAnswer,
  CarriedFile,
  CarriedPiece,
  CollectKit,
  DataKeyAnswer,
  DeviceList,
  EnrolDevice,
  EnrolmentInvitation,
  QuarantineList,
  QuarantineSettlement,
  SealedDataKey,
  SettleQuarantined,
  SyncAnswer,
  SyncEnvelope,
} from '../collect-api.ts'
import { AttachmentPieceQuery, CarriedQuery } from '../office-queries.ts'
import { ReceiptQuestion, ReceiptStatus } from '../public-api.ts'
import { OfficeSessionList } from '../session-api.ts'
import { fileTypes, type OfficeOperation } from './office-operation.ts'

/** Everything of a collector's device. */
export const collectingOperations = {
  'GET /office/api/collect/kit': {
    summary: '带下去的任务 · What a device takes along',
    answer: { CollectKit },
  },
  'POST /office/api/collect/data-key': {
    summary: '忘了 PIN，取回本人记录的钥匙 · One’s own records’ key after a forgotten PIN',
    body: { SealedDataKey },
    answer: { DataKeyAnswer },
  },
  'POST /office/api/opinions': {
    summary: '设备上的记录送上来，逐条作答 · Records of a device, an answer each',
    body: { SyncEnvelope },
    answer: { SyncAnswer },
  },
  'POST /office/api/opinions/lookup': {
    summary: '替人查回执 · Look a receipt up for somebody',
    body: { ReceiptQuestion },
    answer: { ReceiptStatus },
  },
  'POST /office/api/carried': {
    summary: '别人捎来的文件 · A file another person carried',
    query: CarriedQuery,
    body: { CarriedFile },
    answer: { SyncAnswer },
  },
  'POST /office/api/carried/pieces': {
    summary: '别人捎来的照片的一片 · A piece of a photo another person carried',
    query: CarriedQuery,
    body: { CarriedPiece },
    answer: { AttachmentAnswer },
  },
  'GET /office/api/quarantine': { summary: '先放一边的 · What was set aside', answer: { QuarantineList } },
  'POST /office/api/quarantine/:quarantineId': {
    summary: '收下或不收 · Take it in or refuse it',
    body: { SettleQuarantined },
    answer: { QuarantineSettlement },
  },
  'GET /office/api/devices': { summary: '采集设备 · Devices', answer: { DeviceList } },
  'POST /office/api/devices': { summary: '登记设备 · Enrol', body: { EnrolDevice }, answer: { Device } },
  'POST /office/api/devices/codes': {
    summary: '登记用的一次性码 · A code for one device',
    answer: { EnrolmentInvitation },
    status: 201,
  },
  'POST /office/api/devices/:deviceId/revoke': { summary: '停用设备 · Revoke', answer: { Device } },
  'PUT /office/api/attachments/:attachmentId/:piece': {
    summary: '照片、录音的一片 · A piece of a photo or recording',
    query: AttachmentPieceQuery,
    body: fileTypes.bytes,
    answer: { AttachmentAnswer },
  },
  'GET /office/api/attachments/:attachmentId/pieces': {
    summary: '到了哪几片 · Which pieces are there',
    answer: { AttachmentAnswer },
  },
  'GET /office/api/consultations/:consultationId/sessions': {
    summary: '采集活动和它的凭据 · Sessions of collecting and what proves them',
    answer: { OfficeSessionList },
  },
  'GET /office/api/attachments/:attachmentId': {
    summary: '整张照片、整段录音 · The whole attachment',
    answer: fileTypes.bytes,
  },
} as const satisfies Record<string, OfficeOperation>
