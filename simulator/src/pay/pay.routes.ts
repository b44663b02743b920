import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import type { Fault, FaultKeys, FaultPoint } from '../faults/faults.ts';
import { exchange } from '../http/exchange.ts';
import type { Answer } from '../http/exchange.ts';
import { jsonObject, rawText, takeRawBodies } from '../http/raw-body.ts';
import { inShanghai } from '../kernel/clock.ts';
import { cancelledWords, createdWords, queriedWords } from './bill-words.ts';
import type { Bills } from './bills.ts';
import { admit } from './gateway.ts';
import type { Admitted } from './gateway.ts';
import type { Merchants } from './merchants.ts';
import { receiptOf, Receipts } from './receipts.ts';
import { RateLimit } from './rate-limit.ts';
import { PayRefusal, parameterError } from './refusal.ts';
import { decryptSensitive, encryptResource, signatureHeaders } from './signing.ts';
import { checkTransferForm } from './transfer-request.rules.ts';
import type { TransferRequest } from './transfer-request.rules.ts';

const BILLS = '/v3/fund-app/mch-transfer/transfer-bills';
const RECEIPTS = '/v3/fund-app/mch-transfer/elecsign/out-bill-no';

/** The three codes seen for one thing: clients must look at the 429. */
const LIMIT_CODES = ['FREQUENCY_LIMITED', 'FREQUENCY_LIMIT_EXCEED', 'RATELIMIT_EXCEEDED'];

const systemError = (status: number): PayRefusal => new PayRefusal(status, 'SYSTEM_ERROR', '系统异常，请使用相同参数重试');
const notFound = (): PayRefusal => new PayRefusal(404, 'NOT_FOUND', '记录不存在');
const refused = (refusal: PayRefusal): Answer => ({ status: refusal.status, body: refusal.body(), signed: refusal.signed });
const said = (words: unknown): Answer => ({ status: 200, body: JSON.stringify(words), signed: true });

/** WeChat Pay's doors for merchant transfers and platform certificates. */
export const payRoutes = (app: FastifyInstance, context: Context, bills: Bills, merchants: Merchants): void => {
  takeRawBodies(app);
  const creations = new RateLimit(100);
  const cancellations = new RateLimit(20);
  let limited = 0;
  const tooMany = (): PayRefusal => {
    limited += 1;
    return new PayRefusal(429, LIMIT_CODES[limited % LIMIT_CODES.length] ?? '', '频率超限，请降低请求接口频率');
  };
  const spoil = (fault: Fault): Answer => {
    if (fault.kind === 'rate-limited') return refused(tooMany());
    if (fault.kind === 'not-found-then-found') return refused(notFound());
    return refused(systemError(fault.status));
  };

  /** Admits, then works through the planned fault; a PayRefusal thrown anywhere is the answer. */
  const serve = async (
    at: FaultPoint,
    request: FastifyRequest,
    reply: FastifyReply,
    keys: FaultKeys,
    work: (admitted: Admitted, fault: Fault | null) => Answer,
  ): Promise<FastifyReply> => {
    void reply.header('Request-ID', request.id);
    let admitted: Admitted;
    try {
      admitted = admit(request, merchants);
    } catch (refusal) {
      if (!(refusal instanceof PayRefusal)) throw refusal;
      const answer = refused(refusal);
      return reply.code(answer.status).type('application/json; charset=utf-8').send(answer.body);
    }
    const door = {
      faults: context.faults,
      closing: context.closing,
      spoil,
      sign: (answer: Answer, manner: Parameters<typeof signatureHeaders>[2]) => signatureHeaders(answer.body, admitted.key, manner),
    };
    await exchange(door, at, keys, request, reply, fault => {
      try {
        return work(admitted, fault);
      } catch (refusal) {
        if (refusal instanceof PayRefusal) return refused(refusal);
        throw refusal;
      }
    });
    return reply;
  };

  const nameOf = (transfer: TransferRequest, admitted: Admitted): string | null => {
    if (transfer.user_name === undefined) return null;
    if (admitted.serial === null) throw new PayRefusal(400, 'PARAM_ERROR', 'HTTP header缺少微信支付平台证书序列号(Wechatpay-Serial)');
    const name = decryptSensitive(transfer.user_name, admitted.key.privateKeyPem);
    if (name === null) throw parameterError('user_name', '敏感信息解密失败');
    return name;
  };

  app.post(BILLS, (request, reply) => {
    const body = jsonObject(rawText(request.body));
    const outBillNo = typeof body?.['out_bill_no'] === 'string' ? body['out_bill_no'] : undefined;
    const openid = typeof body?.['openid'] === 'string' ? body['openid'] : undefined;
    return serve('create', request, reply, { outBillNo, openid }, (admitted, fault) => {
      const { mchid } = admitted.merchant;
      if (outBillNo !== undefined) bills.countAttempt(mchid, outBillNo);
      const allowed = creations.allows(mchid, performance.now(), admitted.merchant.creationsPerSecond);
      context.world.data.mostCreations[mchid] = creations.most(mchid);
      if (!allowed) throw tooMany();
      if (!body) throw new PayRefusal(400, 'PARAM_ERROR', '请求体不是合法的JSON');
      const transfer = checkTransferForm(body);
      if (transfer instanceof PayRefusal) throw transfer;
      return said(createdWords(bills.create(admitted.merchant, transfer, nameOf(transfer, admitted), fault?.kind === 'stuck-processing')));
    });
  });

  app.get<{ Params: { number: string } }>(`${BILLS}/out-bill-no/:number`, (request, reply) => {
    const outBillNo = request.params.number;
    return serve('query', request, reply, { outBillNo }, ({ merchant }) => {
      const bill = bills.byOutBillNo(merchant.mchid, outBillNo);
      if (!bill) throw notFound();
      return said(queriedWords(bill, merchant.publicKeyPem));
    });
  });

  app.get<{ Params: { number: string } }>(`${BILLS}/transfer-bill-no/:number`, (request, reply) => {
    const bill = bills.byTransferBillNo(request.params.number);
    return serve('query', request, reply, { outBillNo: bill?.outBillNo }, ({ merchant }) => {
      if (bill?.mchid !== merchant.mchid) throw notFound();
      return said(queriedWords(bill, merchant.publicKeyPem));
    });
  });

  app.post<{ Params: { number: string } }>(`${BILLS}/out-bill-no/:number/cancel`, (request, reply) => {
    const outBillNo = request.params.number;
    return serve('cancel', request, reply, { outBillNo }, ({ merchant }) => {
      if (!cancellations.allows(merchant.mchid)) throw tooMany();
      const text = rawText(request.body);
      const body = text === '' ? {} : jsonObject(text);
      if (!body || Object.keys(body).length > 0) throw new PayRefusal(400, 'PARAM_ERROR', '撤销请求不接受参数');
      const bill = bills.byOutBillNo(merchant.mchid, outBillNo);
      if (!bill) throw notFound();
      return said(cancelledWords(bills.cancel(bill)));
    });
  });

  const receipts = new Receipts();
  const paidBill = (mchid: string, outBillNo: string) => {
    const bill = bills.byOutBillNo(mchid, outBillNo);
    if (!bill) throw notFound();
    if (bill.state !== 'SUCCESS') throw new PayRefusal(400, 'INVALID_REQUEST', '单据未成功，不能申请电子回单');
    return bill;
  };
  app.post(RECEIPTS, (request, reply) => {
    const outBillNo = jsonObject(rawText(request.body))?.['out_bill_no'];
    return serve('receipt', request, reply, {}, ({ merchant }) => {
      if (typeof outBillNo !== 'string') throw parameterError('out_bill_no', '缺少必填字段');
      return said(receipts.ask(paidBill(merchant.mchid, outBillNo)));
    });
  });

  app.get<{ Params: { number: string } }>(`${RECEIPTS}/:number`, (request, reply) =>
    serve('receipt', request, reply, { outBillNo: request.params.number }, ({ merchant }) => {
      const words = receipts.look(paidBill(merchant.mchid, request.params.number), `http://${request.host}`);
      if (!words) throw notFound();
      return said(words);
    }),
  );

  app.get<{ Querystring: { token?: string } }>('/v3/transferelec/file', (request, reply) =>
    serve('receipt', request, reply, {}, ({ merchant }) => {
      const bill = bills.byTransferBillNo(request.query.token ?? '');
      if (bill?.mchid !== merchant.mchid) throw notFound();
      return { status: 200, body: receiptOf(bill).toString('latin1'), signed: false };
    }),
  );

  app.get('/v3/certificates', (request, reply) =>
    serve('certificates', request, reply, {}, ({ merchant }) => {
      if (merchant.keyMode === 'public-key')
        throw new PayRefusal(404, 'RESOURCE_NOT_EXISTS', '无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥。');
      const data = merchants.certificates().map(certificate => ({
        serial_no: certificate.id,
        effective_time: inShanghai(certificate.notBefore),
        expire_time: inShanghai(certificate.notAfter),
        encrypt_certificate: encryptResource(certificate.certificatePem, merchant.apiV3Key, 'certificate'),
      }));
      return said({ data });
    }),
  );

  app.setNotFoundHandler((_request, reply) => reply.code(404).send());
};
