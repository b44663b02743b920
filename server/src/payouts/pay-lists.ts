import { createHash } from 'node:crypto';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import { yuan } from '@guanhu/shared/kernel/fen';
import type { Id } from '@guanhu/shared/kernel/ids';
import { bankFile, listNumber, readBankResult } from '@guanhu/shared/payouts/bank-file.rules';
import type {
  BankResultAnswer,
  BankResultBody,
  DownloadPayListBody,
  MakePayListBody,
  PayFile,
  PayLists as PayListsShown,
  PayListShown,
} from '@guanhu/shared/payouts/channels.contract';
import { PAY_CHANNELS, type ListChannel } from '@guanhu/shared/payouts/payouts.terms';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { outBillNo } from '../platform/wechat-pay/out-bill-no.ts';
import { writeWorkbook } from '../platform/workbook/write-workbook.ts';
import { lockBatch, readBatch } from './batch.store.ts';
import { billsOfList } from './bill.store.ts';
import { lockEntitlements, type EntitlementRow } from './entitlement.store.ts';
import { FileMarks } from './file-marks.ts';
import { IssueBills } from './issue-bills.ts';
import { ListCandidates, type Asked } from './list-candidates.ts';
import type { ChannelRow } from './pay-channel.store.ts';
import { answerList, insertList, listsOfBatch, readList, type ListRow } from './pay-list.store.ts';
import { paidElsewhere } from './reconciliation.store.ts';
import { SettleBills } from './settle-bills.ts';

/** Payments that do not go through WeChat: listed for the bank or for cash, and what came of them. */
@Injectable()
export class PayLists {
  readonly #database: Database;
  readonly #people: People;
  readonly #candidates: ListCandidates;
  readonly #issue: IssueBills;
  readonly #settle: SettleBills;
  readonly #marks: FileMarks;
  readonly #vaults: Vaults;
  readonly #audit: Audit;

  constructor(
    database: Database,
    people: People,
    candidates: ListCandidates,
    issue: IssueBills,
    settle: SettleBills,
    marks: FileMarks,
    vaults: Vaults,
    audit: Audit,
  ) {
    this.#database = database;
    this.#people = people;
    this.#candidates = candidates;
    this.#issue = issue;
    this.#settle = settle;
    this.#marks = marks;
    this.#vaults = vaults;
    this.#audit = audit;
  }

  /**
   * Only what may be claimed is listed: whoever has a live payment by any channel is in another state, or the database refuses. And only what
   * the platform has no bill of: after a restored backup our rows do not know what was paid since.
   * @param asked what the platform has just said
   * @throws Refusal PLATFORM_NOT_ASKED where it said nothing of somebody
   */
  async make(tx: Tx, actor: Actor, batchId: Id, { channel }: MakePayListBody, asked: Asked): Promise<PayListShown> {
    const batch = this.#candidates.requireBatch(tx, actor, await lockBatch(tx, batchId), 'batch:release');
    if (batch.state !== 'released') throw new Refusal('BATCH_MOVE_NOT_ALLOWED');
    const { rows: meant, channels } = await this.#candidates.of(tx, actor, batch, channel);
    const ids = meant.map(row => row.id);
    const doubtful = await paidElsewhere(tx, ids);
    const rows = (await lockEntitlements(tx, ids)).filter(row => row.state === 'claimable' && !doubtful.has(row.id));
    if (rows.length === 0) throw new Refusal(asked.someTakenBack || doubtful.size > 0 ? 'PAID_ELSEWHERE' : 'PAY_LIST_EMPTY');
    if (!rows.every(row => asked.unpaid.has(outBillNo(row.id, row.attempt)))) throw new Refusal('PLATFORM_NOT_ASKED');
    const listId = newId();
    const totalFen = rows.reduce((sum, row) => sum + row.amount_fen, 0);
    await insertList(tx, { id: listId, batchId, channel, people: rows.length, totalFen, by: actor.personId });
    await this.#issue.store(tx, actor, batch, await this.#listed(tx, listId, channel, rows, channels));
    await this.#audit.deed(tx, {
      actor,
      act: 'payouts:list-made',
      objectKind: 'pay-list',
      objectId: listId,
      facts: { channel, people: rows.length, totalFen },
    });
    return shown(await this.#list(tx, listId));
  }

  async ofBatch(actor: Actor, batchId: Id): Promise<PayListsShown> {
    const reader = this.#database.county(actor.countyId);
    this.#candidates.requireBatch(reader, actor, await readBatch(reader, batchId), 'batch:read');
    return { rows: (await listsOfBatch(reader, batchId)).map(shown) };
  }

  async download(tx: Tx, actor: Actor, listId: Id, { as, stepUpTicket }: DownloadPayListBody): Promise<PayFile> {
    const list = await this.#own(tx, actor, listId);
    await this.#marks.approve(tx, actor, stepUpTicket, listId);
    const payments = await billsOfList(tx, await this.#vaults.of(tx.countyId), listId);
    const name = `${PAY_CHANNELS[list.channel]}发放清单-${listNumber(listId).slice(-8)}`;
    const content =
      as === 'text'
        ? Buffer.from(
            bankFile(
              listId,
              payments.map(each => ({
                reference: each.outBillNo,
                account: each.account ?? '',
                name: each.name,
                amountFen: each.amountFen,
              })),
            ),
          )
        : listWorkbook(name, await this.#marks.of(tx, actor, listId), list, payments);
    const sha256 = createHash('sha256').update(content).digest('hex');
    await this.#audit.deed(tx, { actor, act: 'payouts:list-downloaded', objectKind: 'pay-list', objectId: listId, facts: { as, sha256 } });
    return { fileName: `${name}.${as === 'text' ? 'txt' : 'xlsx'}`, content: content.toString('base64') };
  }

  /** All that the bank says, or nothing of it. */
  async readResult(tx: Tx, actor: Actor, listId: Id, { text }: BankResultBody): Promise<BankResultAnswer> {
    const list = await this.#own(tx, actor, listId);
    if (list.channel !== 'bank') throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (list.answered_at !== null) throw new Refusal('PAY_LIST_ANSWERED');
    const payments = await billsOfList(tx, await this.#vaults.of(tx.countyId), listId);
    const results = unwrap(
      readBankResult(
        listId,
        payments.map(each => ({ reference: each.outBillNo, amountFen: each.amountFen })),
        text,
      ),
    );
    await answerList(tx, listId, createHash('sha256').update(text).digest(), actor.personId);
    await this.#settle.run(
      tx,
      results.map(({ reference, paid, code }) => ({
        outBillNo: reference,
        merchantAccountId: null,
        stateWord: paid ? 'SUCCESS' : 'FAIL',
        transferBillNo: listNumber(listId),
        ...(paid ? {} : { failReason: `BANK_${code}` }),
      })),
    );
    const paid = results.filter(each => each.paid).length;
    const failed = results.length - paid;
    await this.#audit.deed(tx, { actor, act: 'payouts:list-answered', objectKind: 'pay-list', objectId: listId, facts: { paid, failed } });
    return { paid, failed };
  }

  async #listed(
    tx: Tx,
    listId: Id,
    channel: ListChannel,
    rows: readonly EntitlementRow[],
    channels: ReadonlyMap<Id, ChannelRow>,
  ): Promise<Parameters<IssueBills['store']>[3]> {
    const people = await this.#people.contacts(
      tx,
      rows.map(row => row.guardian_id),
    );
    return rows.map(row => {
      const account = channels.get(row.guardian_id)?.account ?? null;
      return {
        row,
        bill: {
          id: newId(),
          entitlementId: row.id,
          attempt: row.attempt,
          outBillNo: outBillNo(row.id, row.attempt),
          amountFen: row.amount_fen,
          channel,
          merchantAccountId: null,
          listId,
          state: 'PROCESSING',
          payload: { name: people.get(row.guardian_id)?.name ?? '', bank: account?.bank ?? null, account: account?.number ?? null },
        },
      };
    });
  }

  /** A list of somebody who handles it, and is no party to a payment of its batch. */
  async #own(tx: Tx, actor: Actor, listId: Id): Promise<ListRow> {
    const list = await readList(tx, listId);
    if (!list) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#candidates.inside(tx, actor, await lockBatch(tx, list.batch_id));
    return this.#list(tx, listId);
  }

  async #list(reader: Reader, listId: Id): Promise<ListRow> {
    const list = await readList(reader, listId);
    if (!list) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return list;
  }
}

const shown = (row: ListRow): PayListShown => ({
  id: row.id,
  channel: row.channel,
  people: row.people,
  totalFen: row.total_fen,
  paid: row.paid,
  failed: row.failed,
  madeAt: row.made_at.toISOString(),
  answeredAt: row.answered_at?.toISOString() ?? null,
});

/** The same list for people: cash is signed for on it. */
function listWorkbook(title: string, mark: string, list: ListRow, payments: Awaited<ReturnType<typeof billsOfList>>): Buffer {
  const head =
    list.channel === 'bank'
      ? ['序号', '姓名', '开户行', '卡号', '金额（元）', '编号']
      : ['序号', '姓名', '金额（元）', '领款人签名', '见证人签名', '见证人签名'];
  const rows = payments.map((each, n) =>
    list.channel === 'bank'
      ? [n + 1, each.name, each.bank, each.account, yuan(each.amountFen), each.outBillNo]
      : [n + 1, each.name, yuan(each.amountFen), null, null, null],
  );
  const sum =
    list.channel === 'bank'
      ? ['合计', null, null, null, yuan(list.total_fen), null]
      : ['合计', null, yuan(list.total_fen), null, null, null];
  return writeWorkbook(
    {
      name: PAY_CHANNELS[list.channel],
      cells: [[title], head, ...rows, sum],
      merges: [{ top: 0, left: 0, bottom: 0, right: head.length - 1 }],
      headRows: 2,
    },
    mark,
  );
}
