import type { FastifyReply, FastifyRequest } from 'fastify';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, FaultKeys, FaultPoint, Faults } from '../faults/faults.ts';
import type { SigningManner } from '../pay/signing.ts';

/** An answer before it is signed and sent. An empty body is sent as such. */
export interface Answer {
  status: number;
  body: string;
  signed: boolean;
}

/** What differs between the platform's and WeChat Pay's doors. */
export interface Door {
  faults: Faults;
  /** Signature headers over an answer; none at a door that does not sign. */
  sign: (answer: Answer, manner: SigningManner) => Record<string, string>;
  /** The error answers a fault asks for. */
  spoil: (fault: Fault) => Answer;
  /** Ends every wait when the simulator closes. */
  closing: AbortSignal;
}

const MANNERS: Partial<Record<Fault['kind'], SigningManner>> = {
  'bad-signature-after-commit': 'bad',
  'no-signature-after-commit': 'none',
  'stale-timestamp-after-commit': 'stale-timestamp',
  'sign-test': 'sign-test',
};

/**
 * Answers one request, through the fault planned for this point, if any. `work` is what commits; it gets the fault
 * because "stuck-processing" changes what is committed, not the answer.
 */
export const exchange = async (
  door: Door,
  at: FaultPoint,
  keys: FaultKeys,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (fault: Fault | null) => Answer | Promise<Answer>,
): Promise<void> => {
  const fault = door.faults.take(at, keys);
  if (fault) request.faultKind = fault.kind;
  switch (fault?.kind) {
    case 'delay':
      await wait(fault.milliseconds, undefined, { signal: door.closing }).catch(() => undefined);
      break;
    case 'hold-before-commit':
      await door.faults.hold(at, fault.kind, keys);
      break;
    case 'reset-before-commit':
      reset(reply);
      return;
    case 'error-before-commit':
    case 'rate-limited':
    case 'not-found-then-found':
    case 'errcode':
      deliver(door, reply, door.spoil(fault), 'right');
      return;
    default:
  }
  if (door.closing.aborted) {
    reset(reply);
    return;
  }
  const answer = await work(fault);
  switch (fault?.kind) {
    case 'error-after-commit':
      deliver(door, reply, door.spoil(fault), 'right');
      return;
    case 'hold-after-commit':
      await door.faults.hold(at, fault.kind, keys);
      break;
    case 'reset-connection':
      reset(reply);
      return;
    case 'truncated-body':
      truncate(door, reply, answer);
      return;
    default:
  }
  deliver(door, reply, answer, (fault && MANNERS[fault.kind]) ?? 'right');
};

const headersOf = (door: Door, answer: Answer, manner: SigningManner): Record<string, string> => ({
  ...(answer.body === '' ? {} : { 'content-type': 'application/json; charset=utf-8' }),
  ...(answer.signed ? door.sign(answer, manner) : {}),
});

const deliver = (door: Door, reply: FastifyReply, answer: Answer, manner: SigningManner): void => {
  void reply
    .code(answer.status)
    .headers(headersOf(door, answer, manner))
    .send(answer.body);
};

/** Tears the connection down with nothing said. */
const reset = (reply: FastifyReply): void => {
  reply.hijack();
  reply.raw.socket?.resetAndDestroy();
};

/** Promises the whole body and sends half of it. */
const truncate = (door: Door, reply: FastifyReply, answer: Answer): void => {
  reply.hijack();
  const bytes = Buffer.from(answer.body, 'utf8');
  reply.raw.writeHead(answer.status, { ...headersOf(door, answer, 'right'), 'content-length': bytes.length });
  reply.raw.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => reply.raw.socket?.destroy());
};
