import { Refusal } from '@guanhu/shared/kernel/decision';
import { LANGUAGE_HEADER } from '@guanhu/shared/kernel/language';
import { REFUSALS, type RefusalCode, type RefusalEntry } from '@guanhu/shared/kernel/refusals';
import { REFUSALS_IN_ENGLISH } from '@guanhu/shared/kernel/refusals-in-english';
import type { RefusalBody } from '@guanhu/shared/kernel/route';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../log/log.ts';

/** PostgreSQL's and the pool's ways to say that it cannot answer now. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
  '08003',
  'P1001',
  'P1017',
  'P2024',
  'P2028',
]);
/** Two transactions met: a serialisation failure or a deadlock; sending the same again helps. */
const COLLIDED = new Set(['40001', '40P01', 'P2034']);

/**
 * What a person and a machine are told.
 * @param language what the asker's phone names; everything but English is answered in Chinese
 */
export function refusalBody(code: RefusalCode, fields: readonly string[] = [], language?: unknown): RefusalBody {
  const { say, retry }: RefusalEntry = REFUSALS[code];
  return { code, say: language === 'en' ? REFUSALS_IN_ENGLISH[code] : say, retry, ...(fields.length > 0 ? { fields } : {}) };
}

/** Turns whatever was thrown into an answer of the catalogue; only what is not expected is logged, without its message. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const { code, fields } = this.#read(error, request.id);
    const body = refusalBody(code, fields, request.headers[LANGUAGE_HEADER]);
    void reply.status(REFUSALS[code].status).header('cache-control', 'no-store').send(body);
  }

  #read(error: unknown, requestId: string): { code: RefusalCode; fields: readonly string[] } {
    if (error instanceof Refusal) return { code: error.code, fields: error.fields };
    if (error instanceof HttpException) return { code: ofStatus(error.getStatus()), fields: [] };
    const codes = codesOf(error);
    if (codes.some(code => UNREACHABLE.has(code))) return { code: 'SERVER_BUSY', fields: [] };
    if (codes.some(code => COLLIDED.has(code))) return { code: 'STALE', fields: [] };
    const { statusCode } = error as { statusCode?: unknown };
    if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return { code: ofStatus(statusCode), fields: [] };
    this.#log.error({ requestId, err: error }, 'unexpected');
    return { code: 'INTERNAL', fields: [] };
  }
}

const ofStatus = (status: number): RefusalCode =>
  status === 404
    ? 'NOT_FOUND_OR_NO_ACCESS'
    : status === 413
      ? 'PAYLOAD_TOO_LARGE'
      : status === 429
        ? 'RATE_LIMITED'
        : status < 500
          ? 'INPUT_INVALID'
          : 'INTERNAL';

/** The error's own code and those of its causes: drivers wrap one another. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = (each as { cause?: unknown }).cause, depth++) {
    const { code, meta } = each as { code?: unknown; meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } } };
    if (typeof code === 'string') codes.push(code);
    const original = meta?.driverAdapterError?.cause?.originalCode;
    if (typeof original === 'string') codes.push(original);
  }
  return codes;
}
