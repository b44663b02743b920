import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { configurationFrom } from './configuration.ts';
import type { SimulatorConfiguration, SimulatorOptions } from './configuration.ts';
import type { Context } from './context.ts';
import { controlRoutes } from './control/control.routes.ts';
import { Faults } from './faults/faults.ts';
import { logRequests } from './http/request-log.ts';
import { SimulatorClock } from './kernel/clock.ts';
import { publicPemOf } from './kernel/keys.ts';
import { Bills } from './pay/bills.ts';
import { Callbacks } from './pay/callbacks.ts';
import { furnishMerchants, Merchants } from './pay/merchants.ts';
import { payRoutes } from './pay/pay.routes.ts';
import { Phones } from './phones/phones.ts';
import { phoneRoutes } from './phones/phones.routes.ts';
import { AccessTokens } from './platform/access-tokens.ts';
import { EventPush } from './platform/event-push.ts';
import { OneTimeCodes } from './platform/one-time-codes.ts';
import { platformRoutes } from './platform/platform.routes.ts';
import { Subscribe } from './platform/subscribe.ts';
import { smsRoutes } from './sms/sms-gateway.ts';
import { keepStateFile, readStateFile } from './state-file.ts';
import { wallRoutes } from './wall/wall.routes.ts';
import { World } from './world.ts';

/** How often bills are looked at when nobody asks, in real milliseconds. */
const TICK = 50;

/** A running simulator. All addresses are one listener on loopback. */
export interface Simulator {
  /** The wall, the phones API, the controls. */
  url: string;
  /** In place of `https://api.weixin.qq.com`. */
  platformUrl: string;
  /** In place of `https://api.mch.weixin.qq.com`. */
  payUrl: string;
  /** What a server must know to verify this WeChat Pay. */
  wechatPayPublicKey: (mchid: string) => { id: string; publicKeyPem: string };
  /** Platform milliseconds pushed forward; bills move at once. */
  advance: (milliseconds: number) => void;
  close: () => Promise<void>;
}

/**
 * Starts the platform, WeChat Pay and the wall of phones on loopback. Throws an Error that names a wrong field of the
 * options, or the listener's error when the port is taken.
 */
export const startSimulator = async (options: SimulatorOptions): Promise<Simulator> => {
  const configuration = configurationFrom(options);
  const world = await worldOf(configuration);
  const closing = new AbortController();
  const clock = new SimulatorClock(world.data.clock);
  const context: Context = { configuration, world, clock, faults: new Faults(), closing: closing.signal };
  const kept = configuration.stateFile
    ? keepStateFile(configuration.stateFile, () => Object.assign(world.data, { clock: clock.setting() }))
    : null;
  if (kept) world.onChange(kept.touch);

  const phones = new Phones(context);
  const merchants = new Merchants(context);
  const callbacks = new Callbacks(context, merchants);
  const bills = new Bills(context, phones, merchants, bill => {
    callbacks.billEnded(bill);
  });
  const push = new EventPush(context);
  const tokens = new AccessTokens(clock);
  const subscribe = new Subscribe(context, phones, push);
  const [logins, numbers] = [new OneTimeCodes(clock), new OneTimeCodes(clock)];

  const app = Fastify({
    logger: false,
    forceCloseConnections: true,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  });
  const log = logRequests(app);
  await app.register(door => {
    platformRoutes(door, context, { phones, tokens, logins, numbers, subscribe });
  });
  await app.register(door => {
    smsRoutes(door, context, phones);
  });
  await app.register(door => {
    payRoutes(door, context, bills, merchants);
  });
  await app.register(door => {
    acceptEmptyJson(door);
    phoneRoutes(door, context, { phones, logins, numbers, subscribe, bills, merchants });
    controlRoutes(door, context, { bills, merchants, callbacks, push, tokens, log });
  });
  await app.register(door => wallRoutes(door, context));

  const address = await app.listen({ host: configuration.host, port: configuration.port });
  callbacks.resume();
  const ticking = setInterval(() => {
    bills.settleAll();
  }, TICK);

  const end = async (): Promise<void> => {
    clearInterval(ticking);
    closing.abort();
    context.faults.clear();
    await app.close();
    await Promise.all([callbacks.settled(), push.settled()]);
    kept?.close();
  };
  let ended: Promise<void> | undefined;
  return {
    url: address,
    platformUrl: address,
    payUrl: address,
    wechatPayPublicKey: mchid => {
      const { id, privateKeyPem } = merchants.publicKey(mchid);
      return { id, publicKeyPem: publicPemOf(privateKeyPem) };
    },
    advance: milliseconds => {
      clock.advance(milliseconds);
      bills.settleAll();
    },
    close: () => (ended ??= end()),
  };
};

const worldOf = async (configuration: SimulatorConfiguration): Promise<World> => {
  const data = (configuration.stateFile ? readStateFile(configuration.stateFile) : null) ?? {
    phones: [],
    bills: [],
    creationAttempts: {},
    mostCreations: {},
    money: {},
    callbacks: [],
    certificates: [],
    publicKeys: {},
    clock: { offsetMilliseconds: 0, speed: 1 },
    life: { ...configuration.life },
  };
  await furnishMerchants(configuration.merchants, data);
  return new World(data);
};

/** A POST without a body is a POST of nothing, also when it says it is JSON. */
const acceptEmptyJson = (app: FastifyInstance): void => {
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? null : JSON.parse(String(body)));
    } catch {
      done(Object.assign(new Error('请求体不是合法的JSON'), { statusCode: 400 }));
    }
  });
};
