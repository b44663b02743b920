import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.ts';
import { Database } from './platform/database/database.ts';
import { requireBoundRole } from './platform/database/role-check.ts';
import { RefusalFilter } from './platform/http/refusal-filter.ts';
import { watchSilentConnections } from './platform/http/silent-connections.ts';
import { refuseBytes, refuseUrl } from './platform/http/unreadable-requests.ts';
import { newId } from './platform/ids.ts';
import type { Outside } from './platform/platform.module.ts';

const BODY_LIMIT = 1024 * 1024;
/** Uploads arrive as base64. */
const UPLOAD_BODY_LIMIT = 16 * 1024 * 1024;
const LARGE = new Set([
  '/api/imports',
  '/api/handed-in',
  '/api/exchange/rounds/:roundId/lists',
  '/api/patients/:patientId/attachments',
  '/api/patients/:patientId/reward-papers',
  '/api/agreements/:agreementId/pages',
  '/api/visits/:visitId/photos',
  '/api/incidents/:incidentId/files',
  '/api/appraisals/:appraisalId/objections',
  '/api/appraisals/:appraisalId/objections/for-guardian',
  '/api/patients/:patientId/requests',
  '/api/patients/:patientId/reward-applications',
  '/api/reward-applications/:applicationId/resubmit',
  '/api/reward-applications/:applicationId/objection',
  '/api/patients/:patientId/relief-applications',
  '/api/relief-applications/:reliefId/objection',
]);

/** Paths that belong to the server, and the desk's built files; every other GET is a page of the desk. */
const NO_PAGE = /^\/(api|health|callbacks|assets|openapi\.json)(\/|$|\?)/;

/** The server, ready to listen. The database must be migrated. */
export async function createApp(outside: Outside): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: false,
    genReqId: () => newId(),
    frameworkErrors: refuseUrl,
    clientErrorHandler: refuseBytes,
    routerOptions: { maxParamLength: 200 },
  });
  const endSilentConnections = watchSilentConnections(adapter.getHttpServer());
  adapter.getInstance().addHook('preClose', done => {
    endSilentConnections();
    done();
  });
  adapter.getInstance().addHook('onRoute', route => {
    if (LARGE.has(route.url)) route.bodyLimit = UPLOAD_BODY_LIMIT;
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(outside), adapter, {
    logger: false,
    rawBody: true,
    abortOnError: false,
  });
  app.useBodyParser(['text/xml', 'application/xml'], { bodyLimit: 64 * 1024 });
  app.useGlobalFilters(new RefusalFilter(outside.log));
  adapter.getInstance().addHook('onSend', (_request, reply, payload, done) => {
    void reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer').header('x-frame-options', 'DENY');
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
  adapter.getInstance().addHook('onResponse', (request, reply, done) => {
    // The route's pattern, never the URL: a URL holds ids.
    outside.log.info(
      {
        requestId: request.id,
        route: `${request.method} ${request.routeOptions.url ?? '-'}`,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
    done();
  });
  if (outside.config.deskDir !== undefined) await serveDesk(app, outside.config.deskDir);
  await requireBoundRole(app.get(Database));
  await app.init();
  return app;
}

/** The officials' desk: its files, and its one page for every path that is not ours. */
async function serveDesk(app: NestFastifyApplication, folder: string): Promise<void> {
  const root = resolve(folder);
  if (!existsSync(root)) throw new Error('the desk is not built');
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(fastifyStatic, { root, wildcard: false, cacheControl: true, maxAge: '1h', immutable: false });
  fastify.get('/*', (request, reply) =>
    NO_PAGE.test(request.url) ? reply.callNotFound() : reply.header('cache-control', 'no-store').sendFile('index.html'),
  );
}
