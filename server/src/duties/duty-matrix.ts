import type { Actor } from '@guanhu/shared/access/access.terms';
import type { DutyMatrix, DutyShown, EvidenceBody, EvidenceRef } from '@guanhu/shared/duties/duties.contract';
import { decideEvidenceDay, dutyPeriod, evidenceSince, verdictOf, verdictOfEvidence } from '@guanhu/shared/duties/duty-proof.rules';
import { SHIPPED_DUTIES } from '@guanhu/shared/duties/duty-rows';
import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Activities } from '../outreach/outreach.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { insertEvidence, readEvidence } from './evidence.store.ts';
import { readProof } from './proof.store.ts';
import { TownshipGround } from './township-ground.ts';

/** Notes of two years in a township: more is a mistake, and the newest are shown. */
const MOST_NOTES = 1000;

/** The duty matrix of a township: what can be counted is counted, the rest is what people wrote down. */
@Injectable()
export class DutyMatrixOf {
  readonly #database: Database;
  readonly #ground: TownshipGround;
  readonly #people: People;
  readonly #activities: Activities;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    ground: TownshipGround,
    people: People,
    activities: Activities,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#ground = ground;
    this.#people = people;
    this.#activities = activities;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async read(actor: Actor, townshipId: Id): Promise<DutyMatrix> {
    const county = this.#database.county(actor.countyId);
    const townshipName = await this.#ground.require(county, actor, 'duty:read', townshipId);
    const today = this.#clock.today();
    const asked = { townshipId, from: evidenceSince(today, 'year'), most: MOST_NOTES };
    const notes = await readEvidence(county, await this.#vaults.of(county.countyId), asked);
    const names = await this.#people.contacts(
      county,
      notes.map(note => note.recordedBy),
    );
    const duties: DutyShown[] = [];
    for (const { proof, ...row } of SHIPPED_DUTIES) {
      const { from, to } = dutyPeriod(today, row.period);
      const since = evidenceSince(today, row.period);
      const mine = notes.filter(note => note.duty === row.id && note.on >= since && note.on <= to);
      const counts = proof === null ? null : await readProof(county, proof, { townshipId, from, to, today });
      duties.push({
        ...row,
        support: [...row.support],
        from,
        to,
        verdict: counts === null ? verdictOfEvidence(mine.filter(note => note.on >= from).length) : verdictOf(counts),
        counted: counts === null || proof === null ? null : { question: proof, ...counts },
        evidenceSince: since,
        evidence: mine.map(note => shown(note, names.get(note.recordedBy)?.name ?? '')),
      });
    }
    return { townshipId, townshipName, duties };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, DUTY_NEEDS_NO_EVIDENCE, EVIDENCE_DAY_WRONG, EVIDENCE_ACTIVITY_WRONG, INPUT_INVALID when the id is taken */
  async record(tx: Tx, actor: Actor, { evidenceId, ...body }: EvidenceBody): Promise<EvidenceRef> {
    const { townshipId, duty, on, activityId = null } = body;
    await this.#ground.require(tx, actor, 'duty:prove', townshipId);
    const row = SHIPPED_DUTIES.find(one => one.id === duty);
    if (row?.proof !== null) throw new Refusal('DUTY_NEEDS_NO_EVIDENCE');
    unwrap(decideEvidenceDay(calendarDate(on), this.#clock.today(), row.period));
    if (activityId !== null) {
      const activity = await this.#activities.find(tx, activityId);
      if (!activity || activity.kind === 'drill' || !activity.areaPath.includes(townshipId)) throw new Refusal('EVIDENCE_ACTIVITY_WRONG');
    }
    const evidence = { id: evidenceId, ...body, activityId, recordedBy: actor.personId, now: this.#clock.now() };
    if (!(await insertEvidence(tx, await this.#vaults.of(tx.countyId), evidence))) throw new Refusal('INPUT_INVALID', ['body.evidenceId']);
    const facts = { townshipId, duty, on };
    await this.#audit.deed(tx, { actor, act: 'duties:evidence-recorded', objectKind: 'duty-evidence', objectId: evidenceId, facts });
    return { evidenceId };
  }
}

const shown = (
  { id, on, note, activityId, photos }: Awaited<ReturnType<typeof readEvidence>>[number],
  by: string,
): DutyShown['evidence'][number] => ({
  evidenceId: id,
  on,
  note,
  by,
  activity: activityId === null ? null : { activityId, photos },
});
