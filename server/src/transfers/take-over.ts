import type { Actor } from '@guanhu/shared/access/access.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { BLANK_FILE } from '@guanhu/shared/registry/file-values.rules';
import type { FileValues } from '@guanhu/shared/registry/file-fields';
import type { IdType } from '@guanhu/shared/registry/id-document.rules';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';
import { firstStateOf, landingOn, turnsOnLanding } from '@guanhu/shared/transfers/transfer-life.rules';
import type { TransferPackage } from '@guanhu/shared/transfers/transfers.terms';
import { Injectable } from '@nestjs/common';
import { Planning } from '../agenda/agenda.public.ts';
import { Places } from '../access/access.public.ts';
import { Assessments, Standings } from '../assessment/assessment.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { HandTeamOver } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Consents, Files, Lives, Patients, type FileRow } from '../registry/registry.public.ts';
import { MakePackage } from './make-package.ts';
import { TellOffices } from './tell-offices.ts';
import { lockIn, writeTakenOver, type InRow } from './transfer-in.store.ts';
import { readOut } from './transfer-out.store.ts';

type Accepted = InRow & { readonly villageId: Id; readonly answeredBy: Id; readonly answeredSession: Id };

/**
 * The patient whom the old county has released arrives: file, risk, consent, team and tasks in one commit. It refuses nothing, for nobody else
 * is responsible any more; what has to be looked at is told to people.
 */
@Injectable()
export class TakeOver {
  readonly #database: Database;
  readonly #package: MakePackage;
  readonly #places: Places;
  readonly #patients: Patients;
  readonly #files: Files;
  readonly #lives: Lives;
  readonly #consents: Consents;
  readonly #assessments: Assessments;
  readonly #standings: Standings;
  readonly #seats: HandTeamOver;
  readonly #planning: Planning;
  readonly #tell: TellOffices;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    make: MakePackage,
    places: Places,
    patients: Patients,
    files: Files,
    lives: Lives,
    consents: Consents,
    assessments: Assessments,
    standings: Standings,
    seats: HandTeamOver,
    planning: Planning,
    tell: TellOffices,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#package = make;
    this.#places = places;
    this.#patients = patients;
    this.#files = files;
    this.#lives = lives;
    this.#consents = consents;
    this.#assessments = assessments;
    this.#standings = standings;
    this.#seats = seats;
    this.#planning = planning;
    this.#tell = tell;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @param left the state in which the old county closed its file */
  async run(fromCounty: CountyId, transferId: Id, left: PatientState): Promise<void> {
    const old = this.#database.county(fromCounty);
    const out = await readOut(old, await this.#vaults.of(fromCounty), transferId);
    if (!out) throw new Error('a handover that vanished');
    const { carried } = await this.#package.of(old, out.patientId, left);
    const vault = await this.#vaults.of(out.toCounty);
    await this.#database.county(out.toCounty).inTransaction(async tx => {
      const row = await lockIn(tx, vault, transferId);
      if (row?.state === 'takenOver') return;
      if (!row || !isAccepted(row)) throw new Error('released to a county that has not accepted');
      const { patientId, landing } = await this.#land(tx, row, carried);
      await writeTakenOver(tx, vault, { id: transferId, patientId, carried, now: this.#clock.now() });
      const object = { objectKind: 'transfer', objectId: transferId, patientId, facts: { fromCounty, landing } };
      await this.#audit.deed(tx, { actor: acceptor(tx, row), act: 'transfers:taken-over', ...object });
      await this.#tell.ofPatient(tx, transferId, 'takenOver', patientId);
    });
  }

  async #land(tx: Tx, row: Accepted, carried: TransferPackage): Promise<{ patientId: Id; landing: string }> {
    const { idType, idNumber } = carried.values;
    const documented = typeof idType === 'string' && typeof idNumber === 'string';
    const holder = documented ? await this.#files.holder(tx, idType as IdType, idNumber) : undefined;
    const file = holder && (await this.#files.lock(tx, holder.id));
    const landing = landingOn(file?.state ?? null);
    const actor = acceptor(tx, row);
    if (file && landing === 'join') return { patientId: await this.#join(tx, actor, row, { file, carried }), landing };
    const comesBack = file && landing === 'reopen' ? file.id : undefined;
    const values = landing === 'openUndocumented' ? { ...carried.values, idType: null, idNumber: null } : carried.values;
    const path = await this.#places.pathOf(tx, row.villageId);
    const patientId = comesBack ?? (await this.#open(tx, actor, row, carried, values));
    if (comesBack !== undefined) await this.#reopen(tx, actor, row, { patientId: comesBack, carried });
    await this.#bringConsent(tx, actor, patientId, row.id, carried);
    await this.#rate(tx, row, patientId, carried);
    await this.#seats.run(tx, patientId, path);
    await this.#planning.ofPatient(tx, patientId);
    return { patientId, landing };
  }

  async #open(tx: Tx, actor: Actor, row: Accepted, { state }: TransferPackage, values: FileValues): Promise<Id> {
    const { villageId, townshipId } = row;
    const first = firstStateOf(state);
    const id = await this.#patients.add(tx, { state: first, name: String(values.name), villageId, townshipId });
    const file = await this.#files.lock(tx, id);
    await this.#files.put(tx, { actor, file: { ...file, values: BLANK_FILE }, values, act: 'registry:created' });
    const after = { state: first, stateReason: '跨县移交' };
    await this.#audit.change(tx, { actor, objectKind: 'patient', objectId: id, before: {}, after });
    return id;
  }

  /** Somebody who once left this county comes back to their own file: what the other county knew last stands over what was written here. */
  async #reopen(tx: Tx, actor: Actor, row: Accepted, { patientId, carried }: { patientId: Id; carried: TransferPackage }): Promise<void> {
    const file = await this.#files.lock(tx, patientId);
    await this.#files.put(tx, { actor, file, values: { ...file.values, ...knownOf(carried.values) }, act: 'registry:record-changed' });
    await this.#patients.settle(tx, patientId, row.villageId);
    await this.#turn(tx, actor, patientId, carried);
  }

  /**
   * Somebody has an open file here. Its team goes on where it is, and nothing of it is changed by what another county knows: but what is a
   * suspicion here and a diagnosis there becomes a patient, with all that was found there and is not known here.
   */
  async #join(tx: Tx, actor: Actor, row: Accepted, { file, carried }: { file: FileRow; carried: TransferPackage }): Promise<Id> {
    if ((await this.#turn(tx, actor, file.id, carried)) === 0) return file.id;
    const values = { ...file.values, ...knownOf(carried.values), ...knownOf(file.values) };
    await this.#files.put(tx, { actor, file, values, act: 'registry:record-changed' });
    await this.#bringConsent(tx, actor, file.id, row.id, carried);
    await this.#rate(tx, row, file.id, carried);
    await this.#planning.ofPatient(tx, file.id);
    return file.id;
  }

  /** @returns how many turns the life took */
  async #turn(tx: Tx, actor: Actor, patientId: Id, { state: left }: TransferPackage): Promise<number> {
    const life = await this.#lives.find(tx, patientId);
    if (!life) throw new Error('a file that vanished');
    const turns = turnsOnLanding(life.state, life.before, left);
    let from = life.state;
    for (const to of turns) {
      const facts = { reason: from === 'movedOut' ? '跨县移交回到本县' : '跨县移交，外县已确诊' };
      await this.#lives.change(tx, actor, patientId, { from, to, on: this.#clock.today(), facts });
      from = to;
    }
    return turns.length;
  }

  /** What was decided about community management goes on to hold, above all a no. */
  async #bringConsent(tx: Tx, actor: Actor, patientId: Id, transferId: Id, { consent }: TransferPackage): Promise<void> {
    if (!consent) return;
    const life = await this.#lives.find(tx, patientId);
    if (life?.consentOn && life.consentOn >= consent.on) return;
    await this.#consents.bring(tx, actor, patientId, { ...consent, id: transferId });
  }

  /** What was found there; but what was found here since stands. */
  async #rate(tx: Tx, row: Accepted, patientId: Id, carried: TransferPackage): Promise<void> {
    const here = await this.#assessments.found(tx, patientId);
    const { riskOn, stabilityOn, lastIncidentOn: incidentOn } = carried;
    const risk = isNewer(here.riskOn, riskOn) ? null : carried.risk;
    const stability = isNewer(here.stabilityOn, stabilityOn) ? null : carried.stability;
    if (risk === null && stability === null && incidentOn === null) return;
    const on = riskOn ?? stabilityOn ?? this.#clock.today();
    const found = {
      ...(risk !== null && { risk }),
      ...(stability !== null && { stability, decides: true }),
      ...(incidentOn !== null && { incidentOn }),
    };
    await this.#standings.rate(tx, { patientId, on, source: 'import', causeId: row.id, by: row.answeredBy, ...found });
  }
}

const knownOf = (values: FileValues): Partial<FileValues> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

const isNewer = (here: CalendarDate | null, there: CalendarDate | null): boolean => here !== null && (there === null || here > there);

const isAccepted = (row: InRow): row is Accepted =>
  row.state === 'accepted' && row.villageId !== null && row.answeredBy !== null && row.answeredSession !== null;

/** The file is opened for whoever accepted: it stands under their name, in the session in which they did. */
const acceptor = ({ countyId }: Tx, { answeredBy, answeredSession }: Accepted): Actor => ({
  countyId,
  personId: answeredBy,
  sessionId: answeredSession,
  channel: 'desk',
  posts: [],
});
