import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = {
  readonly method: string;
  /** Path with query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
};

export type Reply = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** `hang`: never answers. `reset`: cuts the connection. `truncate`: promises more bytes than it sends, then cuts. */
  readonly misbehave?: 'hang' | 'reset' | 'truncate';
};

export type StandIn = { readonly url: string; readonly received: Received[]; stop(): Promise<void> };

/** A server on loopback that answers what the test says, well or badly. */
export async function standIn(answer: (request: Received) => Reply | Promise<Reply>): Promise<StandIn> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const one = { method, path, headers, body: Buffer.concat(chunks).toString('utf8') };
      received.push(one);
      void Promise.resolve(answer(one)).then(reply => {
        give(reply, response);
      });
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    received,
    stop: () =>
      new Promise(resolve => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function give(reply: Reply, response: ServerResponse): void {
  const body = Buffer.from(reply.body ?? '');
  if (reply.misbehave === 'hang') return;
  if (reply.misbehave === 'reset') {
    response.req.socket.resetAndDestroy();
    return;
  }
  if (reply.misbehave === 'truncate') {
    response.writeHead(reply.status ?? 200, { ...reply.headers, 'Content-Length': body.length + 10 });
    response.write(body, () => response.req.socket.destroy());
    return;
  }
  response.writeHead(reply.status ?? 200, { 'Content-Type': 'application/json', ...reply.headers }).end(body);
}

/** An address on loopback where nobody listens. */
export async function deadAddress(): Promise<string> {
  const server = await standIn(() => ({}));
  await server.stop();
  return server.url;
}
