import type { Actor } from '@guanhu/shared/access/access.terms';
import type { AddEntryBody, HandlingAnswer } from '@guanhu/shared/incidents/handling.contract';
import { decideEntry, observationOf, recordMissing } from '@guanhu/shared/incidents/handling.rules';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { askLookBack } from './ask-look-back.ts';
import { insertEntry, lockHandling, readEntries, touchHandling, type EntryRow, type HandlingRow } from './handling.store.ts';
import { Handlings, type InHand } from './handlings.ts';
import { ShowHandling } from './show-handling.ts';

/** Somebody of the staff writes down what happened. Rows are only added; what was wrong is put right by another row. */
@Injectable()
export class WriteEntry {
  readonly #handlings: Handlings;
  readonly #show: ShowHandling;
  readonly #agenda: Agenda;
  readonly #vaults: Vaults;
  readonly #outbox: Outbox;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(handlings: Handlings, show: ShowHandling, agenda: Agenda, vaults: Vaults, outbox: Outbox, audit: Audit, clock: Clock) {
    this.#handlings = handlings;
    this.#show = show;
    this.#agenda = agenda;
    this.#vaults = vaults;
    this.#outbox = outbox;
    this.#audit = audit;
    this.#clock = clock;
  }

  async begin(tx: Tx, actor: Actor, incidentId: Id): Promise<HandlingAnswer> {
    const inHand = await this.#handlings.inHand(tx, actor, 'handling:write', incidentId);
    await this.#handlings.begin(tx, actor, inHand.incident, inHand.policy);
    return this.#show.view(tx, inHand);
  }

  async run(tx: Tx, actor: Actor, incidentId: Id, { entryId, at, what, corrects }: AddEntryBody): Promise<HandlingAnswer> {
    const inHand = await this.#handlings.inHand(tx, actor, 'handling:write', incidentId);
    const handling = await lockHandling(tx, incidentId);
    if (!handling) throw new Refusal('HANDLING_NOT_BEGUN');
    const vault = await this.#vaults.of(tx.countyId);
    const before = await readEntries(tx, vault, handling.id);
    // The same row once more, under another key: nothing new.
    if (before.some(entry => entry.id === entryId && entry.by === actor.personId)) return this.#show.view(tx, inHand);
    const now = this.#clock.now();
    const entry: EntryRow = { id: entryId, what, at: new Date(at), recordedAt: now, corrects: corrects ?? null, by: actor.personId };
    unwrap(decideEntry({ state: handling.state, reportedAt: inHand.incident.reportedAt, entries: before }, entry, now));
    if (!(await insertEntry(tx, vault, handling.id, entry))) throw new Refusal('INPUT_INVALID', ['body.entryId']);
    await this.#follow(tx, inHand, handling, { before, entry });
    await this.#audit.deed(tx, {
      actor,
      act: corrects === undefined ? 'incidents:handling-written' : 'incidents:handling-corrected',
      objectKind: 'incident',
      objectId: incidentId,
      patientId: handling.patientId,
      facts: { entry: entryId, kind: what.kind, ...(what.kind === 'step' ? { step: what.step, to: what.to } : {}) },
    });
    return this.#show.view(tx, inHand);
  }

  /** The record may be whole now, and the next look may be due at another time. */
  async #follow(
    tx: Tx,
    { policy, incident }: InHand,
    handling: HandlingRow,
    { before, entry }: { before: readonly EntryRow[]; entry: EntryRow },
  ): Promise<void> {
    const after = [...before, entry];
    const isWhole = recordMissing(after).length === 0;
    await touchHandling(tx, handling.id, isWhole ? entry.recordedAt : null);
    const { patientId } = handling;
    if (entry.what.kind === 'harm' && entry.what.dead > 0) {
      const happenedOn = dayOf(incident.happenedAt);
      await askLookBack(this.#outbox, tx, { lookBackId: entry.id, patientId, incidentId: incident.id, cause: 'death', happenedOn });
    }
    const about = { causeId: incident.id, by: entry.by } as const;
    if (isWhole && handling.recordDoneAt === null) await this.#agenda.finishAfter(tx, { kind: 'incidentRecord', ...about });
    const [was, is] = [observationOf(before, policy).nextAt, observationOf(after, policy).nextAt];
    if (was?.getTime() === is?.getTime()) return;
    if (entry.what.kind === 'observation') await this.#agenda.finishAfter(tx, { kind: 'observation', ...about });
    else await this.#agenda.cancelAfter(tx, { kind: 'observation', causeId: incident.id });
    if (is === null) return;
    const seats = ['gridWorker', 'lead', 'doctor'] as const;
    const look = { kind: 'observation', patientId, causeId: incident.id, part: entry.id, seats } as const;
    await this.#agenda.openAfter(tx, { ...look, dueOn: dayOf(is) });
  }
}
