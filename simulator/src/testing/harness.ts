import { sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SimulatorOptions } from '../configuration.ts';
import { demonstrationConfig } from '../demonstration-config.ts';
import { requestMessage } from '../pay/signing.ts';
import { startSimulator } from '../start.ts';

/** Keys are slow to make; every test of a process may share them. */
const { simulator: OPTIONS, server: KNOWN } = demonstrationConfig();
export { KNOWN };

export const BILLS = '/v3/fund-app/mch-transfer/transfer-bills';

export interface Got {
  status: number;
  headers: Headers;
  text: string;
  json: Record<string, unknown>;
}

const got = async (response: Response): Promise<Got> => {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: (text === '' ? {} : JSON.parse(text)) as Got['json'] };
};

/** A merchant's signed request, with room for mistakes. */
export interface Mistakes {
  timestamp?: number;
  serial?: string;
  privateKeyPem?: string;
  signedBody?: string;
  headers?: Record<string, string | undefined>;
}

export interface TestSimulator extends Awaited<ReturnType<typeof startSimulator>> {
  call: (method: string, path: string, body?: unknown) => Promise<Got>;
  pay: (method: string, path: string, body?: unknown, mistakes?: Mistakes) => Promise<Got>;
  create: (over?: Record<string, unknown>) => Promise<Got>;
  newPhone: (label?: string) => Promise<{ phoneId: string; openid: string }>;
}

/** Whatever a failing test leaves open is closed after it, so that the run still ends. */
const leftOpen = new Set<() => Promise<void>>();
afterEach(async () => {
  await Promise.all([...leftOpen].map(close => close()));
  leftOpen.clear();
});

/** A simulator with everything fast and the first state fixed, and the ways to talk to it. */
export const testSimulator = async (over: Partial<SimulatorOptions> = {}): Promise<TestSimulator> => {
  const simulator = await startSimulator({
    ...OPTIONS,
    ...over,
    life: { firstState: 'wait', acceptMilliseconds: 20, transferMilliseconds: 20, cancelMilliseconds: 20, ...over.life },
    delivery: { callbackRetryMilliseconds: [30, 60, 120], timeoutMilliseconds: 400, ...over.delivery },
  });
  leftOpen.add(simulator.close);
  const call: TestSimulator['call'] = async (method, path, body) =>
    got(
      await fetch(simulator.url + path, {
        method,
        ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      }),
    );
  const pay: TestSimulator['pay'] = async (method, path, body, mistakes = {}) => {
    const text = body === undefined ? '' : JSON.stringify(body);
    const timestamp = String(mistakes.timestamp ?? Math.floor(Date.now() / 1000));
    const message = requestMessage(method, path, timestamp, 'nonce-of-a-test', mistakes.signedBody ?? text);
    const signature = sign('sha256', Buffer.from(message), mistakes.privateKeyPem ?? KNOWN.merchantPrivateKeyPem).toString('base64');
    const authorization = `WECHATPAY2-SHA256-RSA2048 mchid="${KNOWN.mchid}",nonce_str="nonce-of-a-test",signature="${signature}",timestamp="${timestamp}",serial_no="${mistakes.serial ?? KNOWN.certificateSerial}"`;
    const headers: Record<string, string | undefined> = {
      accept: 'application/json',
      'accept-language': 'zh-CN',
      'user-agent': 'guanhu-test',
      authorization,
      'wechatpay-serial': KNOWN.wechatPayPublicKeyId,
      ...(text === '' ? {} : { 'content-type': 'application/json' }),
      ...mistakes.headers,
    };
    const kept = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return got(await fetch(simulator.url + path, { method, headers: kept, ...(text === '' ? {} : { body: text }) }));
  };
  return {
    ...simulator,
    call,
    pay,
    create: body => pay('POST', BILLS, body),
    newPhone: async (label = '测试手机') => {
      const { json } = await call('POST', '/phones', { phoneNumber: '19900000001', label });
      return json as unknown as { phoneId: string; openid: string };
    },
  };
};

/** The body of a right creation. */
export const transfer = (openid: string, over: Record<string, unknown> = {}): Record<string, unknown> => ({
  appid: KNOWN.appid,
  out_bill_no: 'GH2026Q30001',
  transfer_scene_id: '1002',
  openid,
  transfer_amount: 60_000,
  transfer_remark: '第三季度以奖代补',
  transfer_scene_report_infos: [{ info_type: '补贴类型', info_content: '以奖代补' }],
  ...over,
});

/** A listener that keeps what it receives and answers as told. */
export interface Listener {
  url: string;
  received: { path: string; headers: IncomingHttpHeaders; body: string; at: number }[];
  /** The status of the next answers, one each; then 200. */
  answers: number[];
  close: () => Promise<void>;
}

export const listen = async (): Promise<Listener> => {
  const received: Listener['received'] = [];
  const answers: number[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString(), at: Date.now() });
      response.writeHead(answers.shift() ?? 200).end('');
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise(resolve => {
      server.close(() => {
        resolve();
      });
    });
  leftOpen.add(close);
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/callbacks`,
    received,
    answers,
    close,
  };
};

/** Waits until something is so, at the longest three seconds. */
export const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + 3_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it did not come to pass within three seconds');
    await new Promise(resolve => setTimeout(resolve, 10));
  }
};
