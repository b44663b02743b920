import { freshId } from '../pay/signing.ts';

/** Where a fault strikes. `message-push` and `callback` are what the platform sends, the rest what it answers. */
export const FAULT_POINTS = [
  'login',
  'token',
  'phone-number',
  'subscribe',
  'sms',
  'create',
  'query',
  'cancel',
  'certificates',
  'receipt',
  'callback',
  'message-push',
] as const;
export type FaultPoint = (typeof FAULT_POINTS)[number];

/** Kinds for the points that answer a request. "After commit" means: the work is done, then the answer goes wrong. */
export const ANSWER_KINDS = [
  'delay',
  'error-before-commit',
  'error-after-commit',
  'bad-signature-after-commit',
  'no-signature-after-commit',
  'stale-timestamp-after-commit',
  'sign-test',
  'hold-before-commit',
  'hold-after-commit',
  'reset-before-commit',
  'reset-connection',
  'truncated-body',
  'rate-limited',
  'not-found-then-found',
  'stuck-processing',
  'errcode',
] as const;

/** Kinds for what the platform sends. */
export const DELIVERY_KINDS = [
  'lost',
  'late',
  'duplicate',
  'out-of-order',
  'sign-test',
  'bad-signature',
  'stale-timestamp',
  'tampered-ciphertext',
] as const;

export type AnswerKind = (typeof ANSWER_KINDS)[number];
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];
export type FaultKind = AnswerKind | DeliveryKind;

/** A planned misbehaviour. */
export interface Fault {
  id: string;
  at: FaultPoint;
  kind: FaultKind;
  /** How often it still strikes; null is until it is removed. */
  times: number | null;
  /** Strikes only every so many calls that it could strike. */
  every: number;
  /** How many calls it could have struck. */
  met: number;
  /** Real milliseconds, for the kinds that take a while. */
  milliseconds: number;
  /** Strikes only this bill. */
  outBillNo: string | null;
  /** Strikes only this person. */
  openid: string | null;
  /** HTTP status of the error kinds. */
  status: number;
  /** `errcode` of the platform API. */
  errcode: number;
  /** How often it has struck. */
  struck: number;
}

export interface FaultKeys {
  outBillNo?: string | undefined;
  openid?: string | undefined;
}

/** Something that waits until it is released. */
export interface Held {
  id: string;
  at: FaultPoint;
  kind: FaultKind;
  outBillNo: string | null;
}

export type FaultPlan = Pick<Fault, 'at' | 'kind'> & Partial<Omit<Fault, 'id' | 'struck' | 'met'>>;

/** The planned faults and whoever is held by one. */
export class Faults {
  readonly #planned: Fault[] = [];
  readonly #held = new Map<string, { held: Held; release: () => void }>();

  /** Throws a RangeError when this kind has no meaning at this point. */
  plan(plan: FaultPlan): Fault {
    const sends = plan.at === 'callback' || plan.at === 'message-push';
    const kinds: readonly string[] = sends ? DELIVERY_KINDS : ANSWER_KINDS;
    if (!kinds.includes(plan.kind)) throw new RangeError(`kind ${plan.kind} cannot strike at ${plan.at}`);
    const fault: Fault = {
      times: 1,
      every: 1,
      milliseconds: 1_000,
      outBillNo: null,
      openid: null,
      status: 500,
      errcode: -1,
      ...plan,
      id: freshId(),
      struck: 0,
      met: 0,
    };
    this.#planned.push(fault);
    return fault;
  }

  /** The first fault that strikes here and now, used up by one; null when all is well. */
  take(at: FaultPoint, keys: FaultKeys = {}): Fault | null {
    const fault = this.#planned.find(
      one =>
        one.at === at &&
        one.times !== 0 &&
        (one.outBillNo === null || one.outBillNo === keys.outBillNo) &&
        (one.openid === null || one.openid === keys.openid) &&
        (one.met += 1) % one.every === 0,
    );
    if (!fault) return null;
    fault.struck += 1;
    if (fault.times !== null) fault.times -= 1;
    return fault;
  }

  /** Waits until {@link release}. */
  hold(at: FaultPoint, kind: FaultKind, keys: FaultKeys): Promise<void> {
    const id = freshId();
    return new Promise(resolve => {
      const release = (): void => {
        this.#held.delete(id);
        resolve();
      };
      this.#held.set(id, { held: { id, at, kind, outBillNo: keys.outBillNo ?? null }, release });
    });
  }

  /** Lets everybody go who is held, or only those of one point. */
  release(at?: FaultPoint): void {
    for (const { held, release } of [...this.#held.values()]) if (at === undefined || held.at === at) release();
  }

  clear(): void {
    this.#planned.length = 0;
    this.release();
  }

  remove(id: string): boolean {
    const index = this.#planned.findIndex(fault => fault.id === id);
    if (index >= 0) this.#planned.splice(index, 1);
    return index >= 0;
  }

  list(): { faults: Fault[]; held: Held[] } {
    return { faults: [...this.#planned], held: [...this.#held.values()].map(one => one.held) };
  }
}
