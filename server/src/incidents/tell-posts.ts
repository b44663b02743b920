import type { IncidentKind, IncidentPost } from '@guanhu/shared/policy/policy.terms';
import type { Role } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Patients } from '../registry/registry.public.ts';
import { insertReceipts, type NewReceipt } from './incidents.store.ts';

/** Offices of the township among the posts; the others are seats of the patient's team. */
const OFFICES: { readonly [P in IncidentPost]?: Role } = { socialAffairsOffice: 'socialAffairsOfficer', townshipLead: 'townshipLead' };

export type Told = { readonly incidentId: Id; readonly patientId: Id; readonly kind: IncidentKind; readonly round: number };

/** Tells posts of an incident: a receipt and a message for each holder, and a telephone call for the grid worker, all at once. */
@Injectable()
export class TellPosts {
  readonly #people: People;
  readonly #patients: Patients;
  readonly #teams: Teams;
  readonly #agenda: Agenda;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(people: People, patients: Patients, teams: Teams, agenda: Agenda, outbox: Outbox, clock: Clock) {
    this.#people = people;
    this.#patients = patients;
    this.#teams = teams;
    this.#agenda = agenda;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  /** @param reporterId knows already: their own receipt counts as read and no message goes to them. */
  async run(tx: Tx, { incidentId, patientId, round }: Told, posts: readonly IncidentPost[], reporterId: Id): Promise<void> {
    const holders = await this.#holders(tx, patientId);
    const now = this.#clock.now();
    const receipts = posts.flatMap((post): NewReceipt[] => {
      const persons = holders.get(post) ?? [];
      if (persons.length === 0) return [{ post, personId: null, readAt: null }];
      return persons.map(personId => ({ post, personId, readAt: personId === reporterId ? now : null }));
    });
    const told = await insertReceipts(tx, incidentId, round, receipts);
    await this.#outbox.putMany(
      tx,
      told
        .filter(personId => personId !== reporterId)
        .map(personId => ({
          kind: 'remind',
          key: `incident:${incidentId}:${personId}`,
          payload: { purpose: 'incident', personId, patientId, objectId: incidentId },
        })),
    );
    await this.#agenda.openCall(tx, { reason: 'incident', patientId, cause: `${incidentId}:${String(round)}`, causeId: incidentId });
  }

  /** Who holds each post around the patient today. */
  async #holders(tx: Tx, patientId: Id): Promise<ReadonlyMap<IncidentPost, readonly Id[]>> {
    const [seats, path] = [await this.#teams.seats(tx, [patientId]), (await this.#patients.areaPath(tx, patientId)) ?? []];
    const officers = await this.#people.holders(tx, Object.values(OFFICES), path);
    const holders = new Map<IncidentPost, Id[]>();
    const add = (post: IncidentPost, personId: Id) => holders.set(post, [...new Set([...(holders.get(post) ?? []), personId])]);
    for (const { post, personId } of seats) add(post as IncidentPost, personId);
    for (const [post, role] of Object.entries(OFFICES) as [IncidentPost, Role][])
      for (const officer of officers) if (officer.role === role) add(post, officer.personId);
    return holders;
  }
}
