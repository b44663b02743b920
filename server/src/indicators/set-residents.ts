import type { Actor } from '@guanhu/shared/access/access.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { countVillages, insertResidents } from './residents.store.ts';

type Said = { readonly since: CalendarDate; readonly rows: readonly { readonly areaId: Id; readonly residents: number }[] };

/** How many people live in villages: data of the county, from which the detection rate has its denominator. */
@Injectable()
export class SetResidents {
  readonly #access: Access;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(access: Access, audit: Audit, clock: Clock) {
    this.#access = access;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS when one of them is no village of the county, or is named twice */
  async run(tx: Tx, actor: Actor, { since, rows }: Said): Promise<void> {
    await this.#access.requireInCounty(tx, actor, 'policy:write');
    const areaIds = rows.map(row => row.areaId);
    if ((await countVillages(tx, areaIds)) !== areaIds.length) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await insertResidents(tx, { rows, since, by: actor.personId, now: this.#clock.now() });
    await this.#audit.deed(tx, {
      actor,
      act: 'indicators:residents-set',
      objectKind: 'area',
      objectId: areaIds[0] ?? '',
      facts: { since, villages: rows.length },
    });
  }
}
