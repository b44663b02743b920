import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { watchSilentConnections } from './silent-connections.ts';

let server: Server;
let sockets: Socket[];
/** A connection that the server has seen. */
async function connected(): Promise<Socket> {
  const seen = once(server, 'connection');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  await seen;
  return socket;
}

beforeEach(async () => {
  sockets = [];
  server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.close();
  for (const socket of sockets) socket.destroy();
  server.closeAllConnections();
});

it('ends what has asked nothing, and answers what has asked', async () => {
  const end = watchSilentConnections(server);
  const [silent, asking] = [await connected(), await connected()];
  asking.write('GET / HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n');
  const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
  const gone = once(silent, 'close');
  end();
  await gone;
  response.end('answered');
  const answer = (await asking.toArray()).join('');
  expect(answer).toContain('200 OK');
  expect(answer).toContain('answered');
});

it('ends what connects afterwards', async () => {
  watchSilentConnections(server)();
  const late = await connected();
  await once(late.resume(), 'close');
});
