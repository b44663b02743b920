import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Dispatcher } from 'undici';
import { exchange, outgoing, type OutgoingRequest } from './outgoing-http.ts';
import { deadAddress, standIn, type Reply, type StandIn } from './testing/stand-in.ts';

let server: StandIn | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const SOON = { timeoutMs: 50, maxBytes: 100 };
const AMPLE = { timeoutMs: 10_000, maxBytes: 100 };
const post = (url: string): OutgoingRequest => ({
  method: 'POST',
  url: `${url}/path?query=1`,
  headers: { 'X-Own': 'a' },
  body: '{"甲":1}',
});

async function answered(reply: Reply, limits = AMPLE) {
  server = await standIn(() => reply);
  return exchange(outgoing, post(server.url), limits);
}

describe('one exchange', () => {
  it('sends what it is given and hands back what came', async () => {
    const answer = await answered({ status: 404, headers: { 'X-Told': 'b' }, body: '没有' });
    expect(server?.received).toMatchObject([{ method: 'POST', path: '/path?query=1', headers: { 'x-own': 'a' }, body: '{"甲":1}' }]);
    if (!answer.got) throw new Error(answer.why);
    expect([answer.status, answer.header('X-TOLD'), answer.header('none'), answer.body.toString()]).toEqual([404, 'b', undefined, '没有']);
  });

  it('does not follow to another place', async () => {
    expect(await answered({ status: 302, headers: { Location: 'http://127.0.0.1:1/' } })).toMatchObject({ got: true, status: 302 });
    expect(server?.received).toHaveLength(1);
  });

  it.each([
    ['an answer of the greatest length', { body: 'x'.repeat(100) }, AMPLE, { got: true }],
    ['a longer one', { body: 'x'.repeat(101) }, AMPLE, { got: false, why: 'too-large' }],
    ['none in time', { misbehave: 'hang' }, SOON, { got: false, why: 'timeout' }],
    ['a connection that breaks', { misbehave: 'reset' }, AMPLE, { got: false, why: 'broken' }],
    ['half an answer', { body: 'half', misbehave: 'truncate' }, AMPLE, { got: false, why: 'broken' }],
  ] as const)('tells of %s', async (_, reply, limits, outcome) => {
    expect(await answered(reply, limits)).toMatchObject(outcome);
  });

  it('knows that nothing was sent where nobody listens', async () => {
    expect(await exchange(outgoing, post(await deadAddress()), AMPLE)).toEqual({ got: false, why: 'unreachable' });
  });
});

describe('a connection that is long in coming', () => {
  const held: Dispatcher.DispatchHandler[] = [];
  const waiting = {
    dispatch: (_options: unknown, handler: Dispatcher.DispatchHandler) => {
      held.push(handler);
      return true;
    },
  } as unknown as Dispatcher;
  const start = (handler: Dispatcher.DispatchHandler | undefined) => {
    const abort = jest.fn();
    handler?.onRequestStart?.({ abort } as unknown as Dispatcher.DispatchController, {});
    return abort;
  };

  it('is not used any more when nobody waits for it', async () => {
    expect(await exchange(waiting, post('http://127.0.0.1:1'), { timeoutMs: 1, maxBytes: 1 })).toEqual({ got: false, why: 'timeout' });
    expect(start(held.pop())).toHaveBeenCalled();
  });

  it('sends a request once, whoever wants to repeat it', async () => {
    const answer = exchange(waiting, post('http://127.0.0.1:1'), AMPLE);
    const handler = held.pop();
    expect(start(handler)).not.toHaveBeenCalled();
    expect(start(handler)).toHaveBeenCalled();
    handler?.onResponseError?.({} as Dispatcher.DispatchController, new Error('stopped'));
    expect(await answer).toEqual({ got: false, why: 'broken' });
  });
});
