import { rolesWith, type Permission } from '@guanhu/shared/access/permissions.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ReviewAskedPayload } from '@guanhu/shared/reminders/reminders.terms';
import { Injectable } from '@nestjs/common';
import { People, Places } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Patients } from '../registry/registry.public.ts';

type Asked = {
  /** What is to be looked at, and at which turn it is asked: the same again tells nobody twice. */
  readonly key: string;
  /** The patient it is about; null when it is about none. */
  readonly patientId: Id | null;
  /** The place whose office is asked, county first; absent: the patient's, or of a matter about no patient the county's. */
  readonly areaPath?: readonly Id[];
  /** Whoever holds this by a post over the patient, or over the county, is asked. */
  readonly permission: Permission;
  /** Who knows already, or is the one it is about. */
  readonly except: readonly Id[];
} & Pick<ReviewAskedPayload, 'purpose' | 'opens' | 'objectId'>;

/**
 * Asks offices to look at something that is no task of the patient's team: each holder of the permission gets a message that names neither
 * the patient nor the matter. A guardian of the patient is never asked, nor whoever acts for one, whatever post they hold.
 */
@Injectable()
export class AskOffices {
  readonly #people: People;
  readonly #places: Places;
  readonly #patients: Patients;
  readonly #agenda: Agenda;
  readonly #outbox: Outbox;

  constructor(people: People, places: Places, patients: Patients, agenda: Agenda, outbox: Outbox) {
    this.#people = people;
    this.#places = places;
    this.#patients = patients;
    this.#agenda = agenda;
    this.#outbox = outbox;
  }

  async run(tx: Tx, { key, patientId, areaPath, permission, except, ...said }: Asked): Promise<void> {
    const holders = await this.#people.holders(tx, rolesWith(permission), areaPath ?? (await this.#pathOf(tx, patientId)));
    const personIds = [...new Set(holders.map(one => one.personId))];
    const family = patientId === null ? new Set<Id>() : await this.#agenda.familyAmong(tx, personIds, patientId);
    const asked = personIds.filter(personId => !except.includes(personId) && !family.has(personId));
    await this.#outbox.putMany(
      tx,
      asked.map(personId => ({
        kind: 'review-asked',
        key: `review:${key}:${personId}`,
        payload: { personId, nearPatientId: patientId, ...said } satisfies ReviewAskedPayload,
      })),
    );
  }

  async #pathOf(tx: Tx, patientId: Id | null): Promise<readonly Id[]> {
    if (patientId !== null) return (await this.#patients.areaPath(tx, patientId)) ?? [];
    return (await this.#places.areas(tx)).rows.filter(area => area.kind === 'county').map(area => area.areaId);
  }
}
