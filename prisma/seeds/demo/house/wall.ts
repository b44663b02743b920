/** The simulator's wall of phones, as the seed uses it. */
export class Wall {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Puts a phone on the wall; one that hangs there since an earlier try stays. */
  async hang(phone: { phoneId: string; phoneNumber: string; label: string; realName: string }): Promise<void> {
    const response = await this.#send('POST', '/phones', phone);
    if (response.status !== 409) await good(response);
    else await good(await this.#send('PUT', `/phones/${phone.phoneId}`, { phoneNumber: phone.phoneNumber, label: phone.label }));
  }

  async loginCode(phoneId: string): Promise<string> {
    return (await this.#post<{ code: string }>(`/phones/${phoneId}/login`)).code;
  }

  async phoneCode(phoneId: string): Promise<string> {
    return (await this.#post<{ code: string }>(`/phones/${phoneId}/phone-number`)).code;
  }

  /** Taps 允许 on the question for messages. @returns what each template was answered with */
  async subscribe(phoneId: string, templateIds: readonly string[]): Promise<Record<string, 'accept'>> {
    const { errMsg: _, ...answers } = await this.#post<Record<string, string>>(`/phones/${phoneId}/subscribe`, { templateIds });
    return answers as Record<string, 'accept'>;
  }

  /** Makes WeChat refuse the transfers of this phone for a reason of WeChat Pay's; null ends it. */
  async failTransfers(phoneId: string, reason: string | null): Promise<void> {
    await good(await this.#send('PUT', `/phones/${phoneId}/settings`, { transferFailReason: reason }));
  }

  /** Opens the sheet that asks to receive the money, and confirms. */
  async receive(phoneId: string, transfer: { mchId: string; appId: string; package: string }): Promise<void> {
    const { transferBillNo } = await this.#post<{ transferBillNo: string }>(`/phones/${phoneId}/transfers/open`, transfer);
    await this.#post(`/phones/${phoneId}/transfers/${transferBillNo}/confirm`);
  }

  async #post<A>(path: string, body: object = {}): Promise<A> {
    return (await good(await this.#send('POST', path, body))).json() as Promise<A>;
  }

  #send(method: string, path: string, body: object): Promise<Response> {
    return fetch(this.#url + path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  }
}

async function good(response: Response): Promise<Response> {
  if (!response.ok) throw new Error(`the simulator answered ${response.status} ${await response.text()}`);
  return response;
}
