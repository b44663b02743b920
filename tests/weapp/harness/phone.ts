/** What the harness lets a test decide about the phone that the mini-program runs on. */
export type PhoneSetting = {
  /** Origin of the real server; requests of the mini-program go there whatever host was built in. */
  readonly server: string;
  /** Where WeChat stands on this machine, and which of its phones this is. */
  readonly wechat?: { readonly origin: string; readonly phoneId: string };
  /** WeChat's font size of this phone; 1.4 is care mode. */
  readonly fontScale?: number;
  readonly dark?: boolean;
};

/** The parts of a phone that outlive a restart of the mini-program. */
export class Phone {
  readonly setting: PhoneSetting;
  readonly storage = new Map<string, string>();
  /** Characters that the phone has room for. */
  room = Infinity;
  /** How long the phone takes to open something enciphered, in ms. */
  opensIn = 0;
  /** Every platform call with its argument, for tests to look at. */
  readonly calls: { readonly name: string; readonly with: unknown }[] = [];
  /** Where the phone is, once the person allows it. */
  place: { readonly latitude: number; readonly longitude: number; readonly accuracy: number } | undefined;
  /** What the camera sees next. */
  scans: string[] = [];
  /** Why the camera gives no picture, in the platform's words; it does while this is empty. */
  noCamera: string | undefined;
  /** Files of the mini-program's own folder. */
  readonly files = new Map<string, string>();
  /** No further file has room. */
  filesFull = false;
  online = true;
  /** The signal is lost as soon as the server has answered a request to such an address: the answer reaches nobody. */
  loseSignalAfter: RegExp | undefined;
  readonly #networkWatchers = new Set<(state: { isConnected: boolean; networkType: string }) => void>();

  constructor(setting: PhoneSetting) {
    this.setting = setting;
  }

  setOnline(online: boolean): void {
    this.online = online;
    for (const watcher of this.#networkWatchers) watcher({ isConnected: online, networkType: online ? 'wifi' : 'none' });
  }
  /** Writes to the storage. @throws when the phone is full. */
  keep(key: string, text: string): void {
    let taken = text.length;
    for (const [each, value] of this.storage) if (each !== key) taken += value.length;
    if (taken > this.room) throw new Error('exceed storage max size 10Mb');
    this.storage.set(key, text);
  }
  watchNetwork(watcher: (state: { isConnected: boolean; networkType: string }) => void): void {
    this.#networkWatchers.add(watcher);
  }
  forgetWatchers(): void {
    this.#networkWatchers.clear();
  }

  called(name: string): readonly unknown[] {
    return this.calls.filter(each => each.name === name).map(each => each.with);
  }

  /** One act of the simulated WeChat around this phone. @throws Error when it refuses. */
  async askWechat(act: string, body: unknown = {}): Promise<Record<string, unknown>> {
    const { wechat } = this.setting;
    if (!wechat) throw new Error('this phone has no WeChat');
    const answer = await fetch(`${wechat.origin}/phones/${wechat.phoneId}/${act}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`WeChat answered ${String(answer.status)}`);
    return (await answer.json()) as Record<string, unknown>;
  }
}
