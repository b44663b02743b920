/** The simulator's controls, as far as the fault test needs them. */
export class Simulator {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async call<A = Record<string, unknown>>(method: string, path: string, body?: object): Promise<A> {
    const response = await fetch(this.#url + path, {
      method,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as A;
  }

  phone(phoneNumber: string): Promise<{ phoneId: string }> {
    return this.call('POST', '/phones', { phoneNumber, label: phoneNumber });
  }

  async codes(phoneId: string): Promise<{ loginCode: string; phoneCode: string }> {
    const login = await this.call<{ code: string }>('POST', `/phones/${phoneId}/login`);
    const phone = await this.call<{ code: string }>('POST', `/phones/${phoneId}/phone-number`);
    return { loginCode: login.code, phoneCode: phone.code };
  }

  /** The payee opens the page and confirms; confirming twice is confirming once. */
  async confirm(phoneId: string, transfer: { mchId: string; appId: string; package: string }): Promise<void> {
    const { transferBillNo } = await this.call<{ transferBillNo: string }>('POST', `/phones/${phoneId}/transfers/open`, transfer);
    await this.call('POST', `/phones/${phoneId}/transfers/${transferBillNo}/confirm`);
  }

  async bills(outBillNos: readonly string[]): Promise<{ outBillNo: string; state: string; amount: number }[]> {
    const { bills } = await this.call<{ bills: { outBillNo: string; state: string; amount: number }[] }>('GET', '/bills');
    return bills.filter(bill => outBillNos.includes(bill.outBillNo));
  }

  /** Money for every merchant, in fen, beyond what the demonstration has. */
  async topUp(amount: number): Promise<void> {
    const { merchants } = await this.call<{ merchants: { mchid: string }[] }>('GET', '/merchants');
    for (const { mchid } of merchants) await this.call('POST', `/merchants/${mchid}/top-up`, { amount });
  }

  plan(kind: string): Promise<unknown> {
    return this.call('POST', '/faults', { at: 'create', kind });
  }

  /** Requests that the simulator holds. */
  async held(): Promise<number> {
    return (await this.call<{ held: unknown[] }>('GET', '/faults')).held.length;
  }

  clear(): Promise<unknown> {
    return this.call('DELETE', '/faults');
  }
}
