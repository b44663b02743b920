import proxy from '@fastify/http-proxy';
import serveFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Context } from '../context.ts';

const PUBLIC = resolve(import.meta.dirname, '../../public');

/** The wall of phones, the page to look inside, the mini-program in the frames and the way to the server behind it. */
export const wallRoutes = async (app: FastifyInstance, context: Context): Promise<void> => {
  const { h5Directory, serverUrl } = context.configuration;
  await app.register(serveFiles, { root: PUBLIC, prefix: '/wall/', cacheControl: false });
  app.get('/', (_request, reply) => reply.sendFile('wall.html'));
  app.get('/inspect', (_request, reply) => reply.sendFile('inspect.html'));
  app.get<{ Querystring: { version?: string } }>('/changes', request => ({
    version: context.world.version,
    changed: String(context.world.version) !== request.query.version,
    now: context.clock.now(),
    h5: h5Directory !== undefined && existsSync(join(h5Directory, 'index.html')),
    serverUrl: serverUrl ?? null,
  }));

  if (h5Directory !== undefined && existsSync(h5Directory))
    await app.register(serveFiles, { root: resolve(h5Directory), prefix: '/h5/', decorateReply: false, cacheControl: false });
  else app.get('/h5/*', (_request, reply) => reply.sendFile('no-h5.html'));

  if (serverUrl !== undefined) await app.register(proxy, { upstream: serverUrl, prefix: '/api', rewritePrefix: '/api' });
  else app.all('/api/*', (_request, reply) => reply.code(502).send({ message: '没有配置服务器地址' }));
};
