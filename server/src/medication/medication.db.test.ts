import { addDays, calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { confirmMedication, readMedicationWeek } from '@guanhu/shared/medication/medication.routes';
import { recordConsent } from '@guanhu/shared/registry/consent.routes';
import { newId } from '../platform/ids.ts';
import { Patients } from '../registry/registry.public.ts';
import { MONDAY, careCounty, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { MedicationEvidence } from './medication.public.ts';

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
}, 60_000);
beforeEach(() => care.county.clock.set(MONDAY));
afterAll(() => care.county.close());

/** `count` patients who take medicine, planned together. */
const wardsWithMedicine = async (count: number) => {
  const wards = await Promise.all(Array.from({ length: count }, () => care.ward()));
  await care.county.rows.sql(
    `INSERT INTO regimen (county_id, id, patient_id, since, source)
     SELECT 1, new_id(), patient_id, '2026-01-01', 'registration' FROM unnest($1::uuid[]) patient_id`,
    [wards.map(ward => ward.patientId)],
  );
  await care.plan();
  return wards;
};
const wardWithMedicine = async () => {
  const [ward] = await wardsWithMedicine(1);
  if (!ward) throw new Error('nobody was planned');
  return ward;
};
const confirm = (ward: Ward, more: object = {}, as: TestPerson = ward.guardian, key?: string) =>
  care.county.call(confirmMedication, {
    as,
    params: { patientId: ward.patientId },
    body: { on: care.county.clock.today(), answer: 'taken', at: '2026-06-15T09:59:00+08:00', ...more },
    ...(key === undefined ? {} : { key }),
  });
const written = async ({ patientId }: Ward) => ({
  confirmations: await care.county.rows.sql('SELECT on_day, answer, version FROM confirmation WHERE county_id = 1 AND patient_id = $1', [
    patientId,
  ]),
  deeds: await care.county.rows.sql(
    `SELECT facts FROM deed WHERE county_id = 1 AND patient_id = $1 AND act = 'medication:confirmed' ORDER BY at, id`,
    [patientId],
  ),
  promises: (
    await care.county.rows.sql(
      `SELECT 1 FROM outbox WHERE county_id = 1 AND kind = 'medication-confirmed' AND payload ->> 'patientId' = $1`,
      [patientId],
    )
  ).length,
});
const NOTHING = { confirmations: [], deeds: [], promises: 0 };

describe('confirming a day’s medicine', () => {
  it('keeps the answer, closes the question, leaves a deed and a promise: all at once (TH-05)', async () => {
    const ward = await wardWithMedicine();
    expect(await care.tasksOf(ward.guardian, ward)).toHaveLength(1);
    const { body } = await confirm(ward);
    expect(body).toEqual({
      on: '2026-06-15',
      answer: 'taken',
      why: null,
      backfilled: false,
      confirmedAt: expect.any(String) as string,
    });
    expect(await care.tasksOf(ward.guardian, ward)).toEqual([]);
    expect((await care.today(ward.guardian)).doneToday).toBe(1);
    expect(await written(ward)).toEqual({
      confirmations: [{ on_day: '2026-06-15', answer: 'taken', version: 1 }],
      deeds: [{ facts: { on: '2026-06-15', answer: 'taken', version: 1 } }],
      promises: 1,
    });
  });

  it('lets the guardian correct what they said, and keeps both in the audit', async () => {
    const ward = await wardWithMedicine();
    await confirm(ward);
    expect((await confirm(ward, { answer: 'partly' })).body.answer).toBe('partly');
    const { confirmations, deeds } = await written(ward);
    expect(confirmations).toEqual([{ on_day: '2026-06-15', answer: 'partly', version: 2 }]);
    expect(deeds).toHaveLength(2);
  });

  it('says why when somebody says so, and marks what was said for a day that was over', async () => {
    const ward = await wardWithMedicine();
    const { body } = await confirm(ward, { on: '2026-06-14', answer: 'notTaken', why: 'refused' });
    expect(body).toMatchObject({ answer: 'notTaken', why: 'refused', backfilled: true });
    // Tapped in time without signal.
    expect((await confirm(ward, { on: '2026-06-13', at: '2026-06-13T20:00:00+08:00' })).body.backfilled).toBe(false);
    expect((await written(ward)).deeds).toEqual([
      { facts: { on: '2026-06-14', answer: 'notTaken', why: 'refused', backfilled: true, version: 1 } },
      { facts: { on: '2026-06-13', answer: 'taken', version: 1 } },
    ]);
  });

  it.each([
    ['today', 0, 200, undefined],
    ['yesterday', -1, 200, undefined],
    ['the day before', -2, 200, undefined],
    ['three days ago', -3, 422, 'CONFIRMATION_TOO_LATE'],
    ['tomorrow', 1, 422, 'CONFIRMATION_TOO_EARLY'],
  ] as const)('%s: %i', async (_, days, status, code) => {
    const ward = await wardWithMedicine();
    const answer = await confirm(ward, { on: addDays(care.county.clock.today(), days) });
    expect([answer.status, answer.refusal.code]).toEqual([status, code]);
    if (code !== undefined) expect(await written(ward)).toEqual(NOTHING);
  });

  it.each([
    ['a day that does not exist', { on: '2026-02-30' }],
    ['an answer nobody gives', { answer: 'maybe' }],
    ['a field nobody knows', { dose: 2 }],
    ['a reason for what was taken', { why: 'forgot' }],
    ['a reason nobody gives', { answer: 'partly', why: 'lazy' }],
    ['a time without a zone', { at: '2026-06-15T10:00:00' }],
  ])('refuses %s', async (_, more) => {
    const ward = await wardWithMedicine();
    expect((await confirm(ward, more)).refusal.code).toBe('INPUT_INVALID');
    expect(await written(ward)).toEqual(NOTHING);
  });

  it('refuses a day on which no medicine was ordered', async () => {
    const ward = await care.ward();
    expect((await confirm(ward)).refusal.code).toBe('NO_MEDICINE_ORDERED');
    expect(await written(ward)).toEqual(NOTHING);
  });

  it('tells a stranger and the team the same: nothing there', async () => {
    const ward = await wardWithMedicine();
    const other = await wardWithMedicine();
    for (const as of [other.guardian, care.people.gridWorker, care.people.stranger])
      for (const on of ['2026-06-15', '2026-06-16']) expect((await confirm(ward, { on }, as)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    const nobody = { ...ward, patientId: '01900000-0000-7000-8000-00000000dead' };
    expect((await confirm(nobody)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect(await written(ward)).toEqual(NOTHING);
  });

  it('answers the same key the same, ten times at once, and writes once', async () => {
    const ward = await wardWithMedicine();
    const key = '01900000-0000-7000-8000-0000000000ac';
    const answers = await Promise.all(Array.from({ length: 10 }, () => confirm(ward, {}, ward.guardian, key)));
    expect(new Set(answers.map(answer => JSON.stringify(answer.body)))).toEqual(new Set([JSON.stringify(answers[0]?.body)]));
    expect(answers.every(answer => answer.status === 200)).toBe(true);
    expect((await written(ward)).deeds).toHaveLength(1);
    expect((await confirm(ward, { answer: 'notTaken' }, ward.guardian, key)).refusal.code).toBe('KEY_REUSED');
    expect((await written(ward)).confirmations).toEqual([{ on_day: '2026-06-15', answer: 'taken', version: 1 }]);
  });

  it('writes many at once, and one that fails takes nobody with it', async () => {
    const wards = await wardsWithMedicine(24);
    const [first, second, third] = wards as [Ward, Ward, Ward];
    const stranger = await care.county.person();
    const key = newId();
    await confirm(first, {}, first.guardian, key);
    const answers = await Promise.all([
      ...wards.map(ward => confirm(ward, ward === second ? { answer: 'notTaken', why: 'refused' } : {})),
      confirm(second, { answer: 'partly' }),
      confirm(third, {}, stranger),
      confirm(third, {}, third.guardian, key),
      confirm(first, {}, first.guardian, key),
    ]);
    const statuses = answers.map(answer => answer.status);
    expect(statuses.slice(0, 25)).toEqual(Array.from({ length: 25 }, () => 200));
    expect(answers.slice(25, 27).map(answer => answer.refusal.code)).toEqual(['NOT_FOUND_OR_NO_ACCESS', 'KEY_REUSED']);
    expect(statuses[27]).toBe(200);
    for (const ward of wards) {
      const { confirmations, deeds, promises } = await written(ward);
      const times = ward === first || ward === second ? 2 : 1;
      // Of two answers at once the last one stands, whichever that is.
      const answer = ward === second ? (expect.stringMatching(/^(partly|notTaken)$/) as string) : 'taken';
      expect(confirmations).toEqual([{ on_day: '2026-06-15', answer, version: times }]);
      expect([deeds.length, promises]).toEqual([times, times]);
      expect(await care.tasksOf(ward.guardian, ward)).toEqual([]);
    }
  });

  it('lets one of two guardians answer when both tap at once', async () => {
    const ward = await wardWithMedicine();
    const second = await care.county.person();
    await care.county.rows.inTransaction(tx => care.county.app.get(Patients).startGuardianship(tx, ward.patientId, second.id, 'sibling'));
    const [mine, theirs] = await Promise.all([confirm(ward), confirm(ward, { answer: 'partly' }, second)]);
    const answers = [mine, theirs];
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409]);
    expect(['CONFIRMED_BY_ANOTHER', 'STALE']).toContain(answers.find(answer => answer.status === 409)?.refusal.code);
    const loser = mine.status === 409 ? ward.guardian : second;
    expect((await confirm(ward, {}, loser)).refusal.code).toBe('CONFIRMED_BY_ANOTHER');
    expect((await written(ward)).confirmations).toHaveLength(1);
  });
});

describe('the week', () => {
  const week = (ward: Ward, as: TestPerson, query: object = {}) =>
    care.county.call(readMedicationWeek, { as, params: { patientId: ward.patientId }, query });

  it('runs Monday to Sunday; the guardian may answer, the team only looks', async () => {
    const ward = await wardWithMedicine();
    await confirm(ward, { answer: 'partly' });
    const { body } = await week(ward, ward.guardian);
    expect(body).toMatchObject({ today: '2026-06-15', monday: '2026-06-15' });
    expect(body.days.map(day => day.state)).toEqual(['partly', 'future', 'future', 'future', 'future', 'future', 'future']);
    expect(body.days.map(day => day.answerable)).toEqual([true, false, false, false, false, false, false]);
    expect((await week(ward, care.people.gridWorker)).body.days.some(day => day.answerable)).toBe(false);
  });

  it('can be asked for another week', async () => {
    const ward = await wardWithMedicine();
    const { body } = await week(ward, ward.guardian, { of: '2026-06-14' });
    expect(body.monday).toBe('2026-06-08');
    expect(body.days.map(day => [day.state, day.answerable]).slice(-3)).toEqual([
      ['none', false],
      ['none', true],
      ['none', true],
    ]);
    expect((await week(ward, ward.guardian, { of: '2026-13-01' })).status).toBe(400);
  });

  it('is nothing to a stranger', async () => {
    const ward = await wardWithMedicine();
    expect((await week(ward, care.people.stranger)).status).toBe(404);
  });
});

it('is evidence: ordered days by answer, and those without', async () => {
  const ward = await wardWithMedicine();
  await confirm(ward);
  await confirm(ward, { on: '2026-06-14', answer: 'notTaken' });
  const span = (from: string, to: string) => ({ patientId: ward.patientId, from: calendarDate(from), to: calendarDate(to) });
  const spans = [span('2026-06-01', '2026-06-15'), span('2025-12-31', '2026-01-01'), span('2025-01-01', '2025-12-31')];
  expect(await care.county.app.get(MedicationEvidence).count(care.county.rows, spans)).toEqual([
    { taken: 1, partly: 0, notTaken: 1, unanswered: 13 },
    { taken: 0, partly: 0, notTaken: 0, unanswered: 1 },
    { taken: 0, partly: 0, notTaken: 0, unanswered: 0 },
  ]);
});

describe('days on which nobody was asked', () => {
  const day = (of: number) => `2026-06-${String(of).padStart(2, '0')}`;
  const june = ({ patientId }: Ward, from = 1, to = 30) => ({ patientId, from: calendarDate(day(from)), to: calendarDate(day(to)) });
  const count = (...spans: ReturnType<typeof june>[]) => care.county.app.get(MedicationEvidence).count(care.county.rows, spans);
  const turn = ({ patientId }: Ward, from: string, to: string, on: number) =>
    care.county.rows.sql(
      `INSERT INTO life_event (county_id, id, patient_id, from_state, to_state, on_day, facts_sealed, recorded_by, recorded_at)
       VALUES (1, new_id(), $1, $2, $3, $4, ''::bytea, $5, now())`,
      [patientId, from, to, day(on), care.people.doctor.id],
    );
  const decide = (ward: Ward, decision: 'given' | 'refused' | 'withdrawn', on: number) => {
    const signed = { signer: 'guardian', signerName: '试甲', ...(decision === 'withdrawn' ? {} : { textVersion: '2026-1' }) };
    const body = { consentId: newId(), decision, on: day(on), ...signed };
    return care.county.call(recordConsent, { as: care.people.doctor, params: { patientId: ward.patientId }, body });
  };
  const takes = ({ patientId }: Ward, since: string) =>
    care.county.rows.sql(`INSERT INTO regimen (county_id, id, patient_id, since, source) VALUES (1, new_id(), $1, $2, 'registration')`, [
      patientId,
      since,
    ]);

  it('are no silence: in hospital, without consent, before medicine was asked about', async () => {
    const [atHome, inHospital, withdrew, late] = await Promise.all([care.ward(), care.ward(), care.ward(), care.ward()]);
    await Promise.all([takes(atHome, '2026-01-01'), takes(inHospital, '2026-01-01'), takes(withdrew, '2026-01-01'), takes(late, day(21))]);
    await turn(inHospital, 'inCare', 'hospitalised', 10);
    await turn(inHospital, 'hospitalised', 'inCare', 20);
    care.county.clock.set(new Date('2026-06-30T10:00:00+08:00'));
    expect((await decide(withdrew, 'given', 1)).status).toBe(200);
    expect((await decide(withdrew, 'withdrawn', 11)).status).toBe(200);
    const counted = await count(june(atHome), june(inHospital), june(withdrew), june(late));
    expect(counted.map(({ unanswered }) => unanswered)).toEqual([30, 9 + 11, 10, 10]);
    // At the boundaries: the day of going and the day of coming home.
    const edges = await count(june(inHospital, 9, 9), june(inHospital, 10, 10), june(inHospital, 19, 19), june(inHospital, 20, 20));
    expect(edges.map(({ unanswered }) => unanswered)).toEqual([1, 0, 0, 1]);
  });

  it('take nothing off for an answer that was given all the same', async () => {
    const ward = await wardWithMedicine();
    await confirm(ward);
    await turn(ward, 'inCare', 'hospitalised', 15);
    expect(await count(june(ward))).toEqual([{ taken: 1, partly: 0, notTaken: 0, unanswered: 14 }]);
  });

  it('are shown as such, with the reason, and nothing can be confirmed that nobody asks', async () => {
    const ward = await wardWithMedicine();
    expect((await decide(ward, 'refused', 15)).status).toBe(200);
    care.county.clock.set(new Date(MONDAY.getTime() + 86_400_000));
    await care.plan();
    expect(await care.tasksOf(ward.guardian, ward)).toEqual([]);
    const week = await care.county.call(readMedicationWeek, { as: ward.guardian, params: { patientId: ward.patientId } });
    expect(week.body.pause).toBe('noConsent');
    expect(week.body.days.map(({ state }) => state).slice(0, 3)).toEqual(['notAsked', 'notAsked', 'future']);
    expect(week.body.days.some(({ answerable }) => answerable)).toBe(false);
    expect((await confirm(ward)).refusal.code).toBe('NO_MEDICINE_ORDERED');
    // What was tapped before, on a phone that was out of reach, is still heard.
    expect((await confirm(ward, { on: day(15) })).status).toBe(200);
  });
});
