import * as routes from '@guanhu/shared/duties/duties.routes';
import type { EvidenceBody, SendLetterBody } from '@guanhu/shared/duties/duties.contract';
import { dutyPeriod, evidenceSince } from '@guanhu/shared/duties/duty-proof.rules';
import { PROOF_QUESTION_KEYS } from '@guanhu/shared/duties/duties.terms';
import { listTodaysTasks } from '@guanhu/shared/agenda/agenda.routes';
import { logDrill } from '@guanhu/shared/care-team/crisis-roster.routes';
import { addDays, startOfMonth, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { logActivity } from '@guanhu/shared/outreach/activity.routes';
import { newId } from '../platform/ids.ts';
import { testCounty, type TestCounty, type TestPerson } from '../testing/county.ts';
import { ok } from '../testing/reward.ts';
import { readProof } from './proof.store.ts';

let county: TestCounty;
let officer: TestPerson;
let lead: TestPerson;
let police: TestPerson;
beforeAll(async () => {
  county = await testCounty();
  officer = await county.person({ role: 'socialAffairsOfficer' });
  lead = await county.person({ role: 'townshipLead' });
  police = await county.person({ role: 'communityPolice', area: county.areas.village });
});
afterAll(() => county.close());

const today = () => county.clock.today();
const matrix = async () => ok(await county.call(routes.readDuties, { as: lead, query: { townshipId: county.areas.township } })).duties;
const duty = async (id: string) => (await matrix()).find(one => one.id === id);
const record = (body: Partial<EvidenceBody> = {}, as = officer) =>
  county.call(routes.recordEvidence, {
    as,
    body: { evidenceId: newId(), townshipId: county.areas.township, duty: 'YM-03', on: today(), note: '村医培训一场', ...body },
  });

it('counts what is on record, for how many of how many (SJ-04)', async () => {
  for (const question of PROOF_QUESTION_KEYS) {
    const asked = { townshipId: county.areas.township, from: today(), to: today(), today: today() };
    expect([question, (await readProof(county.rows, question, asked)).done]).toEqual([question, 0]);
  }
  expect(await duty('SJ-04')).toMatchObject({ verdict: 'nothing', counted: { question: 'visited', done: 0, of: 0 } });
  await county.ward();
  expect(await duty('SJ-04')).toMatchObject({ verdict: 'lacking', counted: { done: 0, of: 1 } });
  expect(await duty('YM-09')).toMatchObject({ verdict: 'lacking', lead: 'policeStation', period: 'year' });
  const drill = { drillId: newId(), townshipId: county.areas.township, on: today(), what: '夜间', personIds: [lead.id], findings: '到齐' };
  ok(await county.call(logDrill, { as: lead, body: drill }));
  expect(await duty('YM-09')).toMatchObject({ verdict: 'fulfilled', counted: { question: 'drilled', done: 1, of: 1 } });
});

it('takes what people write down of a duty that nothing counts, and keeps it (YM-03)', async () => {
  expect((await duty('YM-03'))?.verdict).toBe('lacking');
  ok(await record());
  expect(await duty('YM-03')).toMatchObject({ verdict: 'fulfilled', evidence: [{ note: '村医培训一场', by: officer.name, on: today() }] });
  expect((await record({ duty: 'YM-09' })).refusal.code).toBe('DUTY_NEEDS_NO_EVIDENCE');
  expect((await record({ duty: 'YM-99' })).refusal.code).toBe('DUTY_NEEDS_NO_EVIDENCE');
  expect((await record({ on: addDays(today(), 1) })).refusal.code).toBe('EVIDENCE_DAY_WRONG');
  // What was done on the last day of the half-year before is written down now, and counts for that half-year alone.
  const before = addDays(dutyPeriod(today(), 'halfYear').from, -1);
  ok(await record({ duty: 'YM-14', on: before }));
  expect(await duty('YM-14')).toMatchObject({ verdict: 'lacking', evidence: [{ on: before }] });
  expect((await record({ on: addDays(evidenceSince(today(), 'halfYear'), -1) })).refusal.code).toBe('EVIDENCE_DAY_WRONG');
  expect((await record({}, police)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  await expect(county.rows.sql('DELETE FROM duty_evidence WHERE county_id = $1', [county.countyId])).rejects.toThrow(/permission denied/);
});

it('asks somebody in writing, is their task until they answer, shows what is late, and is closed (TH-02, DY-15)', async () => {
  const letterId = newId();
  const send = (body: Partial<SendLetterBody> = {}, as = lead) =>
    county.call(routes.sendLetter, {
      as,
      body: {
        letterId,
        townshipId: county.areas.township,
        receiverId: police.id,
        duty: 'YM-10',
        words: '请补上处置记录',
        dueOn: today(),
        ...body,
      },
    });
  expect((await send({}, police)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  expect((await send({ dueOn: addDays(today(), -1) })).refusal.code).toBe('LETTER_DAY_WRONG');
  expect((await send({ receiverId: (await county.person()).id })).refusal.code).toBe('LETTER_NEEDS_RECEIVER');
  ok(await send());
  const tasks = async () => ok(await county.call(listTodaysTasks, { as: police })).rows;
  expect(await tasks()).toMatchObject([{ kind: 'supervision', causeId: letterId, dueOn: today() }]);
  const mine = async () => ok(await county.call(routes.listLetters, { as: police })).rows;
  expect(await mine()).toMatchObject([{ letterId, mine: true, late: false, state: 'open', sentBy: lead.name }]);
  const addressed = async (as: TestPerson) => ok(await county.call(routes.listLetters, { as, query: { mine: 'yes' } })).rows;
  expect([await addressed(police), await addressed(officer)]).toEqual([[expect.objectContaining({ letterId })], []]);
  county.clock.advance(86_400_000);
  expect(ok(await county.call(routes.listLetters, { as: officer })).rows).toMatchObject([{ letterId, mine: false, late: true }]);
  const close = (version: number) => county.call(routes.closeLetter, { as: lead, params: { letterId }, body: { version } });
  expect((await close(1)).refusal.code).toBe('LETTER_NOT_ANSWERED');
  const answer = (as: TestPerson, version = 1) =>
    county.call(routes.answerLetter, { as, params: { letterId }, body: { version, answer: '已补，两份' } });
  expect((await answer(officer)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  expect((await answer(police, 9)).refusal.code).toBe('STALE');
  ok(await answer(police));
  expect(await tasks()).toEqual([]);
  ok(await close(2));
  expect(await mine()).toMatchObject([{ state: 'closed', answer: '已补，两份', late: false }]);
  expect((await answer(police, 3)).refusal.code).toBe('LETTER_CLOSED');
});

it('goes to somebody else while nobody has answered: it was the wrong person, or one who left without a successor', async () => {
  const [letterId, leaver] = [newId(), await county.person({ role: 'civilAffairsCadre' })];
  const letter = { letterId, townshipId: county.areas.township, duty: null, words: '请补上回访', dueOn: today() };
  ok(await county.call(routes.sendLetter, { as: lead, body: { ...letter, receiverId: leaver.id } }));
  const give = (version: number, receiverId: string, as = lead) =>
    county.call(routes.giveLetter, { as, params: { letterId }, body: { version, receiverId } });
  expect((await give(1, officer.id, police)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  expect((await give(1, (await county.person()).id)).refusal.code).toBe('LETTER_NEEDS_RECEIVER');
  expect((await give(9, officer.id)).refusal.code).toBe('STALE');
  expect(ok(await give(1, officer.id))).toEqual({ letterId, state: 'open', version: 2 });
  const asked = async (as: TestPerson) =>
    ok(await county.call(listTodaysTasks, { as })).rows.filter(task => task.causeId === letterId).length;
  expect([await asked(leaver), await asked(officer)]).toEqual([0, 1]);
  ok(await county.call(routes.answerLetter, { as: officer, params: { letterId }, body: { version: 2, answer: '已回访' } }));
  expect(await asked(officer)).toBe(0);
  expect((await give(3, police.id)).refusal.code).toBe('LETTER_ANSWERED');
  ok(await county.call(routes.closeLetter, { as: lead, params: { letterId }, body: { version: 3 } }));
  expect((await give(4, police.id)).refusal.code).toBe('LETTER_CLOSED');
});

describe('what the rooms have written down proves', () => {
  const sql = (text: string, ...values: unknown[]) => county.rows.sql(text, [county.countyId, ...values]);
  const counted = async (id: string) => {
    const shown = await duty(id);
    return [shown?.verdict, shown?.counted?.done, shown?.counted?.of];
  };

  it('the exchange of the month: the round that was signed, and none while it goes on (YM-02, YM-25)', async () => {
    for (const id of ['YM-02', 'YM-25']) expect(await counted(id)).toEqual(['nothing', 0, 0]);
    const month = today().slice(0, 7);
    const round = (of: string, state: string) =>
      sql(
        `INSERT INTO exchange_round (county_id, id, township_id, month, deadline, state, opened_at) VALUES ($1, new_id(), $2, $3, $4, $5, now())`,
        county.areas.township,
        of,
        today(),
        state,
      );
    await round(addDays(startOfMonth(today()), -1).slice(0, 7), 'signed');
    await round(month, 'open');
    for (const id of ['YM-02', 'YM-25']) expect(await counted(id)).toEqual(['lacking', 0, 1]);
    await sql(`UPDATE exchange_round SET state = 'signed' WHERE county_id = $1 AND month = $2`, month);
    for (const id of ['YM-02', 'YM-25']) expect(await counted(id)).toEqual(['fulfilled', 1, 1]);
  });

  it('a guidance visit and publicity, in the township or one of its villages (YM-06, YM-08)', async () => {
    const doctor = await county.person({ role: 'mentalHealthDoctor', area: county.areas.county });
    const log = (kind: string, areaId: string) => {
      const held = { kind: kind as 'guidance', on: today(), what: '下乡', findings: '无', attendees: 5 };
      return county.call(logActivity, { as: doctor, body: { activityId: newId(), areaId, organiser: 'townHealthCenter', ...held } });
    };
    ok(await log('guidance', county.areas.otherTownship));
    ok(await log('training', county.areas.township));
    for (const id of ['YM-06', 'YM-08']) expect(await counted(id)).toEqual(['lacking', 0, 1]);
    ok(await log('guidance', county.areas.village));
    ok(await log('lecture', county.areas.township));
    for (const id of ['YM-06', 'YM-08']) expect(await counted(id)).toEqual(['fulfilled', 1, 1]);
    expect((await record({ duty: 'YM-08' })).refusal.code).toBe('DUTY_NEEDS_NO_EVIDENCE');
  });

  it.each([
    ['YM-15', 'temporaryRelief'],
    ['YM-18', 'nursingSubsidy'],
    ['YM-19', 'disabilityCertificate'],
    ['YM-20', 'medicalRelief'],
    ['YM-22', 'specialOutpatient'],
  ])('applications with a result, of those that have one or are late: %s (YM-15, YM-18, YM-19, YM-20, YM-22)', async (id, benefit) => {
    const apply = async (state: string, dueOn: CalendarDate | null, of = benefit) => {
      const { patientId } = await county.ward();
      await sql(
        `INSERT INTO relief_application (county_id, id, state, patient_id, benefit, office, fast, policy_seq, due_on, asked, handed_in, decided_by, object_until, created_at)
         VALUES ($1, new_id(), $2, $3, $4, 'civilAffairsOffice', false, 0, $5, '{}', '{}', $6, $7, $8)`,
        state,
        patientId,
        of,
        dueOn,
        officer.id,
        today(),
        county.clock.now(),
      );
    };
    await apply('withdrawn', null);
    await apply('forwarded', today());
    await apply('granted', null, 'freeMedicine');
    expect(await counted(id)).toEqual(['nothing', 0, 0]);
    await apply('granted', null);
    await apply('refused', null);
    expect(await counted(id)).toEqual(['fulfilled', 2, 2]);
    await apply('collecting', addDays(today(), -1));
    expect(await counted(id)).toEqual(['lacking', 2, 3]);
  });

  it('advice, aid and assessments that were brought to an end (TH-07)', async () => {
    const { patientId } = await county.ward();
    const matter = (kind: string, state: string, dueOn: CalendarDate, outcome: string | null) =>
      sql(
        `INSERT INTO legal_matter (county_id, id, patient_id, kind, subject, state, outcome, owner_id, found_on, due_on, recorded_by, recorded_at)
         VALUES ($1, new_id(), $2, $3, $4, $5, $6, $7, $8, $9, $7, $10)`,
        patientId,
        kind,
        kind === 'dispute' ? 'family' : null,
        state,
        outcome,
        officer.id,
        today(),
        dueOn,
        county.clock.now(),
      );
    const late = addDays(today(), -1);
    await matter('legalAid', 'underway', today(), null);
    await matter('forensic', 'closed', late, 'withdrawn');
    await matter('dispute', 'open', late, null);
    expect(await counted('TH-07')).toEqual(['nothing', 0, 0]);
    await matter('forensic', 'closed', late, 'granted');
    expect(await counted('TH-07')).toEqual(['fulfilled', 1, 1]);
    await matter('legalAid', 'open', late, null);
    expect(await counted('TH-07')).toEqual(['lacking', 1, 2]);
  });
});
