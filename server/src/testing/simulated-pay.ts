import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Accounts } from '../platform/config/config.ts';
import { demonstrationConfig } from '../../../simulator/src/demonstration-config.ts';
import { startSimulator } from '../../../simulator/src/start.ts';

export const MERCHANT_ID = '01900000-0000-7000-8000-00000000000a';

/** One bill as the simulator tells it. */
export type SimulatedBill = {
  readonly outBillNo: string;
  readonly transferBillNo: string;
  readonly state: string;
  readonly amount: number;
  readonly openid: string;
};

/** Keys are slow to make; all tests of a file share them. */
const { simulator: OPTIONS, server: KNOWN } = demonstrationConfig();

/**
 * WeChat Pay as the simulator plays it, with the account a server needs to talk to it. Callbacks go through a small forwarder, because the
 * address of the server under test is not known before it has started.
 */
export async function simulatedPay(over: Partial<typeof OPTIONS> = {}) {
  let target: string | undefined;
  const forwarder = createServer((incoming, outgoing) => {
    if (target === undefined) {
      outgoing.writeHead(503).end();
      return;
    }
    const onward = ask(target + (incoming.url ?? ''), { method: incoming.method, headers: incoming.headers }, answer => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.writeHead(503).end());
    incoming.pipe(onward);
  });
  await new Promise<void>(resolve => {
    forwarder.listen(0, '127.0.0.1', resolve);
  });
  const notifyBase = `http://127.0.0.1:${String((forwarder.address() as AddressInfo).port)}`;
  const simulator = await startSimulator({
    ...OPTIONS,
    ...over,
    life: { firstState: 'wait', acceptMilliseconds: 30, transferMilliseconds: 30, cancelMilliseconds: 30, ...over.life },
    delivery: { callbackRetryMilliseconds: [100, 200, 400, 800, 1600, 3200], timeoutMilliseconds: 5000, ...over.delivery },
  });
  const merchants: Accounts['merchants'] = [
    {
      id: MERCHANT_ID,
      payingOffice: 'financeOffice',
      areaCodes: [],
      notifyBase,
      account: {
        mchid: KNOWN.mchid,
        appid: KNOWN.appid,
        serialNo: KNOWN.certificateSerial,
        privateKeyPem: KNOWN.merchantPrivateKeyPem,
        apiV3Key: KNOWN.apiV3Key,
        mode: 'public-key',
        publicKeys: { [KNOWN.wechatPayPublicKeyId]: KNOWN.wechatPayPublicKeyPem },
        publicKeyId: KNOWN.wechatPayPublicKeyId,
        transferSceneId: KNOWN.transferSceneId,
        reportInfos: KNOWN.reportInfos,
        perception: KNOWN.perception,
        limits: {
          singleMinFen: KNOWN.limits.singleMinimum,
          singleMaxFen: KNOWN.limits.singleMaximum,
          perPersonDayFen: KNOWN.limits.perUserPerDay,
          perDayFen: KNOWN.limits.perDay,
        },
        baseUrl: simulator.payUrl,
      },
    },
  ];
  return new SimulatedPay(simulator.url, merchants, notifyBase, KNOWN.mchid, {
    direct: url => {
      target = url;
    },
    close: async () => {
      await simulator.close();
      forwarder.closeAllConnections();
      await new Promise(resolve => forwarder.close(resolve));
    },
  });
}

type Ends = { readonly direct: (url: string) => void; readonly close: () => Promise<void> };

class SimulatedPay {
  readonly url: string;
  readonly merchants: Accounts['merchants'];
  readonly notifyBase: string;
  readonly mchid: string;
  readonly #ends: Ends;
  #phones = 0;

  constructor(url: string, merchants: Accounts['merchants'], notifyBase: string, mchid: string, ends: Ends) {
    this.url = url;
    this.merchants = merchants;
    this.notifyBase = notifyBase;
    this.mchid = mchid;
    this.#ends = ends;
  }

  /** From now on callbacks reach this server. */
  direct(serverUrl: string): void {
    this.#ends.direct(serverUrl);
  }

  close(): Promise<void> {
    return this.#ends.close();
  }

  async call<A = Record<string, unknown>>(method: string, path: string, body?: object): Promise<A> {
    const response = await fetch(this.url + path, {
      method,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as A;
  }

  phone(realName?: string): Promise<{ phoneId: string; openid: string }> {
    this.#phones += 1;
    const phoneNumber = `1990001${String(this.#phones).padStart(4, '0')}`;
    return this.call('POST', '/phones', { phoneNumber, label: `手机${String(this.#phones)}`, ...(realName ? { realName } : {}) });
  }

  /** The payee opens the page and confirms. */
  async confirm(phoneId: string, transfer: { mchId: string; appId: string; package: string }): Promise<void> {
    const { transferBillNo } = await this.call<{ transferBillNo: string }>('POST', `/phones/${phoneId}/transfers/open`, transfer);
    await this.call('POST', `/phones/${phoneId}/transfers/${transferBillNo}/confirm`);
  }

  async bills(): Promise<SimulatedBill[]> {
    return (await this.call<{ bills: SimulatedBill[] }>('GET', '/bills')).bills;
  }

  async billsTo(openid: string): Promise<SimulatedBill[]> {
    return (await this.bills()).filter(bill => bill.openid === openid);
  }

  fault(at: string, kind: string, more: object = {}): Promise<{ id: string }> {
    return this.call('POST', '/faults', { at, kind, ...more });
  }
}
export type { SimulatedPay };
