import type { APIRoute, GetStaticPaths } from 'astro'
import type { ConsultationId } from '#core/ids.ts'
import { bulletinDocumentBytes, hasBulletinDocument } from '../../../../published/bulletin-documents.ts'
import { askings } from '../../../../published/portal.ts'

/** 采纳情况通报 as a Word file, the newest edition: a static file beside the page, for both languages. */
export const getStaticPaths = (() =>
  askings.flatMap(({ bill, consultation, editions }) =>
    editions
      .slice(-1)
      .filter(({ edition }) => hasBulletinDocument(consultation.id, edition))
      .map(({ edition }) => ({
        params: { billId: bill.id, file: `${consultation.id}.docx` },
        props: { consultationId: consultation.id, edition },
      })),
  )) satisfies GetStaticPaths

export const GET: APIRoute<{ consultationId: ConsultationId; edition: number }> = ({ props }) =>
  new Response(bulletinDocumentBytes(props.consultationId, props.edition), {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  })
