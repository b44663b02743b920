import type { AppraisalObjection } from '@guanhu/shared/appraisal/appraisal.contract';
import { DUTY_CLAUSES, type DutyClause } from '@guanhu/shared/appraisal/appraisal.terms';
import { laterFacts, whatICanDo } from '@guanhu/shared/appraisal/evidence.rules';
import type { MayObject } from '@guanhu/shared/appraisal/objection.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader } from '../platform/database/database.ts';
import { decidingOpinions, type AppraisalRow } from './appraisal.store.ts';
import { GatherEvidence } from './gather-evidence.ts';
import { objectionsTo } from './objection.store.ts';
import { Objections } from './objections.ts';

/** What a guardian reads under one line of the passbook. */
export type ShownLine = {
  /** Of a running period: what there still is to do. */
  readonly todo: readonly string[];
  /** Clause by clause what the deduction rests on; empty without one. */
  readonly deductions: readonly { readonly clause: DutyClause; readonly label: string; readonly evidence: string }[];
  readonly heardOn: CalendarDate | null;
  readonly later: readonly string[];
  readonly objections: readonly AppraisalObjection[];
  readonly mayObject: MayObject | null;
};

/** The lines of a passbook in a guardian's words: one look at each table for all of them. */
@Injectable()
export class ShowLines {
  readonly #objections: Objections;
  readonly #evidence: GatherEvidence;
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(objections: Objections, evidence: GatherEvidence, vaults: Vaults, clock: Clock) {
    this.#objections = objections;
    this.#evidence = evidence;
    this.#vaults = vaults;
    this.#clock = clock;
  }

  /** @param rows periods of agreements to which the reader is party */
  async of(reader: Reader, rows: readonly AppraisalRow[]): Promise<ReadonlyMap<Id, ShownLine>> {
    const today = this.#clock.today();
    const vault = await this.#vaults.of(reader.countyId);
    const ids = rows.map(row => row.id);
    const objections = await objectionsTo(reader, vault, ids);
    const shown = await this.#objections.shown(reader, objections);
    const possible = await this.#objections.possible(reader, rows, objections);
    const deducting = await decidingOpinions(
      reader,
      vault,
      rows.filter(row => row.decided_fen !== null && row.decided_fen < row.full_fen),
    );
    const begun = rows.filter(row => row.from_on <= today);
    const evidence = await this.#evidence.of(reader, begun);
    const now = new Map(begun.map((row, index) => [row.id, evidence[index]]));
    return new Map(
      rows.map(row => {
        const [counted, deduction] = [now.get(row.id), deducting.get(row.id)];
        const line: ShownLine = {
          todo: counted && row.state === 'gathering' && row.to_on >= today ? whatICanDo(counted) : [],
          deductions: (deduction?.breaches ?? []).map(({ clause, evidence: words }) => ({
            clause,
            label: DUTY_CLAUSES[clause],
            evidence: words,
          })),
          heardOn: deduction?.guardianHeardOn ?? null,
          later: counted && row.evidence ? laterFacts(row.evidence, counted) : [],
          objections: shown.filter((_, index) => objections[index]?.appraisalId === row.id),
          mayObject: possible.get(row.id) ?? null,
        };
        return [row.id, line];
      }),
    );
  }
}
