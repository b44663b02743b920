import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppConfiguration } from '../configuration.ts';
import type { Context } from '../context.ts';
import type { Fault, FaultKeys, FaultPoint } from '../faults/faults.ts';
import { exchange } from '../http/exchange.ts';
import type { Answer } from '../http/exchange.ts';
import { jsonObject, rawText, takeRawBodies } from '../http/raw-body.ts';
import { randomHex } from '../kernel/random.ts';
import type { Phones } from '../phones/phones.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { OneTimeCodes } from './one-time-codes.ts';
import { PlatformRefusal } from './refusal.ts';
import type { Subscribe } from './subscribe.ts';

type Query = Record<string, string | undefined>;

export interface PlatformParts {
  phones: Phones;
  tokens: AccessTokens;
  logins: OneTimeCodes;
  numbers: OneTimeCodes;
  subscribe: Subscribe;
}

/** The mini-program platform's server API (`api.weixin.qq.com`). */
export const platformRoutes = (app: FastifyInstance, context: Context, parts: PlatformParts): void => {
  takeRawBodies(app);
  const { apps } = context.configuration;
  const { phones, tokens, logins, numbers, subscribe } = parts;
  let numbersTold = 0;

  const serve = async (
    at: FaultPoint,
    request: FastifyRequest,
    reply: FastifyReply,
    keys: FaultKeys,
    work: () => unknown,
  ): Promise<FastifyReply> => {
    const spoil = (fault: Fault): Answer => {
      if (fault.kind === 'rate-limited') return told(new PlatformRefusal(45011).body());
      if (fault.kind === 'errcode' || fault.kind === 'not-found-then-found') return told(new PlatformRefusal(fault.errcode).body());
      return { status: fault.status, body: JSON.stringify({ errcode: -1, errmsg: 'system error' }), signed: false };
    };
    await exchange({ faults: context.faults, closing: context.closing, sign: () => ({}), spoil }, at, keys, request, reply, async () => {
      try {
        return told(JSON.stringify(await work()));
      } catch (refusal) {
        if (refusal instanceof PlatformRefusal) return told(refusal.body());
        throw refusal;
      }
    });
    return reply;
  };

  /** The app that appid and secret prove. */
  const proveApp = (appid: string | undefined, secret: string | undefined): AppConfiguration => {
    if (!appid) throw new PlatformRefusal(41002);
    if (!secret) throw new PlatformRefusal(41004);
    const found = apps.find(one => one.appid === appid);
    if (!found) throw new PlatformRefusal(40013);
    if (found.secret !== secret) throw new PlatformRefusal(40125);
    return found;
  };

  /** The app an access token speaks for. */
  const appByToken = (request: FastifyRequest): AppConfiguration => {
    const token = (request.query as Query)['access_token'];
    if (!token) throw new PlatformRefusal(41001);
    const owner = tokens.appOf(token);
    if (owner === 'stale') throw new PlatformRefusal(42001);
    const found = owner === 'invalid' ? undefined : apps.find(one => one.appid === owner.appid);
    if (!found) throw new PlatformRefusal(40001);
    return found;
  };

  app.get('/sns/jscode2session', (request, reply) =>
    serve('login', request, reply, {}, () => {
      const query = request.query as Query;
      const owner = proveApp(query['appid'], query['secret']);
      if (!query['js_code']) throw new PlatformRefusal(41008);
      if (query['grant_type'] !== 'authorization_code') throw new PlatformRefusal(40002);
      const code = logins.redeem(query['js_code'], owner.appid);
      if (code === 'used') throw new PlatformRefusal(40163);
      const phone = code === 'unknown' ? null : phones.find(code.phoneId);
      if (!phone) throw new PlatformRefusal(40029);
      return { session_key: Buffer.from(randomHex(32), 'hex').toString('base64'), openid: phones.openid(phone, owner.appid) };
    }),
  );

  app.post('/cgi-bin/stable_token', (request, reply) =>
    serve('token', request, reply, {}, () => {
      const body = bodyOf(request);
      const owner = proveApp(textOf(body['appid']), textOf(body['secret']));
      if (body['grant_type'] !== 'client_credential') throw new PlatformRefusal(40002);
      const issued = tokens.stable(owner.appid, body['force_refresh'] === true);
      if (!issued) throw new PlatformRefusal(45009);
      return { access_token: issued.token, expires_in: issued.seconds };
    }),
  );

  app.post('/wxa/business/getuserphonenumber', (request, reply) =>
    serve('phone-number', request, reply, {}, () => {
      const owner = appByToken(request);
      const body = bodyOf(request);
      const code = numbers.redeem(textOf(body['code']) ?? '', owner.appid);
      const phone = typeof code === 'string' ? null : phones.find(code.phoneId);
      if (!phone) throw new PlatformRefusal(40029);
      if (body['openid'] !== undefined && body['openid'] !== phones.openid(phone, owner.appid)) throw new PlatformRefusal(40003);
      numbersTold += 1;
      return {
        errcode: 0,
        errmsg: 'ok',
        phone_info: {
          phoneNumber: phone.phoneNumber,
          purePhoneNumber: phone.phoneNumber,
          // The platform has sent both; every other answer has the other one.
          countryCode: numbersTold % 2 === 1 ? '86' : 86,
          watermark: { timestamp: Math.floor(context.clock.now() / 1000), appid: owner.appid },
        },
      };
    }),
  );

  app.post('/cgi-bin/message/subscribe/send', (request, reply) => {
    const openid = textOf(jsonObject(rawText(request.body))?.['touser']);
    return serve('subscribe', request, reply, { openid }, async () => {
      const owner = appByToken(request);
      const body = bodyOf(request);
      const data = body['data'];
      if (typeof data !== 'object' || data === null) throw new PlatformRefusal(47001);
      const msgid = await subscribe.send(owner, {
        touser: textOf(body['touser']) ?? '',
        template_id: textOf(body['template_id']) ?? '',
        page: textOf(body['page']),
        data: data as Record<string, unknown>,
      });
      return { errcode: 0, errmsg: 'ok', msgid };
    });
  });
};

const told = (body: string): Answer => ({ status: 200, body, signed: false });

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const bodyOf = (request: FastifyRequest): Record<string, unknown> => {
  const body = jsonObject(rawText(request.body));
  if (!body) throw new PlatformRefusal(47001);
  return body;
};
