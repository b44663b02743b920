import type { FastifyReply } from 'fastify';

/** Its name tells nothing of whom it is about: it lies in a folder of downloads for years. */
export type FileToSave = { readonly bytes: Buffer; readonly type: string; readonly fileName: string };

/** Answers with a file of somebody's: saved, never a page of its own, never kept by anything on the way. */
export function sendFile(reply: FastifyReply, { bytes, type, fileName }: FileToSave): Buffer {
  void reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('cache-control', 'no-store')
    .header('content-security-policy', "default-src 'none'; sandbox");
  return bytes;
}
