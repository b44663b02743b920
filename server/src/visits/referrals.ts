import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { MoveReferralBody, ReferralAnswer, ReferralsAnswer } from '@guanhu/shared/visits/after-visit.contract';
import { moveReferral, stepNeedsNote, type ReferralState } from '@guanhu/shared/visits/referral.rules';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { AskOffices, Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { pageKey, readPageKey } from '../platform/http/page-key.ts';
import { pageOf } from '../platform/http/page.ts';
import { openPatientName } from '../registry/registry.public.ts';
import * as store from './referral.store.ts';

type PageAsked = { readonly state?: ReferralState | undefined; readonly after?: string | undefined; readonly limit: number };

/** 转诊: sent by a visit, then what the hospital did. */
@Injectable()
export class Referrals {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #access: Access;
  readonly #people: People;
  readonly #teams: Teams;
  readonly #agenda: Agenda;
  readonly #offices: AskOffices;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    vaults: Vaults,
    access: Access,
    people: People,
    teams: Teams,
    agenda: Agenda,
    offices: AskOffices,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#vaults = vaults;
    this.#access = access;
    this.#people = people;
    this.#teams = teams;
    this.#agenda = agenda;
    this.#offices = offices;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(actor: Actor, { state, after, limit }: PageAsked): Promise<ReferralsAnswer> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const rows = await store.readReferrals(county, vault, {
      scope: this.#access.scope(actor, 'referral:read'),
      state: state ?? null,
      after: readPageKey(after),
      limit: limit + 1,
      today: this.#clock.today(),
    });
    const { shown, last } = pageOf(rows, limit);
    await this.#audit.read(county, { actor, what: 'referral-list', patientIds: [...new Set(shown.map(row => row.patientId))] });
    return {
      rows: shown.map(row => ({
        referralId: row.id,
        visitId: row.visitId,
        patientId: row.patientId,
        patientName: openPatientName(vault, row.patientId, row.name_sealed),
        villageName: row.villageName,
        state: row.state,
        sentAt: row.sentAt.toISOString(),
        to: row.to,
      })),
      next: last ? pageKey({ at: last.sentAt, id: last.id }) : null,
    };
  }

  async one(actor: Actor, referralId: Id): Promise<ReferralAnswer> {
    const county = this.#database.county(actor.countyId);
    const referral = await store.readReferral(county, await this.#vaults.of(actor.countyId), referralId);
    if (!referral) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(county, actor, 'referral:read', referral.patientId);
    await this.#audit.read(county, { actor, what: 'referral', patientIds: [referral.patientId] });
    return this.#view(county, referralId);
  }

  /** @throws Refusal REFERRAL_MOVE_NOT_ALLOWED, NOTE_NEEDED, STALE */
  async move(tx: Tx, actor: Actor, referralId: Id, { version, step, note }: MoveReferralBody): Promise<ReferralAnswer> {
    const vault = await this.#vaults.of(tx.countyId);
    const referral = await store.readReferral(tx, vault, referralId);
    if (!referral) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(tx, actor, 'referral:write', referral.patientId);
    if (referral.version !== version) throw new Refusal('STALE');
    const to = unwrap(moveReferral(referral.state, step));
    if (stepNeedsNote(step) && note === undefined) throw new Refusal('NOTE_NEEDED');
    const moved = { id: referralId, version, to, step, note, by: actor.personId, now: this.#clock.now() };
    if (!(await store.moveReferral(tx, vault, moved))) throw new Refusal('STALE');
    // The hospital's answer is the outcome that the visit asked for.
    if (to === 'answered') await this.#agenda.finishAfter(tx, { kind: 'outcome', causeId: referral.visitId, by: actor.personId });
    // Whoever keeps the programmes of the community is asked to take the patient in.
    if (to === 'toCommunity')
      await this.#offices.run(tx, {
        key: `referral:${referralId}`,
        patientId: referral.patientId,
        permission: 'rehab:write',
        except: [actor.personId],
      });
    await this.#audit.deed(tx, {
      actor,
      act: 'visits:referral-moved',
      objectKind: 'referral',
      objectId: referralId,
      patientId: referral.patientId,
      facts: { step, state: to },
    });
    return this.#view(tx, referralId);
  }

  async #view(reader: Reader, referralId: Id): Promise<ReferralAnswer> {
    const vault = await this.#vaults.of(reader.countyId);
    const row = await store.readReferral(reader, vault, referralId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const steps = await store.readSteps(reader, vault, referralId);
    const contacts = await this.#people.contacts(
      reader,
      steps.map(step => step.personId),
    );
    return {
      referralId,
      visitId: row.visitId,
      patientId: row.patientId,
      patientName: openPatientName(vault, row.patientId, row.name_sealed),
      villageName: row.villageName,
      state: row.state,
      sentAt: row.sentAt.toISOString(),
      to: row.to,
      version: row.version,
      reason: row.reason,
      steps: steps.map(({ step, at, personId, note }) => ({
        step,
        at: at.toISOString(),
        byName: contacts.get(personId)?.name ?? '',
        note,
      })),
    };
  }
}
