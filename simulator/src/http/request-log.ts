import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** The fault that struck this request. */
    faultKind: string | null;
  }
}

/** One request the platform received. */
export interface LoggedRequest {
  /** Real time, milliseconds since 1970. */
  at: number;
  method: string;
  path: string;
  /** 0 when the connection was torn down. */
  status: number;
  milliseconds: number;
  fault: string | null;
}

const KEPT = 2_000;
const WATCHED = /^\/(sns|cgi-bin|wxa|v3)\//;

/** Remembers the latest requests to the real paths; queries hold secrets and are left out. */
export const logRequests = (app: FastifyInstance): LoggedRequest[] => {
  const log: LoggedRequest[] = [];
  app.decorateRequest('faultKind', null);
  app.addHook('onRequest', (request, reply, done) => {
    const path = request.url.split('?')[0] ?? '';
    if (WATCHED.test(path)) {
      const [at, started] = [Date.now(), performance.now()];
      reply.raw.once('close', () => {
        const status = reply.raw.writableFinished ? reply.raw.statusCode : 0;
        log.push({
          at,
          method: request.method,
          path,
          status,
          milliseconds: Math.round(performance.now() - started),
          fault: request.faultKind,
        });
        if (log.length > KEPT) log.shift();
      });
    }
    done();
  });
  return log;
};
