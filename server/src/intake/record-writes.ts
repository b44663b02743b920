import { SEAT_ROLES, TOWNSHIP_SEATS } from '@guanhu/shared/care-team/seats.terms';
import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Write } from '@guanhu/shared/intake/import.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { readIdentityNumber } from '@guanhu/shared/registry/identity-number.rules';
import { Injectable } from '@nestjs/common';
import { Accounts, People, Places } from '../access/access.public.ts';
import { Standings } from '../assessment/assessment.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Files, Guardianships, Patients } from '../registry/registry.public.ts';

export type Recorded = { readonly patients: number; readonly people: number; readonly seats: number; readonly guardianships: number };

/** Records what an import decided, in order; temporary keys become ids on the way. */
@Injectable()
export class RecordWrites {
  readonly #people: People;
  readonly #accounts: Accounts;
  readonly #places: Places;
  readonly #patients: Patients;
  readonly #files: Files;
  readonly #guardianships: Guardianships;
  readonly #teams: Teams;
  readonly #standings: Standings;
  readonly #clock: Clock;

  constructor(
    people: People,
    accounts: Accounts,
    places: Places,
    patients: Patients,
    files: Files,
    guardianships: Guardianships,
    teams: Teams,
    standings: Standings,
    clock: Clock,
  ) {
    this.#people = people;
    this.#accounts = accounts;
    this.#places = places;
    this.#patients = patients;
    this.#files = files;
    this.#guardianships = guardianships;
    this.#teams = teams;
    this.#standings = standings;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, { importId, townshipId }: { importId: Id; townshipId: Id }, writes: readonly Write[]): Promise<Recorded> {
    const ids = new Map<string, Id>();
    for (const write of knownGuardiansFirst(writes)) await this.#record(tx, actor, townshipId, write, ids);
    await this.#guardianships.imported(tx, importId, rearranged(writes));
    const count = (kind: Write['kind']) => writes.filter(write => write.kind === kind).length;
    return { patients: count('patient'), people: count('person'), seats: count('seat'), guardianships: count('guardianship') };
  }

  async #record(tx: Tx, actor: Actor, townshipId: Id, write: Write, ids: Map<string, Id>): Promise<void> {
    const id = (key: string): Id => ids.get(key) ?? key;
    switch (write.kind) {
      case 'alias':
        return this.#places.alias(tx, actor, write.areaKey, write.alias);
      case 'patient':
        ids.set(
          write.patient,
          await this.#patients.add(tx, { name: write.name, villageId: write.areaKey, townshipId, state: write.state }),
        );
        return;
      case 'patientDetails': {
        const { identityNumber, mobile, diagnosis, riskRating } = write.set;
        const identity = identityNumber === undefined ? null : readIdentityNumber(identityNumber, this.#clock.today());
        const { number, bornOn, sex } = identity?.ok === true ? identity : {};
        const set = {
          ...(number !== undefined && { idType: 'residentId', idNumber: number, born: bornOn, sex }),
          phone: mobile,
          diagnosis,
        };
        await this.#files.state(tx, { actor, patientId: id(write.patient), set, act: 'registry:record-imported' });
        if (riskRating !== undefined) await this.#standings.state(tx, { actor, patientId: id(write.patient), risk: riskRating });
        return;
      }
      case 'person':
        ids.set(write.person, await this.#people.add(tx, { name: write.name, phone: null }));
        return;
      case 'personMobile':
        return this.#setMobile(tx, id(write.person), write.mobile);
      case 'serve': {
        const role = SEAT_ROLES[write.seat];
        const areaId = TOWNSHIP_SEATS.has(write.seat) ? townshipId : write.areaKey;
        return this.#people.ensureFieldPost(tx, { personId: id(write.person), role, areaId });
      }
      case 'seat':
        return this.#teams.takeSeat(tx, id(write.patient), write.seat, id(write.person));
      case 'endSeat':
        return this.#teams.leaveSeat(tx, id(write.patient), write.seat, id(write.person));
      case 'guardianship':
        return this.#patients.startGuardianship(tx, id(write.patient), id(write.person), write.relation);
      case 'endGuardianship':
        return this.#patients.endGuardianship(tx, id(write.patient), id(write.person));
      case 'relation':
        return this.#patients.setRelation(tx, id(write.patient), id(write.person), write.relation);
    }
  }

  /** Another number is another proof of who somebody is: the account bound by the old one is released. */
  async #setMobile(tx: Tx, personId: Id, mobile: string): Promise<void> {
    const former = await this.#people.setPhone(tx, personId, mobile);
    if (former !== null && former !== mobile) await this.#accounts.release(tx, [personId]);
  }
}

/** Patients known before whose guardians changed; with a new file nobody has made anything yet. */
function rearranged(writes: readonly Write[]): Id[] {
  const entered = new Set(writes.flatMap(write => (write.kind === 'patient' ? [write.patient] : [])));
  const changed = writes.flatMap(write => (write.kind === 'guardianship' || write.kind === 'endGuardianship' ? [write.patient] : []));
  return [...new Set(changed)].filter(patient => !entered.has(patient));
}

/** The first guardian recorded is the one who is asked: somebody whose relation is known comes before a mere name. */
function knownGuardiansFirst(writes: readonly Write[]): Write[] {
  const kinds = [...new Set(writes.map(write => write.kind))];
  const rank = (write: Write) => kinds.indexOf(write.kind) * 2 + (write.kind === 'guardianship' && write.relation === null ? 1 : 0);
  return [...writes].sort((a, b) => rank(a) - rank(b));
}
