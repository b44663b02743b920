import type { FastifyInstance } from 'fastify';

/** Bodies arrive as the bytes that were sent, whatever the content type says: signatures are over bytes. */
export const takeRawBodies = (door: FastifyInstance): void => {
  door.removeAllContentTypeParsers();
  door.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
};

/** The body as text; empty when there was none. */
export const rawText = (body: unknown): string => (Buffer.isBuffer(body) ? body.toString('utf8') : '');

/** A JSON object, or null when the text is anything else. */
export const jsonObject = (text: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};
