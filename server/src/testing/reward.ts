import { makeObjection } from '@guanhu/shared/appraisal/objections.routes';
import { giveOpinion, listAppraisals } from '@guanhu/shared/appraisal/appraisal.routes';
import { approveDeskTicket, requestStepUp } from '@guanhu/shared/access/access.routes';
import { countersignAgreement, draftAgreement, readAgreement, signAgreement } from '@guanhu/shared/agreements/agreements.routes';
import {
  approveInCounty,
  concludeInTownship,
  giveDepartmentOpinion,
  makeApplication,
  readApplication,
  reviewInVillage,
} from '@guanhu/shared/agreements/application.routes';
import { DEPARTMENT_KEYS, DEPARTMENT_ROLES, type ApplicationStage, type Department } from '@guanhu/shared/agreements/application.terms';
import { startReading } from '@guanhu/shared/agreements/signing.routes';
import { addDays, addMonths, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import {
  checkBatch,
  listEntitlements,
  prepareBatch,
  readBatch,
  recordAppropriation,
  releaseBatch,
} from '@guanhu/shared/payouts/payouts.routes';
import { listAttachments, removeAttachment } from '@guanhu/shared/registry/attachments.routes';
import { newId } from '../platform/ids.ts';
import { Places } from '../access/access.public.ts';
import { insertApplication } from '../agreements/application.store.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { testCounty, type TestCounty, type TestPerson, type Ward } from './county.ts';

export type { Ward };

/** A signature that a finger could have made. */
export const STROKES: [number, number][][] = [
  [
    [20, 20],
    [120, 80],
    [40, 140],
  ],
];

/** A tenth of a second of silence. */
export const VOICE_NOTE = silence();
function silence(): string {
  const chunk = (id: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(id, 'latin1');
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content]);
  };
  const format = Buffer.from([1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x80, 0x3e, 0, 0, 2, 0, 16, 0]);
  return chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', format), chunk('data', Buffer.alloc(1_600))])).toString('base64');
}

export type RewardCounty = Awaited<ReturnType<typeof rewardCounty>>;

/** A test county with the offices of the reward, and the steps of the reward as short sentences. Every step goes over HTTP. */
export async function rewardCounty(options: Parameters<typeof testCounty>[0] = {}) {
  const county = await testCounty(options);
  const officeId = await county.rows.inTransaction(tx =>
    county.app.get(Places).addOrganisation(tx, { kind: 'financeOffice', name: '云坪镇财政所', areaId: county.areas.township }),
  );
  const payer = await county.person({ role: 'financeOfficer', channel: 'desk' });
  return new Reward(county, officeId, {
    maker: await county.person({ role: 'socialAffairsOfficer', channel: 'desk' }),
    checker: await county.person({ role: 'townshipLead', channel: 'desk' }),
    payer,
    payersPhone: await county.again(payer, 'phone'),
    doctor: await county.person({ role: 'mentalHealthDoctor' }),
  });
}

/** Whoever speaks for each department in the joint review, and whoever approves for the county. */
async function speakersOf(county: TestCounty) {
  const of = (department: Department) => county.person({ role: DEPARTMENT_ROLES[department] });
  return {
    village: await of('village'),
    health: await of('health'),
    police: await of('police'),
    civilAffairs: await of('civilAffairs'),
    disabledFederation: await of('disabledFederation'),
    county: await county.person({ role: 'administrator', area: county.areas.county, channel: 'desk' }),
  };
}

type Drafted = Pick<AnswerOf<typeof draftAgreement>, 'id' | 'version' | 'contentSha256'>;
type Offices = {
  maker: TestPerson;
  checker: TestPerson;
  payer: TestPerson;
  payersPhone: TestPerson;
  doctor: TestPerson;
};
type Answered<A> = { readonly status: number; readonly body: A; readonly refusal: { readonly code: string } };

/** @throws with the refusal's code, so that a test says what went wrong. */
export function ok<A>(answer: Answered<A>): A {
  if (answer.status !== 200) throw new Error(`${String(answer.status)} ${answer.refusal.code}`);
  return answer.body;
}

class Reward {
  readonly county: TestCounty;
  readonly officeId: Id;
  readonly people: Offices;
  #speakers: ReturnType<typeof speakersOf> | undefined;

  constructor(county: TestCounty, officeId: Id, people: Offices) {
    this.county = county;
    this.officeId = officeId;
    this.people = people;
  }

  /** Who is heard on applications; they come when the first one is asked for. */
  speakers() {
    return (this.#speakers ??= speakersOf(this.county));
  }

  ward(options?: Parameters<TestCounty['ward']>[0]): Promise<Ward> {
    return this.county.ward(options);
  }

  /** A year that began long enough ago for its first quarter to be over. */
  get year(): { from: CalendarDate; to: CalendarDate } {
    const from = addDays(this.county.clock.today(), -95);
    return { from, to: addDays(addMonths(from, 12), -1) };
  }

  /** The office tries to take a paper out of the ward's file. */
  async takeOut({ patientId }: Ward, attachmentId: Id) {
    const as = this.people.maker;
    const { rows } = ok(await this.county.call(listAttachments, { as, params: { patientId }, query: {} }));
    const version = rows.find(row => row.attachmentId === attachmentId)?.version ?? 0;
    return this.county.call(removeAttachment, { as, params: { attachmentId }, body: { reason: '拍错了', version } });
  }

  /** An application for the year, as the ward's guardian makes it. @returns its id */
  async apply(ward: Ward, more: object = {}): Promise<Id> {
    const body = { applicationId: newId(), ...this.year, livesTogether: true, reallyCares: true, ...more };
    return ok(await this.county.call(makeApplication, { as: ward.guardian, params: { patientId: ward.patientId }, body })).applicationId;
  }

  /** One level of an application decides. */
  async decide(as: TestPerson, applicationId: Id, stage: ApplicationStage, more: object = {}) {
    const { version } = ok(await this.county.call(readApplication, { as, params: { applicationId } }));
    const body = { version, outcome: 'agree', words: '村里一致同意', ...more };
    const route = { villageReview: reviewInVillage, townshipReview: concludeInTownship, countyApproval: approveInCounty }[stage];
    return this.county.call(route, { as, params: { applicationId }, body });
  }

  async opineFor(department: Department, applicationId: Id, more: object = {}, by?: TestPerson) {
    const as = by ?? (await this.speakers())[department];
    const { version } = ok(await this.county.call(readApplication, { as, params: { applicationId } }));
    const body = { version, department, stand: 'agree', ...more };
    return this.county.call(giveDepartmentOpinion, { as, params: { applicationId }, body });
  }

  /** Every department agrees. */
  async hear(applicationId: Id): Promise<void> {
    for (const department of DEPARTMENT_KEYS) ok(await this.opineFor(department, applicationId));
  }

  /** An application that all three levels agreed to. @returns its id */
  async approved(ward: Ward): Promise<Id> {
    const id = await this.apply(ward);
    await this.agree(id);
    return id;
  }

  /** All three levels, and every department, agree. */
  async agree(id: Id): Promise<void> {
    const speakers = await this.speakers();
    ok(await this.decide(speakers.village, id, 'villageReview'));
    await this.hear(id);
    ok(await this.decide(this.people.checker, id, 'townshipReview'));
    ok(await this.decide(speakers.county, id, 'countyApproval'));
  }

  /** An application that counts as approved without anybody having decided on it: for tests of what comes after. @returns its id */
  async granted({ patientId, guardian }: Ward, from = this.year.from): Promise<Id> {
    const { rows, areas, countyId, app } = this.county;
    const id = newId();
    const vault = await app.get(Vaults).of(countyId);
    await rows.inTransaction(async tx => {
      const one = {
        id,
        patient_id: patientId,
        guardian_id: guardian.id,
        written_by: null,
        area_path: [areas.county, areas.township, areas.village],
        from_on: from,
        to_on: addDays(addMonths(from, 12), -1),
        due_on: null,
        created_at: this.county.clock.now(),
      };
      await insertApplication(tx, vault, one, { livesTogether: true, reallyCares: true, words: null, files: [] });
      await tx.sql(`UPDATE reward_application SET state = 'approved' WHERE county_id = $1 AND id = $2`, [countyId, id]);
    });
    return id;
  }

  /** An agreement drawn up from an application that counts as approved. */
  async draft(ward: Ward, more: { from?: CalendarDate; to?: string; applicationId?: Id } & object = {}) {
    const from = more.from ?? this.year.from;
    const applicationId = more.applicationId ?? (await this.granted(ward, from));
    const body = { from, to: addDays(addMonths(from, 12), -1), ...more, applicationId };
    return this.county.call(draftAgreement, { as: this.people.maker, body });
  }

  /** The text is handed to somebody's phone, long enough ago to have been read. @returns the reading's id */
  async haveRead(as: TestPerson, { id, contentSha256 }: Drafted): Promise<Id> {
    const readingId = newId();
    await this.county.call(startReading, { as, params: { agreementId: id }, body: { readingId, contentSha256 } });
    await this.county.database.owner(
      `UPDATE agreement_reading SET started_at = started_at - interval '1 minute'
       WHERE county_id = ${String(this.county.countyId)} AND id = '${readingId}'`,
    );
    return readingId;
  }

  async sign(as: TestPerson, drafted: Drafted, more: object = {}) {
    const { id, version, contentSha256 } = drafted;
    const readingId = await this.haveRead(as, drafted);
    const body = { version, contentSha256, readingId, readToEnd: true, strokes: STROKES, ...more };
    return this.county.call(signAgreement, { as, params: { agreementId: id }, body });
  }

  async countersign(as: TestPerson, agreementId: Id) {
    const { version, contentSha256 } = ok(await this.county.call(readAgreement, { as: this.people.checker, params: { agreementId } }));
    return this.county.call(countersignAgreement, { as, params: { agreementId }, body: { version, contentSha256 } });
  }

  /** An agreement signed by both sides, its periods laid out. @returns its id */
  async active(ward: Ward, more: object = {}): Promise<Id> {
    const drafted = ok(await this.draft(ward, more));
    ok(await this.sign(ward.guardian, drafted));
    ok(await this.countersign(this.people.checker, drafted.id));
    await this.county.work();
    return drafted.id;
  }

  /** The appraisal of the agreement's period that waits for people. */
  async proposed(agreementId: Id) {
    const { rows } = ok(await this.county.call(listAppraisals, { as: this.people.doctor, query: { state: 'proposed' } }));
    const row = rows.find(each => each.agreementId === agreementId);
    if (!row) throw new Error('no period waits for an opinion');
    return row;
  }

  opine(as: TestPerson, appraisal: { id: Id; version: number }, opinion: object = { outcome: 'full' }) {
    const body = { version: appraisal.version, ...opinion };
    return this.county.call(giveOpinion, { as, params: { appraisalId: appraisal.id }, body });
  }

  /** A deduction of the ward's first quarter, decided by two, to which the guardian has objected by voice. @returns the objection's id */
  async objected(ward: Ward): Promise<Id> {
    const appraisal = await this.deducted(ward);
    const body = { objectionId: newId(), words: '那天在医院陪护', voice: { fileId: newId(), content: VOICE_NOTE } };
    const made = await this.county.call(makeObjection, { as: ward.guardian, params: { appraisalId: appraisal.id }, body });
    return ok(made).objectionId;
  }

  /** The ward's first quarter with half of it deducted by two. */
  async deducted(ward: Ward, more: object = {}) {
    const agreementId = await this.active(ward, more);
    const opinion = {
      outcome: 'partial',
      breaches: [{ clause: 'reporting', evidence: '走失两天后才告知村委会' }],
      guardianHeardOn: this.county.clock.today(),
    };
    const first = ok(await this.opine(this.people.doctor, await this.proposed(agreementId), opinion));
    return { ...ok(await this.opine(this.people.maker, first, opinion)), agreementId };
  }

  /** What the ward's first quarter earns, decided by two and approved. @returns the entitlement's id */
  async entitled(ward: Ward, more: object = {}): Promise<Id> {
    const agreementId = await this.active(ward, more);
    const appraisal = await this.proposed(agreementId);
    const first = ok(await this.opine(this.people.doctor, appraisal));
    ok(await this.opine(this.people.maker, first));
    await this.county.work();
    const { rows } = ok(await this.county.call(listEntitlements, { as: this.people.maker, query: { state: 'approved' } }));
    const row = rows.find(each => each.agreementId === agreementId);
    if (!row) throw new Error('no entitlement');
    return row.id;
  }

  appropriate(amountFen: number, documentNumber = `拨${String(amountFen)}`) {
    const body = { officeId: this.officeId, amountFen, receivedOn: this.county.clock.today(), documentNumber };
    return this.county.call(recordAppropriation, { as: this.people.payer, body });
  }

  prepare(entitlementIds: readonly Id[], as = this.people.maker) {
    return this.county.call(prepareBatch, { as, body: { title: '第一季度', entitlementIds: [...entitlementIds] } });
  }

  async batch(batchId: Id) {
    return ok(await this.county.call(readBatch, { as: this.people.payer, params: { batchId } }));
  }

  async check(batchId: Id, as = this.people.checker) {
    const { version } = await this.batch(batchId);
    return this.county.call(checkBatch, { as, params: { batchId }, body: { version } });
  }

  /** An approval by the payer's own phone. */
  async stepUp(batchId: Id, desk = this.people.payer, phone = this.people.payersPhone): Promise<Id> {
    const asked = ok(
      await this.county.call(requestStepUp, { as: desk, body: { purpose: 'batch:release', objectId: batchId, device: '财政所电脑' } }),
    );
    ok(await this.county.call(approveDeskTicket, { as: phone, params: { code: asked.code } }));
    return asked.ticketId;
  }

  async release(batchId: Id, stepUpTicket: Id, as = this.people.payer) {
    const { version } = await this.batch(batchId);
    return this.county.call(releaseBatch, { as, params: { batchId }, body: { version, stepUpTicket } });
  }

  /** A batch of these entitlements that three persons have let go. @returns its id */
  async released(entitlementIds: readonly Id[]): Promise<Id> {
    const { id } = ok(await this.prepare(entitlementIds));
    ok(await this.check(id));
    // A payer of its own each time: a person's step-ups are rate-limited.
    const payer = await this.county.person({ role: 'financeOfficer', channel: 'desk' });
    ok(await this.release(id, await this.stepUp(id, payer, await this.county.again(payer, 'phone')), payer));
    return id;
  }
}
