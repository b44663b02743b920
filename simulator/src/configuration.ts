import type { NamedKey } from './kernel/keys.ts';

/** A mini-program account known to the platform. */
export interface AppConfiguration {
  appid: string;
  secret: string;
  /** The account's original id, `gh_…`, which is `ToUserName` of an event push. */
  originalId: string;
  /** Page paths that exist; a message to any other page is refused with 41030. Without the list only the form is checked. */
  pages?: string[];
}

/** A subscribe-message template. `keys` maps each key to the words shown before its value: `{ thing1: '事项' }`. */
export interface TemplateConfiguration {
  id: string;
  title: string;
  kind: 'one-time' | 'long-term';
  keys: Record<string, string>;
}

/** Amounts in fen. */
export interface TransferLimits {
  singleMinimum: number;
  singleMaximum: number;
  perUserPerDay: number;
  perDay: number;
}

export interface MerchantConfiguration {
  mchid: string;
  /** Shown to the payee. */
  name: string;
  /** Apps bound to this merchant account. */
  appids: string[];
  /** Serial of the merchant's API certificate, 40 hexadecimal digits. */
  serial: string;
  publicKeyPem: string;
  apiV3Key: string;
  /** Fen available at the first start; afterwards the state file counts. */
  balance: number;
  /** `both` answers with the key that the request's `Wechatpay-Serial` names and mixes callbacks, as during a switch-over. */
  keyMode: 'public-key' | 'certificate' | 'both';
  /** Made at start when absent. */
  wechatPayPublicKey?: NamedKey;
  /** Ids of the granted transfer scenes; a subset of those in `pay/scenes.ts`. */
  scenes: string[];
  limits: TransferLimits;
  /** Creations that are taken in any second; the real platform takes 100. */
  creationsPerSecond: number;
}

/** The message server (消息推送) in safe mode. `encodingAesKey` has 43 characters. */
export interface MessageServerConfiguration {
  url: string;
  token: string;
  encodingAesKey: string;
}

/** An account at the vendor of text messages. */
export interface SmsConfiguration {
  account: string;
  secret: string;
  /** The registered name of the sender. */
  sign: string;
}

/** How bills live. All times are milliseconds of the platform's clock. */
export interface LifeSettings {
  /** The first state an accepted creation answers with: always waiting, always ACCEPTED, or the two in turn. */
  firstState: 'wait' | 'accepted' | 'alternate';
  acceptMilliseconds: number;
  confirmWithinMilliseconds: number;
  /** Payees confirm by themselves so long after they may; null: by hand. */
  confirmAfterMilliseconds: number | null;
  /** The real platform closed bills up to 48 minutes late. */
  overdueLateMilliseconds: number;
  lowBalanceWithinMilliseconds: number;
  transferMilliseconds: number;
  cancelMilliseconds: number;
}

/** Real milliseconds. */
export interface DeliverySettings {
  /** Waits before the second, third … attempt; when the list is used up the callback is given up. */
  callbackRetryMilliseconds: number[];
  timeoutMilliseconds: number;
  /** How long one subscribe message takes; a second one to the same person meanwhile is refused with 43108. */
  sendMilliseconds: number;
}

export interface SimulatorConfiguration {
  host: string;
  /** 0 takes a free one. */
  port: number;
  apps: AppConfiguration[];
  templates: TemplateConfiguration[];
  merchants: MerchantConfiguration[];
  messageServer?: MessageServerConfiguration;
  /** The account that may send text messages. */
  sms?: SmsConfiguration;
  /** Where `/api/*` of the wall goes. */
  serverUrl?: string;
  /** The built h5 mini-program, served at `/h5/`. */
  h5Directory?: string;
  /** Where phones, bills, balances and keys outlive the process. */
  stateFile?: string;
  life: LifeSettings;
  delivery: DeliverySettings;
}

/** What a caller or a configuration file gives; everything left out has a default. */
export type SimulatorOptions = Partial<Omit<SimulatorConfiguration, 'life' | 'delivery' | 'merchants'>> & {
  apps: AppConfiguration[];
  merchants?: (Pick<MerchantConfiguration, 'mchid' | 'appids' | 'serial' | 'publicKeyPem' | 'apiV3Key'> & Partial<MerchantConfiguration>)[];
  life?: Partial<LifeSettings>;
  delivery?: Partial<DeliverySettings>;
};

const HOUR = 3_600_000;

export const DEFAULT_LIFE: LifeSettings = {
  firstState: 'alternate',
  acceptMilliseconds: 300,
  confirmWithinMilliseconds: 24 * HOUR,
  confirmAfterMilliseconds: null,
  overdueLateMilliseconds: 0,
  lowBalanceWithinMilliseconds: 24 * HOUR,
  transferMilliseconds: 200,
  cancelMilliseconds: 200,
};

/** Dense at first, because a restarted server should hear soon; about half an hour altogether. */
export const DEFAULT_DELIVERY: DeliverySettings = {
  callbackRetryMilliseconds: [300, 700, 1_500, 3_000, 5_000, 10_000, 15_000, 30_000, 60_000, 180_000, 600_000, 900_000],
  timeoutMilliseconds: 5_000,
  sendMilliseconds: 5,
};

/** A new merchant's limits: 0.1–200 yuan a bill, 2,000 a user and day, 50,000 a day. */
export const DEFAULT_LIMITS: TransferLimits = { singleMinimum: 10, singleMaximum: 20_000, perUserPerDay: 200_000, perDay: 5_000_000 };

/** Fills in the defaults and refuses what could not work. Throws an Error that names the field. */
export const configurationFrom = (options: SimulatorOptions): SimulatorConfiguration => {
  const configuration: SimulatorConfiguration = {
    host: '127.0.0.1',
    port: 0,
    templates: [],
    ...options,
    merchants: (options.merchants ?? []).map(merchant => ({
      name: '模拟商户',
      balance: 0,
      keyMode: 'public-key',
      scenes: ['1002'],
      creationsPerSecond: 100,
      ...merchant,
      limits: { ...DEFAULT_LIMITS, ...merchant.limits },
    })),
    life: { ...DEFAULT_LIFE, ...options.life },
    delivery: { ...DEFAULT_DELIVERY, ...options.delivery },
  };
  check(configuration);
  return configuration;
};

const check = (configuration: SimulatorConfiguration): void => {
  const must = (right: boolean, what: string): void => {
    if (!right) throw new Error(`Simulator configuration: ${what}`);
  };
  must(Array.isArray(configuration.apps) && configuration.apps.length > 0, 'apps needs at least one app');
  for (const app of configuration.apps)
    must([app.appid, app.secret, app.originalId].every(isText), 'an app needs appid, secret and originalId');
  const appids = configuration.apps.map(app => app.appid);
  for (const merchant of configuration.merchants) {
    const where = `merchant ${merchant.mchid}`;
    must(isText(merchant.mchid) && isText(merchant.serial), `${where} needs mchid and serial`);
    must(Buffer.byteLength(merchant.apiV3Key) === 32, `${where}: apiV3Key must have 32 bytes`);
    must(merchant.publicKeyPem.includes('BEGIN'), `${where}: publicKeyPem must be PEM`);
    must(
      merchant.appids.every(appid => appids.includes(appid)),
      `${where}: every one of appids must be among apps`,
    );
    must(Number.isSafeInteger(merchant.balance) && merchant.balance >= 0, `${where}: balance is whole fen`);
  }
  const pushes = configuration.messageServer;
  if (pushes) must(pushes.encodingAesKey.length === 43, 'messageServer.encodingAesKey must have 43 characters');
};

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
