import { generateKeyPairSync } from 'node:crypto';
import { DEFAULT_LIMITS, type SimulatorOptions, type TransferLimits } from './configuration.ts';
import { publicPemOf } from './kernel/keys.ts';
import { randomDigits, randomHex, randomText } from './kernel/random.ts';

/** A message template for one purpose of the server. */
export interface DemonstrationTemplate {
  title: string;
  kind: 'one-time' | 'long-term';
}

export interface DemonstrationWishes {
  /** By the server's name of the purpose. */
  purposes?: Record<string, DemonstrationTemplate>;
  /** Port of the simulator; 0 takes a free one. */
  port?: number;
  /** The server the wall talks to. */
  serverUrl?: string;
  /** Where event pushes go. */
  messageServerUrl?: string;
  h5Directory?: string;
  stateFile?: string;
  /** Fen. */
  balance?: number;
  /** Also a merchant of this name whose limits nobody has raised. */
  newMerchant?: string;
}

const PURPOSES: Record<string, DemonstrationTemplate> = {
  medication: { title: '服药提醒', kind: 'one-time' },
  visit: { title: '上门走访提醒', kind: 'one-time' },
  task: { title: '待办事项提醒', kind: 'one-time' },
  incident: { title: '突发情况通知', kind: 'long-term' },
  payout: { title: '补助领取通知', kind: 'one-time' },
};

/** Every demonstration template has these keys and no others. */
const KEYS = { thing1: '事项', time2: '时间', thing3: '说明' };

/** Raised above a new merchant's limits, as an office that pays subsidies must have them. */
const LIMITS: TransferLimits = { singleMinimum: 10, singleMaximum: 500_000, perUserPerDay: 1_000_000, perDay: 100_000_000 };

const newPem = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

/** A merchant account with keys of its own: as the simulator is started with it, and as a server knows it. */
const merchantNamed = (name: string, appid: string, limits: TransferLimits, balance: number) => {
  const mchid = `19${randomDigits(8)}`;
  const certificateSerial = `4${randomHex(40).slice(1)}`;
  const apiV3Key = randomText(32);
  const merchantPrivateKeyPem = newPem();
  const wechatPayPrivateKeyPem = newPem();
  const wechatPayPublicKeyId = `PUB_KEY_ID_0${mchid}${randomDigits(18)}`;
  return {
    simulator: {
      mchid,
      name,
      appids: [appid],
      serial: certificateSerial,
      publicKeyPem: publicPemOf(merchantPrivateKeyPem),
      apiV3Key,
      balance,
      wechatPayPublicKey: { id: wechatPayPublicKeyId, privateKeyPem: wechatPayPrivateKeyPem },
      limits,
    },
    server: {
      mchid,
      merchantPrivateKeyPem,
      certificateSerial,
      apiV3Key,
      wechatPayPublicKeyId,
      wechatPayPublicKeyPem: publicPemOf(wechatPayPrivateKeyPem),
      transferSceneId: '1002',
      reportInfos: [{ infoType: '补贴类型', infoContent: '以奖代补' }],
      perception: '行政补贴',
      limits,
    },
  };
};

/**
 * Fresh, consistent secrets for a demonstration or a test: what the simulator must be started with, and what a server
 * must know to talk to it. All ids are invented.
 */
export const demonstrationConfig = (wishes: DemonstrationWishes = {}) => {
  const purposes = wishes.purposes ?? PURPOSES;
  const appid = `wx${randomHex(16).toLowerCase()}`;
  const secret = randomHex(32).toLowerCase();
  const messageToken = randomText(24);
  // 43 characters of Base64 without the closing `=`; the last one carries four bits, so it is one of a few.
  const messageAesKey = `${randomText(42)}A`;
  const raised = merchantNamed('云坪镇人民政府（演示）', appid, LIMITS, wishes.balance ?? 5_000_000);
  const unraised = wishes.newMerchant === undefined ? undefined : merchantNamed(wishes.newMerchant, appid, DEFAULT_LIMITS, 1_000_000);
  const templateIds = Object.fromEntries(Object.keys(purposes).map(purpose => [purpose, randomText(43)]));
  const idOf = (purpose: string): string => templateIds[purpose] ?? '';

  const sms = { account: `sms${randomDigits(8)}`, secret: randomHex(32).toLowerCase(), sign: '关护' };

  const simulator: SimulatorOptions = {
    port: wishes.port ?? 0,
    apps: [{ appid, secret, originalId: `gh_${randomHex(12).toLowerCase()}` }],
    templates: Object.entries(purposes).map(([purpose, { title, kind }]) => ({ id: idOf(purpose), title, kind, keys: KEYS })),
    merchants: [raised.simulator, ...(unraised ? [unraised.simulator] : [])],
    sms,
    ...(wishes.messageServerUrl === undefined
      ? {}
      : { messageServer: { url: wishes.messageServerUrl, token: messageToken, encodingAesKey: messageAesKey } }),
    ...(wishes.serverUrl === undefined ? {} : { serverUrl: wishes.serverUrl }),
    ...(wishes.h5Directory === undefined ? {} : { h5Directory: wishes.h5Directory }),
    ...(wishes.stateFile === undefined ? {} : { stateFile: wishes.stateFile }),
  };
  const server = {
    appid,
    secret,
    messageToken,
    messageAesKey,
    ...raised.server,
    /** The merchant with a new merchant's limits, when one was wished for. */
    ...(unraised ? { newMerchant: unraised.server } : {}),
    sms,
    /** By purpose; `keys` are the template's own keys and what stands before each value. */
    templates: Object.fromEntries(
      Object.entries(purposes).map(([purpose, { title, kind }]) => [purpose, { id: idOf(purpose), title, kind, keys: KEYS }]),
    ),
  };
  return { simulator, server };
};
