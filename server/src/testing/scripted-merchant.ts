import type { Merchant, OpenMerchant } from '../platform/ports.ts';
import type { BillDraft, CreateOutcome, QueryOutcome, TransferBills } from '../platform/wechat-pay/transfer-bills.ts';

const LOST = { outcome: 'unknown', why: 'timeout', advice: 'query' } as const;

/** WeChat Pay as a test writes it: each call takes the next outcome of its script; without one, nobody answers unless told otherwise. */
export class ScriptedMerchant implements TransferBills {
  readonly #unscripted: QueryOutcome;
  readonly created: BillDraft[] = [];
  readonly asked: string[] = [];
  readonly creations: CreateOutcome[] = [];
  readonly queries: QueryOutcome[] = [];

  constructor(unscripted: QueryOutcome = LOST) {
    this.#unscripted = unscripted;
  }

  /** In place of opening a real account. */
  readonly open: OpenMerchant = (): Merchant => ({
    bills: this,
    readCallback: () => Promise.resolve({ outcome: 'refused', why: 'forged' }),
  });

  async create(draft: BillDraft, turn?: () => Promise<(() => void) | undefined>): Promise<CreateOutcome> {
    const answered = turn && (await turn());
    if (turn && !answered) return { outcome: 'put-off' };
    answered?.();
    this.created.push(draft);
    return this.creations.shift() ?? LOST;
  }

  queryByOutBillNo(outBillNo: string): Promise<QueryOutcome> {
    this.asked.push(outBillNo);
    return Promise.resolve(this.queries.shift() ?? this.#unscripted);
  }

  receipt(): ReturnType<TransferBills['receipt']> {
    return Promise.resolve(LOST);
  }

  cancel(): ReturnType<TransferBills['cancel']> {
    return Promise.resolve(LOST);
  }
}
