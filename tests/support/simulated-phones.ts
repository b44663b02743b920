/** A phone of the simulator, as far as tests look into it. */
export type SimulatedPhone = {
  readonly phoneId: string;
  readonly messages: readonly { readonly title: string; readonly page: string; readonly lines: readonly { readonly value: string }[] }[];
  readonly credits: Readonly<Record<string, number>>;
  readonly transfersReceived: readonly { readonly outBillNo: string; readonly amount: number }[];
};
export type SimulatedBill = {
  readonly outBillNo: string;
  readonly state: string;
  readonly amount: number;
};

/** The people's phones and the money at the simulator, by its own interface. */
export class SimulatedPhones {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** A new phone. @returns its id */
  async add(phoneNumber: string, label: string, realName?: string): Promise<string> {
    const { phoneId } = await this.#ask<SimulatedPhone>('/phones', { phoneNumber, label, ...(realName === undefined ? {} : { realName }) });
    return phoneId;
  }

  phone(phoneId: string): Promise<SimulatedPhone> {
    return this.#ask(`/phones/${phoneId}`);
  }

  async bills(): Promise<readonly SimulatedBill[]> {
    return (await this.#ask<{ bills: SimulatedBill[] }>('/bills')).bills;
  }

  async #ask<A>(path: string, body?: object): Promise<A> {
    const wish = body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {};
    const response = await fetch(this.#url + path, wish);
    if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${await response.text()}`);
    return (await response.json()) as A;
  }
}
