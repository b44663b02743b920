import type { Id } from '@guanhu/shared/kernel/ids';
import { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import { recordConsent } from '@guanhu/shared/registry/consent.routes';
import { CONSENT_VERSIONS } from '@guanhu/shared/registry/consent.terms';
import { createPatient, writeRecord } from '@guanhu/shared/registry/file.routes';
import { changeState, readLife } from '@guanhu/shared/registry/patient-life.routes';
import { listPatients, readPatient } from '@guanhu/shared/registry/registry.routes';
import { readStanding } from '@guanhu/shared/assessment/assessment.routes';
import {
  answerTransfer,
  findDestinations,
  listTransfersIn,
  listTransfersOut,
  proposeTransfer,
  readTransferIn,
  withdrawTransfer,
} from '@guanhu/shared/transfers/transfers.routes';
import type { ReviewAskedPayload } from '@guanhu/shared/reminders/reminders.terms';
import { Standings } from '../assessment/assessment.public.ts';
import { newId } from '../platform/ids.ts';
import { OutboxHandlers } from '../platform/outbox/outbox.ts';
import { Database } from '../platform/database/database.ts';
import { careCounty, MONDAY, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestCounty, TestPerson } from '../testing/county.ts';
import { ok } from '../testing/reward.ts';
import { erasePackagesBefore } from '@guanhu/shared/transfers/transfer-life.rules';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { erasePackages } from './transfer-in.store.ts';

let care: CareCounty;
let here: TestCounty;
let there: TestCounty;
let officer: TestPerson;
let receiver: TestPerson;
let doctor: TestPerson;
let gridWorker: TestPerson;
beforeAll(async () => {
  care = await careCounty();
  here = care.county;
  ({ officer } = care.people);
  there = await here.neighbour(2);
  receiver = await there.person({ role: 'socialAffairsOfficer' });
  doctor = await there.person({ role: 'mentalHealthDoctor' });
  gridWorker = await there.person({ role: 'gridWorker', area: there.areas.village });
}, 60_000);
beforeEach(() => here.clock.set(MONDAY));
afterAll(() => here.close());

let documents = 0;
/** Somebody in care here, rated, with a document of their own. */
async function somebody(): Promise<Ward & { idNumber: string }> {
  const ward = await care.ward({ risk: 3 });
  const idNumber = `E3000${String(++documents).padStart(4, '0')}`;
  const set = { idType: 'passport', idNumber, diagnosis: 'schizophrenia' } as const;
  const { version } = ok(await here.call(readPatient, { as: officer, params: { patientId: ward.patientId } }));
  ok(await here.call(writeRecord, { as: officer, params: { patientId: ward.patientId }, body: { version, set } }));
  return { ...ward, idNumber };
}
const propose = ({ patientId }: Pick<Ward, 'patientId'>, to: object = {}) =>
  here.call(proposeTransfer, {
    as: officer,
    params: { patientId },
    body: { transferId: newId(), toCountyId: 2, toTownshipId: there.areas.township, reason: '随女儿搬家', ...to },
  });
/** Proposed, and arrived there. */
async function offered(ward: Pick<Ward, 'patientId'>): Promise<Id> {
  const { transferId } = ok(await propose(ward));
  await here.work();
  return transferId;
}
const accept = (transferId: Id, villageId = there.areas.village, as = receiver) =>
  there.call(answerTransfer, { as, params: { transferId }, body: { version: 1, answer: 'accept', villageId } });
const arrived = async (transferId: Id) => ok(await there.call(readTransferIn, { as: receiver, params: { transferId } }));
const gone = async (transferId: Id) =>
  ok(await here.call(listTransfersOut, { as: officer, query: { limit: 100 } })).rows.find(row => row.transferId === transferId);
const stateHere = async ({ patientId }: Pick<Ward, 'patientId'>) =>
  ok(await here.call(readLife, { as: officer, params: { patientId } })).state;
const filesThere = async () => ok(await there.call(listPatients, { as: receiver, query: { limit: 100 } })).rows.map(row => row.patientId);
/** The same promise once more, as a worker keeps it that died before it could say so. */
async function again(kind: string, countyId: number, payload: Record<string, string>): Promise<void> {
  const handler = here.app.get(OutboxHandlers).find(kind);
  if (!handler) throw new Error(kind);
  await handler({ kind, key: newId(), payload, countyId, id: newId(), attempt: 2 });
}

it('finds other counties by name, and the townships of one', async () => {
  const found = ok(await here.call(findDestinations, { as: officer, query: { county: '邻', countyId: '2' } }));
  expect(found.counties).toEqual([{ countyId: 2, name: '邻县' }]);
  expect(found.townships).toContainEqual({ townshipId: there.areas.township, name: '云坪镇' });
  expect(ok(await here.call(findDestinations, { as: officer, query: { countyId: '1' } })).townships).toEqual([]);
});

it('offers no province, where nobody lives, but a prefecture that has townships of its own', async () => {
  const directory = here.app.get(Database);
  await directory.directory(`INSERT INTO county (id, area_code, name) VALUES (80, '990000000000', '邻省'), (81, '990200000000', '邻市')`);
  const found = async () =>
    ok(await here.call(findDestinations, { as: officer, query: { county: '邻' } })).counties.map(({ name }) => name);
  expect(await found()).toEqual(['邻县']);
  await directory.directory(`UPDATE county SET area_code = '990200000000' WHERE id = 2`);
  expect(await found()).toEqual(['邻县']);
  await directory.directory(`UPDATE county SET area_code = '990102' WHERE id = 2`);
});

it('hands a patient over to another county, the old one responsible until it has released, every step safe to repeat (SJ-22)', async () => {
  const ward = await somebody();
  const version = CONSENT_VERSIONS.at(-1) ?? '';
  const signed = { signer: 'guardian', signerName: '试签', textVersion: version } as const;
  const body = { consentId: newId(), decision: 'refused', on: here.clock.today(), ...signed } as const;
  ok(await here.call(recordConsent, { as: officer, params: ward, body }));
  const { transferId } = ok(await propose(ward));
  expect((await propose(ward)).refusal.code).toBe('TRANSFER_ALREADY_WAITING');
  await here.work();
  await again('transfer-offered', 1, { transferId });

  const shown = await arrived(transferId);
  expect(shown).toMatchObject({
    patientName: '试甲',
    fromPlace: '试验县云坪镇竹坪村',
    reason: '随女儿搬家',
    state: 'waiting',
    mayAnswer: true,
  });
  expect(shown.carried).toMatchObject({ values: { idNumber: ward.idNumber, diagnosis: 'schizophrenia' }, risk: 3, state: 'inCare' });
  expect(shown.carried?.guardians).toEqual([{ name: ward.guardian.name, phone: ward.guardian.phone, relation: 'parent' }]);
  expect(shown.knownHere).toBe(false);
  const { rows } = ok(await there.call(listTransfersIn, { as: receiver, query: { state: 'waiting' } }));
  expect(rows.map(row => row.transferId)).toEqual([transferId]);
  const [asked] = await there.rows.sql<{ page: string }>('SELECT page FROM message WHERE county_id = $1 AND person_id = $2', [
    there.countyId,
    receiver.id,
  ]);
  expect(asked?.page).toContain(`packages/transfers/transfer/index?transferId=${transferId}&`);
  expect(await stateHere(ward)).toBe('inCare');

  expect((await accept(transferId, there.areas.farVillage)).refusal.code).toBe('TRANSFER_VILLAGE_NOT_FITTING');
  ok(await accept(transferId));
  // Accepted, and not yet heard of: the old county has the patient, and nobody has it twice.
  expect(await stateHere(ward)).toBe('inCare');
  expect(await filesThere()).toEqual([]);
  await here.work();
  expect(await stateHere(ward)).toBe('movedOut');
  expect(await gone(transferId)).toMatchObject({ state: 'released', toPlace: '邻县云坪镇', mayWithdraw: false });
  const { patientId, state } = await arrived(transferId);
  expect(state).toBe('takenOver');
  for (const [kind, county] of [
    ['transfer-accepted', 2],
    ['transfer-released', 1],
    ['transfer-offered', 1],
  ] as const)
    await again(kind, county, { transferId, left: 'inCare' });
  expect(await filesThere()).toEqual([patientId]);

  const params = { patientId: patientId ?? '' };
  expect(ok(await there.call(readPatient, { as: receiver, params }))).toMatchObject({
    name: '试甲',
    diagnosis: 'schizophrenia',
    guardians: [],
  });
  expect(ok(await there.call(readStanding, { as: doctor, params })).risk).toBe(3);
  const team = JSON.stringify(ok(await there.call(readTeam, { as: receiver, params })));
  for (const one of [doctor, gridWorker]) expect(team).toContain(one.id);
  // A no to follow-up goes on to be a no.
  expect(ok(await there.call(readLife, { as: receiver, params })).care).not.toContain('clinical');
  const acts = async (county: TestCounty) =>
    (
      await county.rows.sql<{ act: string }>('SELECT act FROM deed WHERE county_id = $1 AND object_id = $2 ORDER BY id', [
        county.countyId,
        transferId,
      ])
    ).map(row => row.act);
  expect(await acts(here)).toEqual(['transfers:proposed', 'transfers:released']);
  expect(await acts(there)).toEqual(['transfers:arrived', 'transfers:accepted', 'registry:consent-recorded', 'transfers:taken-over']);

  // Ninety days later nothing of what came along is left.
  const erased = (day: CalendarDate) => there.rows.inTransaction(tx => erasePackages(tx, erasePackagesBefore(day)));
  await erased(addDays(here.clock.today(), 90));
  expect((await arrived(transferId)).carried).not.toBeNull();
  await erased(addDays(here.clock.today(), 91));
  expect(await arrived(transferId)).toMatchObject({ carried: null, patientName: null });
});

it('is sent back with a reason, and nothing of what came along stays; both offices are told', async () => {
  const ward = await somebody();
  const transferId = await offered(ward);
  const reject = (body: object) =>
    there.call(answerTransfer, { as: receiver, params: { transferId }, body: { version: 1, answer: 'reject', ...body } });
  expect((await reject({})).refusal.code).toBe('INPUT_INVALID');
  ok(await reject({ reason: '查无此住址' }));
  await here.work();
  await again('transfer-rejected', 2, { transferId });
  expect(await gone(transferId)).toMatchObject({ state: 'rejected', answer: '查无此住址' });
  expect(await arrived(transferId)).toMatchObject({ state: 'rejected', carried: null });
  expect((await accept(transferId)).refusal.code).toBe('STALE');
  expect(await stateHere(ward)).toBe('inCare');
  const told = async (county: TestCounty, person: TestPerson) =>
    (
      await county.rows.sql<{ payload: ReviewAskedPayload }>(
        `SELECT payload FROM outbox WHERE county_id = $1 AND kind = 'review-asked' AND key LIKE $2`,
        [county.countyId, `review:transfer:${transferId}:%:${person.id}`],
      )
    ).map(({ payload }) => payload.opens);
  expect(await told(there, receiver)).toEqual(['transfer']);
  // The old office has nothing to answer: it reads the answer among its handovers.
  expect(await told(here, officer)).toEqual(['handovers']);
  // It may be tried again.
  ok(await propose(ward));
});

it('lets the old county’s row decide between a withdrawal and a yes that cross', async () => {
  const ward = await somebody();
  const transferId = await offered(ward);
  ok(await accept(transferId));
  ok(await here.call(withdrawTransfer, { as: officer, params: { transferId }, body: { version: 1 } }));
  await here.work();
  expect(await stateHere(ward)).toBe('inCare');
  expect((await gone(transferId))?.state).toBe('withdrawn');
  expect(await arrived(transferId)).toMatchObject({ state: 'withdrawn', carried: null });
  const before = await filesThere();
  await again('transfer-accepted', 2, { transferId });
  expect(await stateHere(ward)).toBe('inCare');
  expect(await filesThere()).toEqual(before);

  // A withdrawal that arrives before its offer keeps the offer out.
  const late = ok(await propose(ward)).transferId;
  ok(await here.call(withdrawTransfer, { as: officer, params: { transferId: late }, body: { version: 1 } }));
  await again('transfer-withdrawn', 1, { transferId: late });
  await again('transfer-offered', 1, { transferId: late });
  expect((await arrived(late)).state).toBe('withdrawn');
  const stale = await here.call(withdrawTransfer, { as: officer, params: { transferId: late }, body: { version: 2 } });
  expect(stale.refusal.code).toBe('TRANSFER_NOT_WAITING');
});

it('is withdrawn by itself when the patient dies while the other county thinks', async () => {
  const ward = await somebody();
  const transferId = await offered(ward);
  const died = { from: 'inCare', to: 'deceased', on: here.clock.today(), reason: '家属告知', deathCause: 1, fatalIllness: 1 } as const;
  ok(await here.call(changeState, { as: officer, params: { patientId: ward.patientId }, body: died }));
  expect((await gone(transferId))?.state).toBe('withdrawn');
  await here.work();
  expect((await arrived(transferId)).state).toBe('withdrawn');
  expect((await propose(ward)).refusal.code).toBe('PATIENT_STATE_NOT_ALLOWED');
});

it('goes on in the file that is there: reopened when somebody comes back, joined when it is open, beside it when it is over', async () => {
  const ward = await somebody();
  const create = async () => {
    const patientId = newId();
    const person = { villageId: there.areas.otherVillage, name: '试甲', idType: 'passport', idNumber: ward.idNumber, reason: '同名' };
    ok(await there.call(createPatient, { as: receiver, body: { patientId, state: 'inCare', ...person } }));
    return patientId;
  };
  const turn = (patientId: Id, from: 'inCare' | 'movedOut', to: object) =>
    there.call(changeState, { as: receiver, params: { patientId }, body: { from, on: here.clock.today(), reason: '说明', ...to } });
  const known = await create();
  ok(await turn(known, 'inCare', { to: 'movedOut', place: '试验县' }));

  const back = await offered(ward);
  expect((await arrived(back)).knownHere).toBe(true);
  ok(await accept(back));
  await here.work();
  expect((await arrived(back)).patientId).toBe(known);
  expect(ok(await there.call(readPatient, { as: receiver, params: { patientId: known } }))).toMatchObject({
    state: 'inCare',
    villageId: there.areas.village,
    diagnosis: 'schizophrenia',
  });

  const again = await somebodyWith(ward.idNumber);
  const joined = await offered(again);
  ok(await accept(joined, there.areas.otherVillage));
  await here.work();
  expect((await arrived(joined)).patientId).toBe(known);
  expect(ok(await there.call(readPatient, { as: receiver, params: { patientId: known } })).villageId).toBe(there.areas.village);

  ok(await turn(known, 'inCare', { to: 'deceased', deathCause: 1, fatalIllness: 1 }));
  const third = await somebodyWith(ward.idNumber);
  const beside = await offered(third);
  ok(await accept(beside));
  await here.work();
  const { patientId } = await arrived(beside);
  expect(patientId).not.toBe(known);
  expect(ok(await there.call(readPatient, { as: receiver, params: { patientId: patientId ?? '' } }))).toMatchObject({
    state: 'inCare',
    idNumberEnd: null,
  });
});

describe('a suspicion and a diagnosis', () => {
  const fileOf = async (patientId: Id) => ok(await there.call(readPatient, { as: receiver, params: { patientId } }));
  const lifeOf = async (patientId: Id) => ok(await there.call(readLife, { as: receiver, params: { patientId } }));
  async function suspectThere(idNumber: string): Promise<Id> {
    const patientId = newId();
    const person = { villageId: there.areas.otherVillage, name: '试甲', idType: 'passport', idNumber, reason: '同名' };
    ok(await there.call(createPatient, { as: receiver, body: { patientId, state: 'suspected', stateReason: '村里反映', ...person } }));
    return patientId;
  }
  async function suspectHere(): Promise<Ward & { idNumber: string }> {
    const ward = await care.ward({ begins: 'suspected' });
    const idNumber = `E3000${String(++documents).padStart(4, '0')}`;
    const { version } = ok(await here.call(readPatient, { as: officer, params: { patientId: ward.patientId } }));
    const set = { idType: 'passport', idNumber } as const;
    ok(await here.call(writeRecord, { as: officer, params: { patientId: ward.patientId }, body: { version, set } }));
    return { ...ward, idNumber };
  }
  const turnThere = (patientId: Id, from: 'suspected' | 'movedOut', to: object) =>
    there.call(changeState, { as: receiver, params: { patientId }, body: { from, on: here.clock.today(), reason: '说明', ...to } });
  const landed = async (ward: Pick<Ward, 'patientId'>) => {
    const transferId = await offered(ward);
    ok(await accept(transferId));
    await here.work();
    return (await arrived(transferId)).patientId;
  };

  it('stays a suspicion, going to another county and coming back, by a handover or by hand', async () => {
    const ward = await suspectHere();
    const known = await suspectThere(ward.idNumber);
    ok(await turnThere(known, 'suspected', { to: 'movedOut', place: '试验县' }));
    expect((await lifeOf(known)).mayBecome).toEqual(['suspected', 'deceased']);
    expect((await turnThere(known, 'movedOut', { to: 'inCare' })).refusal.code).toBe('PATIENT_STATE_NOT_ALLOWED');
    expect(await landed(ward)).toBe(known);
    expect((await fileOf(known)).state).toBe('suspected');
    expect((await lifeOf(known)).care).toEqual(['contact']);
  });

  it('goes on as a diagnosis when the other county had only suspected it, or had lost sight of it', async () => {
    const ward = await somebody();
    const known = await suspectThere(ward.idNumber);
    ok(await turnThere(known, 'suspected', { to: 'movedOut', place: '试验县' }));
    expect(await landed(ward)).toBe(known);
    expect(await fileOf(known)).toMatchObject({ state: 'inCare', diagnosis: 'schizophrenia' });
  });

  it('confirms a suspicion that waits there, with what was found, and leaves its team where it is', async () => {
    const ward = await somebody();
    const known = await suspectThere(ward.idNumber);
    expect(await landed(ward)).toBe(known);
    expect(await fileOf(known)).toMatchObject({ state: 'inCare', diagnosis: 'schizophrenia', villageId: there.areas.otherVillage });
    expect((await lifeOf(known)).care).toEqual(['clinical', 'watch', 'medication', 'contact']);
    expect(ok(await there.call(readStanding, { as: doctor, params: { patientId: known } })).risk).toBe(3);
    expect((await lifeOf(known)).rows.map(row => row.reason)).toEqual(['跨县移交，外县已确诊', '跨县移交，外县已确诊']);
  });

  it('keeps what was found there since then', async () => {
    const ward = await somebody();
    const known = await suspectThere(ward.idNumber);
    here.clock.advance(86_400_000);
    await there.rows.inTransaction(tx =>
      there.app.get(Standings).rate(tx, {
        patientId: known,
        on: there.clock.today(),
        source: 'incident',
        causeId: newId(),
        by: null,
        risk: 4,
      }),
    );
    await landed(ward);
    expect(ok(await there.call(readStanding, { as: doctor, params: { patientId: known } })).risk).toBe(4);
  });
});

/** The same person comes back to the old county: their file there goes on. */
async function somebodyWith(idNumber: string): Promise<Pick<Ward, 'patientId'>> {
  const rows = ok(await here.call(listPatients, { as: officer, query: { state: 'movedOut', limit: 100 } })).rows;
  for (const { patientId } of rows) {
    const file = ok(await here.call(readPatient, { as: officer, params: { patientId } }));
    if (file.idNumberEnd !== idNumber.slice(-4)) continue;
    const body = { from: 'movedOut', to: 'inCare', on: here.clock.today(), reason: '又回来了' } as const;
    ok(await here.call(changeState, { as: officer, params: { patientId }, body }));
    return { patientId };
  }
  throw new Error('nobody with this document left');
}

it('refuses a place that is no township of another county, and shows neither county the other’s rows', async () => {
  const ward = await somebody();
  for (const to of [{ toCountyId: 1, toTownshipId: here.areas.otherTownship }, { toTownshipId: there.areas.village }, { toCountyId: 99 }])
    expect((await propose(ward, to)).refusal.code).toBe('TRANSFER_DESTINATION_NOT_FITTING');
  const transferId = await offered(ward);
  const next = await there.person({ role: 'socialAffairsOfficer', area: there.areas.otherTownship });
  expect((await there.call(readTransferIn, { as: next, params: { transferId } })).status).toBe(404);
  expect((await accept(transferId, there.areas.village, next)).status).toBe(404);
  expect((await there.call(withdrawTransfer, { as: receiver, params: { transferId }, body: { version: 1 } })).status).toBe(404);
  expect((await here.call(readTransferIn, { as: officer, params: { transferId } })).status).toBe(404);
  const rows = (county: TestCounty, table: string) =>
    here.app.get(Database).county(county.countyId).sql<{ id: Id }>(`SELECT id FROM ${table} WHERE id = $1`, [transferId]);
  expect(await rows(there, 'transfer_out')).toEqual([]);
  expect(await rows(here, 'transfer_in')).toEqual([]);
});
