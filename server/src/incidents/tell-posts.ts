import type { IncidentPost } from '@guanhu/shared/policy/policy.terms';
import type { Role } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { AlarmPayload } from '@guanhu/shared/reminders/reminders.terms';
import { Injectable } from '@nestjs/common';
import { People, Places } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { OnDuty, Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Patients } from '../registry/registry.public.ts';
import { insertReceipts, readSilent, type NewReceipt } from './incidents.store.ts';

/** Offices of the township among the posts; the others are seats of the patient's team. */
const OFFICES = {
  socialAffairsOffice: 'socialAffairsOfficer',
  townshipLead: 'townshipLead',
  politicalLegalCommittee: 'politicalLegalMember',
} as const satisfies { readonly [P in IncidentPost]?: Role };
/** Around somebody without a file there is no team: whoever holds the post in the place. */
const POSTS_OF_A_PLACE: Readonly<Record<Exclude<IncidentPost, 'onDuty'>, Role>> = {
  lead: 'villageLead',
  police: 'communityPolice',
  doctor: 'mentalHealthDoctor',
  securityOfficer: 'securityOfficer',
  gridWorker: 'gridWorker',
  ...OFFICES,
};

/** What is told: of a patient, or in an area of somebody who has no file. */
export type Told = {
  readonly incidentId: Id;
  readonly patientId: Id | null;
  readonly areaId: Id | null;
  readonly round: number;
  /** The report for which everybody is told anew; null while that was none: its rounds are others than those of the first report. */
  readonly worsenedBy: Id | null;
};
/** What one round of telling is known by: nobody is alarmed twice in it. */
const roundOf = ({ incidentId, worsenedBy }: Told): Id => worsenedBy ?? incidentId;

/** Tells posts of an incident: a receipt and an alarm for each holder, and a telephone call for the grid worker, all at once. */
@Injectable()
export class TellPosts {
  readonly #people: People;
  readonly #places: Places;
  readonly #patients: Patients;
  readonly #teams: Teams;
  readonly #onDuty: OnDuty;
  readonly #agenda: Agenda;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(
    people: People,
    places: Places,
    patients: Patients,
    teams: Teams,
    onDuty: OnDuty,
    agenda: Agenda,
    outbox: Outbox,
    clock: Clock,
  ) {
    this.#people = people;
    this.#places = places;
    this.#patients = patients;
    this.#teams = teams;
    this.#onDuty = onDuty;
    this.#agenda = agenda;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  /** @param reporterId knows already: their own receipt counts as read and no message goes to them. */
  async run(tx: Tx, incident: Told, posts: readonly IncidentPost[], reporterId: Id): Promise<void> {
    const { incidentId, round } = incident;
    const holders = await this.#holders(tx, incident);
    const now = this.#clock.now();
    const receipts = posts.flatMap((post): NewReceipt[] => {
      const persons = holders.get(post) ?? [];
      // A township without a roster has nobody on duty, and no post that is vacant.
      if (persons.length === 0) return post === 'onDuty' ? [] : [{ post, personId: null, readAt: null }];
      return persons.map(personId => ({ post, personId, readAt: personId === reporterId ? now : null }));
    });
    const told = await insertReceipts(tx, incidentId, round, receipts);
    await this.#alarm(
      tx,
      incident,
      told.filter(personId => personId !== reporterId),
    );
    await this.#call(tx, incident);
  }

  /** A graver report: whoever was told before is told anew, with those whom its kind adds; whoever reported it knows. */
  async anew(tx: Tx, incident: Told, posts: readonly IncidentPost[], reporterId: Id): Promise<void> {
    const known = await readSilent(tx, incident.incidentId);
    await this.#alarm(
      tx,
      incident,
      known.filter(personId => personId !== reporterId),
    );
    await this.run(tx, incident, posts, reporterId);
  }

  /** Nobody has acknowledged in all the rounds before: everybody who was told is told once more. */
  async again(tx: Tx, incident: Told): Promise<void> {
    await this.#alarm(tx, incident, await readSilent(tx, incident.incidentId));
    await this.#call(tx, incident);
  }

  #alarm(tx: Tx, incident: Told, persons: readonly Id[]): Promise<void> {
    const { incidentId, patientId, round, worsenedBy } = incident;
    const worse = worsenedBy === null ? {} : ({ worse: true } as const);
    return this.#outbox.putMany(
      tx,
      persons.map(personId => ({
        kind: 'alarm',
        key: `incident:${roundOf(incident)}:${personId}:${String(round)}`,
        payload: { personId, patientId, incidentId, ...worse } satisfies AlarmPayload,
        urgent: true,
      })),
    );
  }

  async #call(tx: Tx, incident: Told): Promise<void> {
    const { incidentId, patientId, round } = incident;
    if (patientId === null) return;
    const cause = `${roundOf(incident)}:${String(round)}`;
    await this.#agenda.openCall(tx, { reason: 'incident', patientId, cause, causeId: incidentId });
  }

  /** Who holds each post today, around the patient or in the place. */
  async #holders(tx: Tx, { patientId, areaId }: Told): Promise<ReadonlyMap<IncidentPost, readonly Id[]>> {
    const holders = new Map<IncidentPost, Id[]>();
    const add = (post: IncidentPost, personId: Id) => holders.set(post, [...new Set([...(holders.get(post) ?? []), personId])]);
    const path = patientId === null ? await this.#places.pathOf(tx, areaId ?? '') : ((await this.#patients.areaPath(tx, patientId)) ?? []);
    if (patientId !== null) for (const { post, personId } of await this.#teams.seats(tx, [patientId])) add(post as IncidentPost, personId);
    const roles = patientId === null ? POSTS_OF_A_PLACE : OFFICES;
    const officers = await this.#people.holders(tx, Object.values(roles), path);
    for (const [post, role] of Object.entries(roles) as [IncidentPost, Role][])
      for (const officer of officers) if (officer.role === role) add(post, officer.personId);
    for (const personId of await this.#onDuty.of(tx, path)) add('onDuty', personId);
    await this.#addDeputies(tx, holders);
    return holders;
  }

  /** Somebody on leave is told as ever, and whoever stands in for them too: an alarm does not wait for a return. */
  async #addDeputies(tx: Tx, holders: Map<IncidentPost, Id[]>): Promise<void> {
    const deputies = await this.#people.deputies(tx, [...new Set([...holders.values()].flat())]);
    for (const [post, persons] of holders) {
      const theirs = deputies.filter(one => persons.includes(one.personId)).map(one => one.deputyId);
      holders.set(post, [...new Set([...persons, ...theirs])]);
    }
  }
}
