import { createHmac } from 'node:crypto';
import { KNOWN, testSimulator, type TestSimulator } from '../testing/harness.ts';

const PHONE = '19900000077';
const message = { account: KNOWN.sms.account, sign: KNOWN.sms.sign, phone: PHONE, text: '今天有一件事要办', reference: 'r-1' };

const send = async (simulator: TestSimulator, body: object, { secret = KNOWN.sms.secret, at = Date.now() } = {}) => {
  const [text, timestamp] = [JSON.stringify(body), String(Math.floor(at / 1000))];
  const signature = createHmac('sha256', secret).update(`${timestamp}\n${text}`).digest('hex');
  const response = await fetch(`${simulator.url}/sms/v1/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-timestamp': timestamp, 'x-signature': signature },
    body: text,
  });
  return (await response.json()) as { code: string; messageId?: string };
};
const withPhone = async () => {
  const simulator = await testSimulator();
  const { json } = await simulator.call('POST', '/phones', { phoneNumber: PHONE, label: '监护人' });
  const texts = async () => (await simulator.call('GET', `/phones/${String(json['phoneId'])}`)).json['texts'];
  return { simulator, texts };
};

it('shows a text message on the phone with that number, with its sender', async () => {
  const { simulator, texts } = await withPhone();
  expect(await send(simulator, message)).toMatchObject({ code: 'OK' });
  expect(await texts()).toMatchObject([{ reference: 'r-1', text: '【关护】今天有一件事要办' }]);
});

it.each([
  ['a number that nobody has', { ...message, phone: '19900000078' }, {}, 'BAD_NUMBER'],
  ['another account', { ...message, account: 'x' }, {}, 'BAD_ACCOUNT'],
  ['another sender’s name', { ...message, sign: '某某' }, {}, 'BAD_SIGN'],
  ['a wrong secret', message, { secret: 'x' }, 'BAD_SIGNATURE'],
  ['an old timestamp', message, { at: Date.now() - 600_000 }, 'BAD_SIGNATURE'],
  ['no words', { ...message, text: '' }, {}, 'REFUSED'],
  ['words for more than one message', { ...message, text: '字'.repeat(67) }, {}, 'REFUSED'],
])('refuses %s, and nothing arrives', async (_, body, how, code) => {
  const { simulator, texts } = await withPhone();
  expect(await send(simulator, body, how)).toEqual({ code });
  expect(await texts()).toEqual([]);
});

it('loses the answer when it is told to, after the message has arrived', async () => {
  const { simulator, texts } = await withPhone();
  await simulator.call('POST', '/faults', { at: 'sms', kind: 'reset-connection' });
  await expect(send(simulator, message)).rejects.toThrow();
  expect(await texts()).toHaveLength(1);
});
