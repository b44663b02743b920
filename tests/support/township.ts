import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import {
  approveDeskTicket,
  bindAccount,
  collectDeskSignIn,
  createPerson,
  issueInvitation,
  listAreas,
  listOrganisations,
  listPeople,
  openDeskSignIn,
  requestStepUp,
} from '@guanhu/shared/access/access.routes';
import type { Role, StepUpPurpose } from '@guanhu/shared/access/access.terms';
import { countersignAgreement, draftAgreement, signAgreement } from '@guanhu/shared/agreements/agreements.routes';
import { startReading } from '@guanhu/shared/agreements/signing.routes';
import { giveOpinion, listAppraisals } from '@guanhu/shared/appraisal/appraisal.routes';
import { confirmImport, previewImport } from '@guanhu/shared/intake/intake.routes';
import { addDays, addMonths, dayOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { AnswerOf, Route } from '@guanhu/shared/kernel/route';
import { listEntitlements, recordAppropriation } from '@guanhu/shared/payouts/payouts.routes';
import { listPatients, readPatient } from '@guanhu/shared/registry/registry.routes';
import { identityNumberFor } from './identity-number.ts';
import { ask, newKey, Refused, type Ask } from './front-door.ts';
import type { House } from './house.ts';
import { listWorkbook } from '@guanhu/seeds/demo/responsibility-list';

const TOWNSHIP = '990101001000';
const VILLAGE = '990101001001';
const DEVICE = '测试电脑';
const run = promisify(execFile);

/** Somebody with a phone, signed in on it. */
export type Person = { readonly personId: string; readonly phoneId: string; readonly token: string };
/** One payment that waits to be put into a batch, and the phone it goes to. */
export type Due = { readonly entitlementId: string; readonly guardian: Person };

/** A township with its offices and as many approved payments as asked for: everything entered as people enter it. */
export class Township {
  readonly #house: House;
  readonly maker: Person;
  readonly checker: Person;
  readonly payer: Person;
  readonly payersDesk: string;
  readonly doctor: Person;
  readonly dues: readonly Due[];

  private constructor(house: House, offices: Omit<Offices, 'administrator' | 'desk'>, payersDesk: string, dues: readonly Due[]) {
    this.#house = house;
    this.maker = offices.maker;
    this.checker = offices.checker;
    this.payer = offices.payer;
    this.doctor = offices.doctor;
    this.payersDesk = payersDesk;
    this.dues = dues;
  }

  ask<R extends Route>(route: R, wish: Ask<R>): Promise<AnswerOf<R>> {
    return ask(this.#house.url, route, wish);
  }

  stepUp(purpose: StepUpPurpose, objectId: string): Promise<string> {
    return stepUp(this.#house, this.payersDesk, this.payer.token, purpose, objectId);
  }

  static async found(house: House, payments: number): Promise<Township> {
    const offices = await enterOffices(house);
    const wards = await enterPatients(house, offices, payments);
    const dues: Due[] = [];
    const waiting = [...wards];
    const lane = async () => {
      for (let ward = waiting.shift(); ward; ward = waiting.shift()) await signFor(house, offices, ward);
    };
    await Promise.all([lane(), lane(), lane()]);
    await appraiseAll(house, offices, wards.length);
    const rows = await everyRow(after =>
      ask(house.url, listEntitlements, { as: offices.maker.token, query: { state: 'approved', limit: '100', ...after } }),
    );
    const guardians = new Map(wards.map(ward => [ward.name, ward.guardian]));
    for (const row of rows) {
      const guardian = guardians.get(row.patientName);
      if (guardian) dues.push({ entitlementId: row.id, guardian });
    }
    const payersDesk = await signInAtDesk(house, offices.payer.token);
    const [office] = (await ask(house.url, listOrganisations, { as: offices.payer.token })).rows.filter(
      each => each.kind === 'financeOffice',
    );
    await ask(house.url, recordAppropriation, {
      as: payersDesk,
      body: {
        officeId: office?.organisationId ?? '',
        amountFen: 900_000_000,
        receivedOn: dayOf(new Date()),
        documentNumber: '拨〔2026〕1号',
      },
    });
    return new Township(house, offices, payersDesk, dues);
  }
}

export type Offices = { administrator: Person; desk: string; maker: Person; checker: Person; payer: Person; doctor: Person };
type Ward = { readonly patientId: string; readonly name: string; readonly guardian: Person };

let phones = 0;
export const nextPhoneNumber = (): string => `1990002${String(++phones).padStart(4, '0')}`;

async function county(house: House, ...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['server/dist/cli/county.js', ...args, '--id', '1'], { env: house.system.environment });
  return stdout;
}

export async function bind(house: House, phoneNumber: string, invitationCode: string): Promise<Person> {
  const { phoneId } = await house.simulator.phone(phoneNumber);
  const codes = await house.simulator.codes(phoneId);
  const { token, me } = await ask(house.url, bindAccount, { body: { ...codes, invitationCode, countyId: 1 } });
  return { personId: me.personId, phoneId, token };
}

async function approve(house: House, phone: string, code: string): Promise<void> {
  try {
    await ask(house.url, approveDeskTicket, { as: phone, params: { code } });
  } catch (error) {
    // Approved before the answer was lost.
    if (!(error instanceof Refused) || error.code !== 'TICKET_USED') throw error;
  }
}

export async function signInAtDesk(house: House, phone: string): Promise<string> {
  const ticket = await ask(house.url, openDeskSignIn, { body: { device: DEVICE } });
  await approve(house, phone, ticket.code);
  const answer = await ask(house.url, collectDeskSignIn, { params: { ticketId: ticket.ticketId }, body: { secret: ticket.secret } });
  if (answer.state !== 'approved') throw new Error(`the desk is ${answer.state}`);
  return answer.token;
}

export async function stepUp(house: House, desk: string, phone: string, purpose: StepUpPurpose, objectId: string): Promise<string> {
  const ticket = await ask(house.url, requestStepUp, { as: desk, body: { purpose, objectId, device: DEVICE } });
  await approve(house, phone, ticket.code);
  return ticket.ticketId;
}

export async function enterOffices(house: House): Promise<Offices> {
  const number = nextPhoneNumber();
  const told = await county(house, 'create', '--name', '试验县', '--code', '990101000000', '--administrator', '管理员', '--phone', number);
  const file = (name: string, text: string) => {
    const path = join(house.system.environment['GUANHU_DATA_DIR'] ?? '', name);
    writeFileSync(path, text);
    return path;
  };
  await county(house, 'areas', '--file', file('areas.csv', `${TOWNSHIP},云坪镇\n${VILLAGE},竹坪村\n`));
  await county(house, 'organisations', '--file', file('organisations.csv', `${TOWNSHIP},financeOffice,云坪镇财政所\n`));
  const administrator = await bind(house, number, /邀请码：(\S+?)（/.exec(told)?.[1] ?? '');
  const desk = await signInAtDesk(house, administrator.token);
  const { rows: areas } = await ask(house.url, listAreas, { as: desk });
  const areaId = areas.find(area => area.code === TOWNSHIP)?.areaId ?? '';
  const enter = async (name: string, role: Role): Promise<Person> => {
    const [personId, phone] = [newKey(), nextPhoneNumber()];
    const stepUpTicket = await stepUp(house, desk, administrator.token, 'roles:change', personId);
    const post = { postId: newKey(), role, areaId, organisationId: null, from: dayOf(new Date()) };
    await ask(house.url, createPerson, { as: desk, body: { personId, name, phone, posts: [post], stepUpTicket } });
    const { code } = await ask(house.url, issueInvitation, { as: desk, params: { personId } });
    return bind(house, phone, code);
  };
  return {
    administrator,
    desk,
    maker: await enter('制单人', 'socialAffairsOfficer'),
    checker: await enter('复核人', 'townshipLead'),
    payer: await enter('放款人', 'financeOfficer'),
    doctor: await enter('测试医生', 'mentalHealthDoctor'),
  };
}

/** Every row of a paged list. */
async function everyRow<Row>(page: (after: { after?: string }) => Promise<{ rows: Row[]; next: string | null }>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: { after?: string } = {}; ;) {
    const { rows: some, next } = await page(after);
    rows.push(...some);
    if (next === null) return rows;
    after = { after: next };
  }
}

/** Two characters and a numeral: nobody's name. */
const numbered = (word: string, index: number): string =>
  `${word}${'甲乙丙丁戊己庚辛壬癸'.charAt(Math.floor(index / 10) % 10)}${'子丑寅卯辰巳午未申酉'.charAt(index % 10)}${'东南西北中'.charAt(Math.floor(index / 100))}`;

/** Patients of one guardian: the platform lets one person receive so much a day. */
const WARDS_OF_ONE = 12;

async function enterPatients(house: House, offices: Offices, count: number): Promise<Ward[]> {
  const guardianNumbers = Array.from({ length: Math.ceil(count / WARDS_OF_ONE) }, nextPhoneNumber);
  const entries = Array.from({ length: count }, (_, index) => {
    const group = Math.floor(index / WARDS_OF_ONE);
    const guardian = numbered('护', group);
    return {
      patient: numbered('试', index),
      village: '竹坪村',
      seats: { lead: '', police: '', securityOfficer: '', doctor: '', rehabCoordinator: '', civilAffairs: '', gridWorker: '', guardian },
      identityNumber: identityNumberFor(index),
      mobile: '',
      diagnosis: '精神分裂症',
      riskRating: '3',
      guardian,
      relation: '兄弟姐妹',
      guardianMobile: guardianNumbers[group] ?? '',
    };
  });
  const as = offices.maker.token;
  const { rows: areas } = await ask(house.url, listAreas, { as });
  const list = Buffer.from(listWorkbook(entries, { title: '云坪镇责任清单' })).toString('base64');
  const townshipId = areas.find(area => area.code === TOWNSHIP)?.areaId ?? '';
  const preview = await ask(house.url, previewImport, { as, body: { townshipId, fileName: '清单.xlsx', list } });
  const ready = preview.rows.filter(row => row.verdict === 'create').map(row => row.key);
  if (ready.length < count)
    throw new Error(
      JSON.stringify({
        counts: preview.counts,
        problems: preview.problems,
        mismatches: preview.mismatches.slice(0, 3),
        row: preview.rows[0],
      }),
    );
  await ask(house.url, confirmImport, { as, params: { importId: preview.importId }, body: { rows: ready, version: preview.version } });

  const people = await everyRow(after => ask(house.url, listPeople, { as: offices.desk, query: { posts: 'without', ...after } }));
  const guardians = new Map<string, Person>();
  for (const [group, phone] of guardianNumbers.entries()) {
    const person = people.find(each => each.phone === phone);
    if (!person) throw new Error(`guardian ${String(group)} was not entered`);
    const { code } = await ask(house.url, issueInvitation, { as: offices.desk, params: { personId: person.personId } });
    guardians.set(person.personId, await bind(house, phone, code));
  }
  const patients = await everyRow(after => ask(house.url, listPatients, { as, query: { limit: '100', ...after } }));
  const wards: Ward[] = [];
  for (const { patientId, name } of patients) {
    const file = await ask(house.url, readPatient, { as, params: { patientId } });
    const guardian = guardians.get(file.guardians[0]?.personId ?? '');
    if (!guardian) throw new Error('a patient without guardian');
    wards.push({ patientId, name, guardian });
  }
  return wards;
}

const STROKES: [number, number][][] = [
  [
    [20, 20],
    [120, 80],
    [40, 140],
  ],
];

/** An application that counts as approved, for what comes after: how one is decided on is told elsewhere. @returns its id */
export async function grantedApplication(
  house: House,
  patientId: string,
  guardianId: string,
  { from, to }: { from: CalendarDate; to: CalendarDate },
): Promise<string> {
  const id = newKey();
  await house.query(
    `INSERT INTO reward_application (county_id, id, state, patient_id, guardian_id, area_path, from_on, to_on, statement_sealed, created_at)
     SELECT patient.county_id, $1, 'approved', patient.id, $3,
       (SELECT path FROM area WHERE area.county_id = patient.county_id AND area.id = village_id), $4, $5, '', now()
     FROM patient WHERE patient.id = $2`,
    [id, patientId, guardianId, from, to],
  );
  return id;
}

/** A year of which the first quarter is over. */
async function signFor(house: House, offices: Offices, { patientId, guardian }: Ward): Promise<void> {
  const from = addDays(dayOf(new Date()), -95);
  const to = addDays(addMonths(from, 12), -1);
  const applicationId = await grantedApplication(house, patientId, guardian.personId, { from, to });
  const drafted = await ask(house.url, draftAgreement, { as: offices.maker.token, body: { applicationId } });
  const { id: agreementId, version, contentSha256 } = drafted;
  const readingId = newKey();
  await ask(house.url, startReading, { as: guardian.token, params: { agreementId }, body: { readingId, contentSha256 } });
  // Nobody here waits until it could have been read.
  await house.query(`UPDATE agreement_reading SET started_at = started_at - interval '1 minute' WHERE id = $1`, [readingId]);
  const signed = await ask(house.url, signAgreement, {
    as: guardian.token,
    params: { agreementId },
    body: { version, contentSha256, readingId, readToEnd: true, strokes: STROKES },
  });
  await ask(house.url, countersignAgreement, {
    as: offices.checker.token,
    params: { agreementId },
    body: { version: signed.version, contentSha256 },
  });
}

/** The worker opens the periods; two people decide each. */
export async function appraiseAll(house: House, offices: Offices, count: number): Promise<void> {
  for (let decided = 0, tries = 0; decided < count; tries += 1) {
    if (tries > 600) throw new Error('the periods do not open');
    const { rows } = await ask(house.url, listAppraisals, { as: offices.doctor.token, query: { state: 'proposed', limit: '100' } });
    for (const row of rows) {
      const params = { appraisalId: row.id };
      const first = await ask(house.url, giveOpinion, {
        as: offices.doctor.token,
        params,
        body: { version: row.version, outcome: 'full' },
      });
      await ask(house.url, giveOpinion, { as: offices.maker.token, params, body: { version: first.version, outcome: 'full' } });
      decided += 1;
    }
    if (rows.length === 0) await sleep(100);
  }
  for (let tries = 0; tries < 200; tries += 1) {
    const [row] = await house.query<{ count: number }>('SELECT count(*)::int AS count FROM entitlement');
    if (row?.count === count) return;
    await sleep(100);
  }
  throw new Error('not every period became an entitlement');
}
