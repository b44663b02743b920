import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GatewaySms } from './gateway-sms.ts';

type Seen = { readonly headers: Readonly<Record<string, unknown>>; readonly body: string };
let server: Server;
let seen: Seen[] = [];
let answer: { status: number; body: string } | 'silence' | 'broken';
const message = { phone: '19900001234', text: '今天有一件事要办', reference: 'r-1' };

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', chunk => (body += String(chunk)));
    request.on('end', () => {
      seen.push({ headers: request.headers, body });
      if (answer === 'silence') return;
      if (answer === 'broken') return void request.socket.destroy();
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => (seen = []));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const gateway = (base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`) =>
  new GatewaySms({
    base,
    account: 'a',
    secret: 's',
    sign: '关护',
    now: () => new Date(1_750_000_000_000),
    timeoutMs: answer === 'silence' ? 200 : 30_000,
  });

it('signs what it sends, byte for byte', async () => {
  answer = { status: 200, body: '{"code":"OK","messageId":"m-1"}' };
  expect(await gateway().send(message)).toEqual({ outcome: 'sent', messageId: 'm-1' });
  const [{ headers, body } = { headers: {}, body: '' }] = seen;
  expect(JSON.parse(body)).toEqual({ account: 'a', phone: message.phone, sign: '关护', text: message.text, reference: 'r-1' });
  expect(headers['x-timestamp']).toBe('1750000000');
  expect(headers['x-signature']).toBe(createHmac('sha256', 's').update(`1750000000\n${body}`).digest('hex'));
});

it.each([
  [200, '{"code":"OK"}', { outcome: 'sent' }],
  [200, '{"code":"BAD_NUMBER"}', { outcome: 'bad-number' }],
  [200, '{"code":"REFUSED"}', { outcome: 'refused' }],
  [200, '{"code":"BUSY"}', { outcome: 'busy' }],
  [200, '{"code":"NO_BALANCE"}', { outcome: 'misconfigured' }],
  [200, '{"code":"BAD_SIGNATURE"}', { outcome: 'misconfigured' }],
  [200, '{"code":"NEW_ONE"}', { outcome: 'unknown' }],
  [200, '{"code":', { outcome: 'unknown' }],
  [500, '{"code":"OK"}', { outcome: 'unknown' }],
])('%i %s', async (status, body, outcome) => {
  answer = { status, body };
  expect(await gateway().send(message)).toEqual(outcome);
  expect(seen).toHaveLength(1);
});

it.each(['silence', 'broken'] as const)('an answer that does not come (%s) is a doubt, asked once', async how => {
  answer = how;
  expect(await gateway().send(message)).toEqual({ outcome: 'unknown' });
  expect(seen.length).toBeLessThanOrEqual(1);
});

it('a gateway that is not there has sent nothing', async () => {
  const gone = createServer();
  await new Promise<void>(resolve => gone.listen(0, '127.0.0.1', resolve));
  const { port } = gone.address() as AddressInfo;
  await new Promise(resolve => gone.close(resolve));
  expect(await gateway(`http://127.0.0.1:${String(port)}`).send(message)).toEqual({ outcome: 'busy' });
});
