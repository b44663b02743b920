import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface Posted {
  status: number;
  body: string;
}

/**
 * POSTs exactly these bytes on a connection of its own (so that nothing stays open afterwards).
 * Rejects when there is no whole answer within `timeout` milliseconds or when `signal` aborts.
 */
export const post = (url: string, headers: Record<string, string>, body: string, timeout: number, signal: AbortSignal): Promise<Posted> =>
  send('POST', url, headers, body, timeout, signal);

/** GET under the same terms as {@link post}. */
export const get = (url: string, timeout: number, signal: AbortSignal): Promise<Posted> => send('GET', url, {}, '', timeout, signal);

const send = (
  method: string,
  url: string,
  headers: Record<string, string>,
  body: string,
  timeout: number,
  signal: AbortSignal,
): Promise<Posted> =>
  new Promise((resolve, reject) => {
    const request = url.startsWith('https:') ? httpsRequest : httpRequest;
    const bytes = Buffer.from(body, 'utf8');
    const sent = request(
      url,
      {
        method,
        agent: false,
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
        headers: { ...headers, 'content-length': bytes.length },
      },
      answer => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') });
        });
      },
    );
    sent.on('error', reject);
    sent.end(bytes);
  });
