import type { RoundAnswer } from '@guanhu/shared/exchange/exchange.contract';
import { DEPARTMENT_KEYS, VERDICT_KEYS, type Department, type RowVerdict } from '@guanhu/shared/exchange/exchange.terms';
import { departmentsOf, fieldsSeen } from '@guanhu/shared/exchange/round.rules';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { may, type Permission } from '@guanhu/shared/access/permissions.rules';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { countOpen } from './difference.store.ts';
import { readPackageLine } from './package.store.ts';
import { countVerdicts, lockRound, readLists, readRound, type ListRow, type RoundRow } from './round.store.ts';

type RoundPermission = Extract<Permission, `exchange:${string}`>;

/** A month's exchange of a township, for whoever may see or change it. */
@Injectable()
export class Rounds {
  readonly #access: Access;
  readonly #people: People;

  constructor(access: Access, people: People) {
    this.#access = access;
    this.#people = people;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async find(reader: Reader, actor: Actor, roundId: Id, permission: RoundPermission): Promise<RoundRow> {
    return this.#allowed(reader, actor, await readRound(reader, roundId), permission);
  }

  /** The same, locked until the transaction ends. @throws Refusal NOT_FOUND_OR_NO_ACCESS, EXCHANGE_SIGNED */
  async lockOpen(tx: Tx, actor: Actor, roundId: Id, permission: RoundPermission): Promise<RoundRow> {
    const round = this.#allowed(tx, actor, await lockRound(tx, roundId), permission);
    if (round.state === 'lapsed') throw new Refusal('EXCHANGE_LAPSED');
    if (round.state !== 'open') throw new Refusal('EXCHANGE_SIGNED');
    return round;
  }

  /** The departments that somebody speaks for in this round. */
  departmentsOf(actor: Actor, { areaPath }: Pick<RoundRow, 'areaPath'>): Department[] {
    return departmentsOf(actor.posts, areaPath);
  }

  /** @throws Refusal EXCHANGE_NOT_YOUR_DEPARTMENT */
  requireDepartment(actor: Actor, { areaPath }: Pick<RoundRow, 'areaPath'>, department: Department): void {
    if (!this.departmentsOf(actor, { areaPath }).includes(department)) throw new Refusal('EXCHANGE_NOT_YOUR_DEPARTMENT');
  }

  /** The departments whose rows somebody sees: their own, all for whoever decides whom a row means. */
  departmentsSeen(actor: Actor, round: RoundRow): readonly Department[] {
    return this.#may(actor, round, 'exchange:match') ? DEPARTMENT_KEYS : this.departmentsOf(actor, round);
  }

  mayMatch(actor: Actor, round: RoundRow): boolean {
    return this.#may(actor, round, 'exchange:match');
  }

  /** The fields that somebody's duty needs. */
  fieldsSeen(actor: Actor, { areaPath }: RoundRow) {
    const isOffice = actor.posts.some(post => post.role === 'socialAffairsOfficer' && areaPath.includes(post.areaId));
    return fieldsSeen(this.departmentsOf(actor, { areaPath }), isOffice);
  }

  async show(reader: Reader, actor: Actor, round: RoundRow): Promise<RoundAnswer> {
    const lists = await readLists(reader, round.id);
    const counts = await countVerdicts(reader, round.id);
    const signed = await readPackageLine(reader, round.id);
    const people = await this.#people.contacts(reader, [...lists.map(list => list.madeBy), ...(signed ? [signed.by] : [])]);
    const name = (id: Id) => people.get(id)?.name ?? '';
    const verdicts = (department: Department) =>
      Object.fromEntries(
        VERDICT_KEYS.map(verdict => [verdict, counts.find(each => each.department === department && each.verdict === verdict)?.count ?? 0]),
      ) as Record<RowVerdict, number>;
    const shown = (list: ListRow) => ({
      fileName: list.fileName,
      by: name(list.madeBy),
      at: list.madeAt.toISOString(),
      late: list.late,
      counts: verdicts(list.department),
      skipped: [...list.leftOut.skipped],
      ignored: [...list.leftOut.ignored],
    });
    return {
      roundId: round.id,
      townshipId: round.townshipId,
      townshipName: round.townshipName,
      month: round.month,
      deadline: round.deadline,
      state: round.state,
      version: round.version,
      lists: DEPARTMENT_KEYS.map(department => {
        const list = lists.find(each => each.department === department);
        return { department, handedIn: list ? shown(list) : null };
      }),
      openDifferences: await countOpen(reader, round.id),
      mine: this.departmentsOf(actor, round),
      mayMatch: this.mayMatch(actor, round),
      maySign: this.#may(actor, round, 'exchange:sign'),
      signed: signed ? { ...signed, by: name(signed.by), at: signed.at.toISOString() } : null,
    };
  }

  #may(actor: Actor, { areaPath }: RoundRow, permission: RoundPermission): boolean {
    return may(actor, permission, { countyId: actor.countyId, areaPath });
  }

  #allowed(reader: Reader, actor: Actor, round: RoundRow | undefined, permission: RoundPermission): RoundRow {
    if (!round) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, permission, { countyId: reader.countyId, areaPath: round.areaPath });
    return round;
  }
}
