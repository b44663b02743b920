import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AppConfiguration } from '../configuration.ts';
import type { Context } from '../context.ts';
import type { Bills } from '../pay/bills.ts';
import type { Merchants } from '../pay/merchants.ts';
import type { OneTimeCodes } from '../platform/one-time-codes.ts';
import type { Subscribe } from '../platform/subscribe.ts';
import type { Bill, Phone, SubscribeAnswer } from '../world.ts';
import { phoneView } from './phone-view.ts';
import type { Phones } from './phones.ts';

export interface PhoneParts {
  phones: Phones;
  logins: OneTimeCodes;
  numbers: OneTimeCodes;
  subscribe: Subscribe;
  bills: Bills;
  merchants: Merchants;
}

interface AtPhone {
  Params: { phoneId: string };
}

const text = (maximum: number) => ({ type: 'string', minLength: 1, maxLength: maximum });
const object = (properties: Record<string, unknown>, required: string[] = []) => ({
  body: { type: 'object', additionalProperties: false, required, properties },
});
const TEMPLATE_IDS = { templateIds: { type: 'array', items: { type: 'string' } }, appId: text(32) };
const phoneNumber = { type: 'string', pattern: '^\\d{11}$' };
const ANSWER = { enum: ['accept', 'reject', 'ban', 'filter'] };

/** What a person does with a phone: the mini-program's h5 build and the wall call these. */
export const phoneRoutes = (app: FastifyInstance, context: Context, parts: PhoneParts): void => {
  const { phones, logins, numbers, subscribe, bills, merchants } = parts;
  const { apps } = context.configuration;
  const appids = apps.map(one => one.appid);
  const view = (phone: Phone) => phoneView(phone, appids, phones, bills, merchants);

  const withPhone = <Result>(phoneId: string, reply: FastifyReply, work: (phone: Phone) => Result) => {
    const phone = phones.find(phoneId);
    return phone ? work(phone) : reply.code(404).send({ message: '没有这部手机' });
  };
  const appOf = (appId: string | undefined): AppConfiguration => {
    const found = appId === undefined ? apps[0] : apps.find(one => one.appid === appId);
    if (!found) throw Object.assign(new Error('没有这个小程序'), { statusCode: 404 });
    return found;
  };

  app.post<{ Body: { phoneNumber: string; label: string; phoneId?: string; realName?: string } }>(
    '/phones',
    {
      schema: object({ phoneNumber, label: text(40), phoneId: { type: 'string', pattern: '^[A-Za-z0-9-]{1,40}$' }, realName: text(40) }, [
        'phoneNumber',
        'label',
      ]),
    },
    (request, reply) => {
      const phone = phones.add(request.body);
      if (!phone) return reply.code(409).send({ message: '这个手机编号已经有了' });
      return reply.code(201).send(view(phone));
    },
  );
  app.get('/phones', () => ({ phones: phones.all().map(view) }));
  app.get<AtPhone>('/phones/:phoneId', (request, reply) => withPhone(request.params.phoneId, reply, view));

  app.put<AtPhone & { Body: Partial<Pick<Phone, 'phoneNumber' | 'label' | 'realName'>> }>(
    '/phones/:phoneId',
    { schema: object({ phoneNumber, label: text(40), realName: { type: ['string', 'null'], maxLength: 40 } }) },
    (request, reply) =>
      withPhone(request.params.phoneId, reply, phone => {
        Object.assign(phone, request.body);
        context.world.changed();
        return view(phone);
      }),
  );

  app.put<AtPhone & { Body: { answers?: Record<string, SubscribeAnswer>; subscribeSwitch?: boolean; transferFailReason?: string | null } }>(
    '/phones/:phoneId/settings',
    {
      schema: object({
        answers: { type: 'object', additionalProperties: ANSWER },
        subscribeSwitch: { type: 'boolean' },
        transferFailReason: { type: ['string', 'null'] },
      }),
    },
    (request, reply) =>
      withPhone(request.params.phoneId, reply, phone => {
        Object.assign(phone, request.body);
        context.world.changed();
        return view(phone).settings;
      }),
  );

  for (const [path, codes] of [
    ['login', logins],
    ['phone-number', numbers],
  ] as const)
    app.post<AtPhone & { Body: { appId?: string } | null }>(
      `/phones/:phoneId/${path}`,
      { schema: { body: { type: ['object', 'null'], additionalProperties: false, properties: { appId: text(32) } } } },
      (request, reply) =>
        withPhone(request.params.phoneId, reply, phone => ({
          code: codes.issue({ phoneId: phone.phoneId, appid: appOf(request.body?.appId).appid }),
        })),
    );

  app.post<AtPhone & { Body: { templateIds: string[]; appId?: string } }>(
    '/phones/:phoneId/subscribe',
    { schema: object(TEMPLATE_IDS, ['templateIds']) },
    (request, reply) =>
      withPhone(request.params.phoneId, reply, phone => {
        const result = subscribe.ask(phone, appOf(request.body.appId), request.body.templateIds);
        return 'errCode' in result ? reply.code(400).send(result) : result;
      }),
  );
  app.post<AtPhone & { Body: { templateIds: string[]; appId?: string } }>(
    '/phones/:phoneId/refuse',
    { schema: object(TEMPLATE_IDS, ['templateIds']) },
    (request, reply) =>
      withPhone(request.params.phoneId, reply, phone => {
        subscribe.refuse(phone, appOf(request.body.appId), request.body.templateIds);
        return view(phone);
      }),
  );

  app.get<AtPhone>('/phones/:phoneId/messages', (request, reply) =>
    withPhone(request.params.phoneId, reply, phone => ({ messages: phone.messages })),
  );
  app.post<{ Params: { phoneId: string; messageId: string } }>('/phones/:phoneId/messages/:messageId/read', (request, reply) =>
    withPhone(request.params.phoneId, reply, phone => {
      const message = phone.messages.find(one => one.id === request.params.messageId);
      if (!message) return reply.code(404).send({ message: '没有这条消息' });
      message.read = true;
      context.world.changed();
      return message;
    }),
  );

  transferRoutes(app, parts);
};

const transferRoutes = (app: FastifyInstance, { phones, bills }: PhoneParts): void => {
  interface AtTransfer {
    Params: { phoneId: string; transferBillNo: string };
  }
  const billOf = (params: AtTransfer['Params']): Bill | null => {
    const bill = bills.byTransferBillNo(params.transferBillNo);
    return bill?.phoneId === params.phoneId ? bill : null;
  };

  /** `wx.requestMerchantTransfer`: success says that the sheet was shown, nothing more. */
  app.post<AtPhone & { Body: { mchId: string; appId: string; package: string } }>(
    '/phones/:phoneId/transfers/open',
    { schema: object({ mchId: text(32), appId: text(32), package: text(512) }, ['mchId', 'appId', 'package']) },
    (request, reply) => {
      const bill = bills.byPackage(request.body.package);
      const mine =
        bill !== null &&
        bill.phoneId === phones.find(request.params.phoneId)?.phoneId &&
        bill.mchid === request.body.mchId &&
        bill.appid === request.body.appId;
      if (!mine) return reply.code(400).send({ errMsg: 'requestMerchantTransfer:fail invalid package' });
      if (bill.state !== 'WAIT_USER_CONFIRM' && bill.state !== 'TRANSFERING')
        return reply.code(400).send({ errMsg: `requestMerchantTransfer:fail bill is ${bill.state}` });
      bills.show(bill, true);
      return { errMsg: 'requestMerchantTransfer:ok', transferBillNo: bill.transferBillNo };
    },
  );

  app.post<AtTransfer>('/phones/:phoneId/transfers/:transferBillNo/confirm', (request, reply) => {
    const bill = billOf(request.params);
    if (!bill) return reply.code(404).send({ message: '没有这笔转账' });
    if (!bill.shown) return reply.code(409).send({ message: '这笔转账还没有在这部手机上打开' });
    if (!bills.confirm(bill)) return reply.code(409).send({ message: '这笔转账现在不能确认', state: bill.state });
    return { transferBillNo: bill.transferBillNo, state: bill.state };
  });

  /** Closes the sheet without a decision. */
  app.post<AtTransfer>('/phones/:phoneId/transfers/:transferBillNo/dismiss', (request, reply) => {
    const bill = billOf(request.params);
    if (!bill) return reply.code(404).send({ message: '没有这笔转账' });
    bills.show(bill, false);
    return { transferBillNo: bill.transferBillNo, state: bill.state };
  });
};
