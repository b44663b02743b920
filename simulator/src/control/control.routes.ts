import type { FastifyInstance } from 'fastify';
import type { LifeSettings } from '../configuration.ts';
import type { Context } from '../context.ts';
import { ANSWER_KINDS, DELIVERY_KINDS, FAULT_POINTS } from '../faults/faults.ts';
import type { FaultPlan, FaultPoint } from '../faults/faults.ts';
import type { LoggedRequest } from '../http/request-log.ts';
import { publicPemOf } from '../kernel/keys.ts';
import type { Bills } from '../pay/bills.ts';
import type { Callbacks } from '../pay/callbacks.ts';
import type { Merchants } from '../pay/merchants.ts';
import type { AccessTokens } from '../platform/access-tokens.ts';
import type { EventPush } from '../platform/event-push.ts';

export interface ControlParts {
  bills: Bills;
  merchants: Merchants;
  callbacks: Callbacks;
  push: EventPush;
  tokens: AccessTokens;
  log: LoggedRequest[];
}

const object = (properties: Record<string, unknown>, required: string[] = []) => ({
  body: { type: 'object', additionalProperties: false, required, properties },
});
const whole = { type: 'integer', minimum: 0 };

/** What no real platform has: faults, the clock, balances, and a look at everything. For tests and demonstrations. */
export const controlRoutes = (app: FastifyInstance, context: Context, parts: ControlParts): void => {
  faultRoutes(app, context, parts);
  clockRoutes(app, context, parts);
  merchantRoutes(app, context, parts);
  callbackRoutes(app, context, parts);
  const { bills, push, tokens, log } = parts;
  const { world } = context;

  app.get('/bills', () => ({
    bills: bills.all().map(({ stuck, ...bill }) => ({
      ...bill,
      stuck,
      creationAttempts: world.data.creationAttempts[`${bill.mchid}/${bill.outBillNo}`] ?? 0,
    })),
    creationAttempts: world.data.creationAttempts,
    mostCreations: world.data.mostCreations,
  }));
  app.get('/log', () => ({ requests: log }));
  app.delete('/log', (_request, reply) => {
    log.length = 0;
    return reply.code(204).send();
  });
  app.get('/pushes', () => ({ pushes: push.pushes }));
  app.post('/message-server/verify', async () => ({ verified: await push.verifyServer() }));
  app.post<{ Body: { as: 'stale' | 'revoked' } }>(
    '/tokens/end',
    { schema: object({ as: { enum: ['stale', 'revoked'] } }, ['as']) },
    (request, reply) => {
      tokens.end(request.body.as);
      return reply.code(204).send();
    },
  );
};

const faultRoutes = (app: FastifyInstance, context: Context, { bills }: ControlParts): void => {
  app.get('/faults', () => ({ ...context.faults.list(), points: FAULT_POINTS, answerKinds: ANSWER_KINDS, deliveryKinds: DELIVERY_KINDS }));
  app.post<{ Body: FaultPlan }>(
    '/faults',
    {
      schema: object(
        {
          at: { enum: FAULT_POINTS },
          kind: { enum: [...new Set<string>([...ANSWER_KINDS, ...DELIVERY_KINDS])] },
          times: { type: ['integer', 'null'], minimum: 1 },
          every: { type: 'integer', minimum: 1 },
          milliseconds: whole,
          outBillNo: { type: 'string' },
          openid: { type: 'string' },
          status: { type: 'integer', minimum: 500, maximum: 599 },
          errcode: { type: 'integer' },
        },
        ['at', 'kind'],
      ),
    },
    (request, reply) => {
      try {
        return reply.code(201).send(context.faults.plan(request.body));
      } catch (error) {
        if (error instanceof RangeError) return reply.code(400).send({ message: error.message });
        throw error;
      }
    },
  );
  app.delete('/faults', (_request, reply) => {
    context.faults.clear();
    bills.unstick();
    return reply.code(204).send();
  });
  app.delete<{ Params: { id: string } }>('/faults/:id', (request, reply) =>
    reply.code(context.faults.remove(request.params.id) ? 204 : 404).send(),
  );
  /** Lets held requests be answered and stuck bills go on; planned faults stay. */
  app.post<{ Body: { at?: FaultPoint } | null }>(
    '/faults/release',
    { schema: { body: { type: ['object', 'null'], additionalProperties: false, properties: { at: { enum: FAULT_POINTS } } } } },
    (request, reply) => {
      context.faults.release(request.body?.at);
      bills.unstick();
      return reply.code(204).send();
    },
  );
};

const clockRoutes = (app: FastifyInstance, context: Context, { bills }: ControlParts): void => {
  const { clock, world } = context;
  const state = () => ({ now: clock.now(), ...clock.setting() });
  app.get('/clock', state);
  app.post<{ Body: { advanceMilliseconds?: number; speed?: number } }>(
    '/clock',
    { schema: object({ advanceMilliseconds: whole, speed: { type: 'number', exclusiveMinimum: 0, maximum: 100_000 } }) },
    request => {
      if (request.body.speed !== undefined) clock.setSpeed(request.body.speed);
      if (request.body.advanceMilliseconds !== undefined) clock.advance(request.body.advanceMilliseconds);
      bills.settleAll();
      world.changed();
      return state();
    },
  );
  app.get('/settings', () => world.data.life);
  app.put<{ Body: Partial<LifeSettings> }>(
    '/settings',
    {
      schema: object({
        firstState: { enum: ['wait', 'accepted', 'alternate'] },
        acceptMilliseconds: whole,
        confirmWithinMilliseconds: whole,
        confirmAfterMilliseconds: { type: ['integer', 'null'], minimum: 0 },
        overdueLateMilliseconds: whole,
        lowBalanceWithinMilliseconds: whole,
        transferMilliseconds: whole,
        cancelMilliseconds: whole,
      }),
    },
    request => {
      Object.assign(world.data.life, request.body);
      world.changed();
      return world.data.life;
    },
  );
};

const merchantRoutes = (app: FastifyInstance, { configuration }: Context, { merchants, bills }: ControlParts): void => {
  app.get('/merchants', () => {
    bills.settleAll();
    return {
      merchants: configuration.merchants.map(({ mchid, name, appids, scenes, limits, keyMode }) => {
        const { id, privateKeyPem } = merchants.publicKey(mchid);
        const wechatPayPublicKey = { id, publicKeyPem: publicPemOf(privateKeyPem) };
        return { mchid, name, appids, scenes, limits, keyMode, wechatPayPublicKey, ...merchants.money(mchid) };
      }),
      certificates: merchants.certificates().map(({ id, certificatePem }) => ({ serial: id, certificatePem })),
    };
  });
  app.post<{ Params: { mchid: string }; Body: { amount: number } }>(
    '/merchants/:mchid/top-up',
    { schema: object({ amount: { type: 'integer' } }, ['amount']) },
    (request, reply) => {
      if (!merchants.find(request.params.mchid)) return reply.code(404).send({ message: '没有这个商户号' });
      const money = merchants.topUp(request.params.mchid, request.body.amount);
      bills.settleAll();
      return money;
    },
  );
  /** As if the platform had agreed to another number of creations a second. */
  app.put<{ Params: { mchid: string }; Body: { creationsPerSecond: number } }>(
    '/merchants/:mchid/rate',
    { schema: object({ creationsPerSecond: { type: 'integer', minimum: 1 } }, ['creationsPerSecond']) },
    (request, reply) => {
      const merchant = merchants.find(request.params.mchid);
      if (!merchant) return reply.code(404).send({ message: '没有这个商户号' });
      merchant.creationsPerSecond = request.body.creationsPerSecond;
      return reply.code(204).send();
    },
  );
  app.post('/certificates/rotate', async () => {
    const { id, certificatePem } = await merchants.rotateCertificate();
    return { serial: id, certificatePem };
  });
};

const callbackRoutes = (app: FastifyInstance, context: Context, { callbacks }: ControlParts): void => {
  const all = context.world.data.callbacks;
  app.get('/callbacks', () => ({ callbacks: all.map(({ body: _sent, ...callback }) => callback) }));
  app.post<{ Body: { mchId: string; notifyUrl: string; plain: Record<string, unknown> } }>(
    '/callbacks',
    {
      schema: object({ mchId: { type: 'string' }, notifyUrl: { type: 'string' }, plain: { type: 'object' } }, [
        'mchId',
        'notifyUrl',
        'plain',
      ]),
    },
    (request, reply) => {
      try {
        const { body: _sent, ...callback } = callbacks.send(request.body.mchId, request.body.notifyUrl, request.body.plain);
        return reply.code(201).send(callback);
      } catch (error) {
        if (error instanceof RangeError) return reply.code(400).send({ message: error.message });
        throw error;
      }
    },
  );
  app.post<{ Params: { id: string } }>('/callbacks/:id/again', async (request, reply) => {
    const callback = all.find(one => one.id === request.params.id);
    if (!callback) return reply.code(404).send({ message: '没有这次通知' });
    return callbacks.again(callback);
  });
};
