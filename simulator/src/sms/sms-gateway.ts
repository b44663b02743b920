import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { exchange } from '../http/exchange.ts';
import type { Answer } from '../http/exchange.ts';
import { jsonObject, rawText, takeRawBodies } from '../http/raw-body.ts';
import { freshId } from '../pay/signing.ts';
import type { Phones } from '../phones/phones.ts';
import type { PhoneText } from '../world.ts';

const KEPT_TEXTS = 200;
const CLOCK_SLACK_SECONDS = 300;
/** What one text message holds, the sender's name included. */
const MOST_CHARACTERS = 70;

/**
 * A vendor of text messages on loopback: `POST /sms/v1/messages`, signed with HMAC-SHA256 over `timestamp\nbody`. A number that no phone on the
 * wall has cannot be reached. What it takes is shown on the phone.
 */
export const smsRoutes = (app: FastifyInstance, context: Context, phones: Phones): void => {
  takeRawBodies(app);
  app.post('/sms/v1/messages', async (request, reply) => {
    const spoil = (): Answer => ({ status: 503, body: JSON.stringify({ code: 'BUSY' }), signed: false });
    await exchange({ faults: context.faults, closing: context.closing, sign: () => ({}), spoil }, 'sms', {}, request, reply, () => ({
      status: 200,
      body: JSON.stringify(take(request, context, phones)),
      signed: false,
    }));
    return reply;
  });
};

const take = (request: FastifyRequest, context: Context, phones: Phones): { code: string; messageId?: string } => {
  const account = context.configuration.sms;
  const text = rawText(request.body);
  const body = jsonObject(text);
  if (!account || body?.['account'] !== account.account) return { code: 'BAD_ACCOUNT' };
  if (!isSigned(request, text, account.secret)) return { code: 'BAD_SIGNATURE' };
  if (body['sign'] !== account.sign) return { code: 'BAD_SIGN' };
  const [phone, words, reference] = [body['phone'], body['text'], body['reference']];
  if (typeof words !== 'string' || words === '' || typeof reference !== 'string') return { code: 'REFUSED' };
  if (Array.from(`【${account.sign}】${words}`).length > MOST_CHARACTERS) return { code: 'REFUSED' };
  const found = phones.all().find(one => one.phoneNumber === phone);
  if (!found) return { code: 'BAD_NUMBER' };
  const taken: PhoneText = { id: freshId(), reference, text: `【${account.sign}】${words}`, at: context.clock.now() };
  found.texts = [taken, ...(found.texts ?? [])].slice(0, KEPT_TEXTS);
  context.world.changed();
  return { code: 'OK', messageId: taken.id };
};

const isSigned = (request: FastifyRequest, body: string, secret: string): boolean => {
  const [timestamp, signature] = [String(request.headers['x-timestamp']), String(request.headers['x-signature'])];
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > CLOCK_SLACK_SECONDS || !/^[0-9a-f]{64}$/.test(signature)) return false;
  return timingSafeEqual(Buffer.from(signature, 'hex'), createHmac('sha256', secret).update(`${timestamp}\n${body}`).digest());
};
