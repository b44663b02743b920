import {
  answerLetter,
  closeLetter,
  listDepartmentTotals,
  readDepartmentSheets,
  recordEvidence,
  sendLetter,
} from '@guanhu/shared/duties/duties.routes';
import type { DepartmentSheet } from '@guanhu/shared/duties/department-sheet.contract';
import type { SheetMeasure } from '@guanhu/shared/duties/department-sheet.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { setPolicy } from '@guanhu/shared/policy/policy.routes';
import { SHIPPED_INDICATORS } from '@guanhu/shared/policy/indicator-policy.terms';
import { newId } from '../platform/ids.ts';
import { testCounty, type TestCounty, type TestPerson } from '../testing/county.ts';
import { ok } from '../testing/reward.ts';

let county: TestCounty;
let lead: TestPerson;
let police: TestPerson;
let ward: Id;
const sql = (text: string, ...values: unknown[]) => county.rows.sql(text, [county.countyId, ...values]);
const noon = (day: string) => `${day} 12:00+08`;

beforeAll(async () => {
  county = await testCounty();
  county.clock.set(new Date('2026-06-15T10:00:00+08:00'));
  lead = await county.person({ role: 'townshipLead' });
  police = await county.person({ role: 'communityPolice', area: county.areas.village });
  ward = (await county.ward()).patientId;
});
afterAll(() => county.close());

const read = (quarter?: string, as = lead) =>
  county.call(readDepartmentSheets, { as, query: { townshipId: county.areas.township, ...(quarter === undefined ? {} : { quarter }) } });
const sheet = async (unit: DepartmentSheet['unit'], quarter?: string) =>
  ok(await read(quarter)).departments.find(one => one.unit === unit) ?? fail(unit);
const fail = (unit: string): never => {
  throw new Error(`no sheet of ${unit}`);
};
const line = async (unit: DepartmentSheet['unit'], measure: SheetMeasure, quarter?: string) => {
  const { done, of, missed } = (await sheet(unit, quarter)).lines.find(one => one.measure === measure) ?? fail(unit);
  return { done, of, missed };
};

describe('what an office of a township did in time, in points that are explained line by line (BQ-06)', () => {
  it('is nothing where there was nothing to do, and is read by whoever reads the duties', async () => {
    const { departments, quarter, running } = ok(await read());
    expect([quarter, running]).toEqual(['2026-Q2', true]);
    expect(departments.map(({ unit }) => unit)).toContain('financeOffice');
    expect(await line('policeStation', 'letters')).toEqual({ done: 0, of: 0, missed: [] });
    const stranger = await county.person({ role: 'gridWorker' });
    const far = await county.person({ role: 'townshipLead', area: county.areas.otherTownship });
    for (const as of [stranger, far]) expect((await read(undefined, as)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  });

  it('tells of lists, each month by its deadline', async () => {
    const round = async (month: string, deadline: string): Promise<Id> => {
      const id = newId();
      await sql(
        'INSERT INTO exchange_round (county_id, id, township_id, month, deadline, opened_at) VALUES ($1, $2, $3, $4, $5, now())',
        id,
        county.areas.township,
        month,
        deadline,
      );
      return id;
    };
    const list = (roundId: Id, department: string, late: boolean) =>
      sql(
        `INSERT INTO exchange_list (county_id, id, round_id, department, left_out, sha256, made_by, made_at, late, rows)
         VALUES ($1, $2, $3, $4, '[]', '\\x00', $5, now(), $6, 1)`,
        newId(),
        roundId,
        department,
        police.id,
        late,
      );
    const [april, may] = [await round('2026-04', '2026-04-25'), await round('2026-05', '2026-05-25')];
    // On its last day nothing is missing yet.
    const june = await round('2026-06', '2026-06-15');
    await list(april, 'police', false);
    await list(may, 'police', true);
    await list(june, 'health', false);
    expect(await line('policeStation', 'exchange')).toEqual({ done: 1, of: 2, missed: ['2026-05-25'] });
    expect(await line('townHealthCenter', 'exchange')).toEqual({ done: 1, of: 3, missed: ['2026-04-25', '2026-05-25'] });
    expect(await line('policeStation', 'exchange', '2026-Q1')).toEqual({ done: 0, of: 0, missed: [] });
  });

  it('tells of letters to whoever stood for the office, answered on the last day or not', async () => {
    const letter = (receiver: TestPerson, dueOn: string, answeredAt: string | null) =>
      sql(
        `INSERT INTO supervision_letter (county_id, id, township_id, words_sealed, sent_by, sent_at, receiver_id, due_on, state, answer_sealed, answered_at)
         VALUES ($1, $2, $3, '\\x00', $4, $5, $6, $7, CASE WHEN $8::timestamptz IS NULL THEN 'open' ELSE 'answered' END,
           CASE WHEN $8::timestamptz IS NULL THEN NULL ELSE '\\x00'::bytea END, $8)`,
        newId(),
        county.areas.township,
        lead.id,
        county.clock.now(),
        receiver.id,
        dueOn,
        answeredAt,
      );
    await letter(police, '2026-06-15', noon('2026-06-15'));
    await letter(police, '2026-06-14', noon('2026-06-15'));
    await letter(police, '2026-06-14', null);
    await letter(police, '2026-06-15', null);
    await letter(lead, '2026-06-01', noon('2026-05-20'));
    expect(await line('policeStation', 'letters')).toEqual({ done: 1, of: 3, missed: ['2026-06-14', '2026-06-14'] });
    expect(await line('partyGovernmentOffice', 'letters')).toEqual({ done: 1, of: 1, missed: [] });
  });

  it('tells of minutes that were sent round, within the days of the policy, and of an objection as an answer', async () => {
    const unit = async (kind: string): Promise<Id> => {
      const id = newId();
      await sql(
        `INSERT INTO organisation (county_id, id, kind, name, area_id) VALUES ($1, $2, $3, $3, $4)`,
        id,
        kind,
        county.areas.township,
      );
      return id;
    };
    const units = [await unit('policeStation'), await unit('justiceOffice'), await unit('financeOffice')] as const;
    const [meetingId, textId] = [newId(), newId()];
    await sql(
      `INSERT INTO meeting (county_id, id, township_id, kind, state, on_day, place_sealed, agenda_sealed, text_id, sent_at, convened_by, convened_at)
       VALUES ($1, $2, $3, 'regular', 'countersigning', '2026-06-01', '\\x00', '\\x00', $4, $5, $6, now())`,
      meetingId,
      county.areas.township,
      textId,
      noon('2026-06-02'),
      lead.id,
    );
    await sql(
      `INSERT INTO meeting_text (county_id, id, meeting_id, content_sealed, written_by, written_at) VALUES ($1, $2, $3, '\\x00', $4, now())`,
      textId,
      meetingId,
      lead.id,
    );
    for (const id of units)
      await sql('INSERT INTO meeting_unit (county_id, id, meeting_id, organisation_id) VALUES ($1, new_id(), $2, $3)', meetingId, id);
    const sign = (id: Id, stand: string, at: string) =>
      sql(
        `INSERT INTO countersignature (county_id, id, meeting_id, text_id, organisation_id, stand, words_sealed, person_id, at)
         VALUES ($1, new_id(), $2, $3, $4, $5, '\\x00', $6, $7)`,
        meetingId,
        textId,
        id,
        stand,
        lead.id,
        at,
      );
    await sign(units[0], 'object', noon('2026-06-07'));
    await sign(units[1], 'agree', noon('2026-06-08'));
    const told = async () =>
      Promise.all((['policeStation', 'justiceOffice', 'financeOffice'] as const).map(one => line(one, 'countersigns')));
    expect((await told()).map(({ done, of, missed }) => [done, of, missed])).toEqual([
      [1, 1, []],
      [0, 1, ['2026-06-07']],
      [0, 1, ['2026-06-07']],
    ]);
  });

  it('tells of who comes home: told on the day itself or before; nobody is named', async () => {
    const notice = (source: string, comesOn: string, receivedOn: string, state = 'open') =>
      sql(
        `INSERT INTO release_notice (county_id, id, area_id, source, comes_on, told_sealed, received_at, received_by, team_due_on, visit_due_on, state, ended_at, ended_by, end_sealed)
         VALUES ($1, new_id(), $2, $3, $4, '\\x00', $5, $6, $4, $4, $7, CASE WHEN $7 = 'withdrawn' THEN now() END,
           CASE WHEN $7 = 'withdrawn' THEN $6::uuid END, CASE WHEN $7 = 'withdrawn' THEN '\\x00'::bytea END)`,
        county.areas.village,
        source,
        comesOn,
        noon(receivedOn),
        police.id,
        state,
      );
    await notice('custody', '2026-06-10', '2026-06-10');
    await notice('custody', '2026-06-10', '2026-06-11');
    await notice('custody', '2026-06-10', '2026-06-12', 'withdrawn');
    await notice('hospital', '2026-06-10', '2026-06-01');
    expect(await line('policeStation', 'notices')).toEqual({ done: 1, of: 2, missed: [] });
    expect(await line('townHealthCenter', 'notices')).toEqual({ done: 1, of: 1, missed: [] });
  });

  it('tells of what its people had to do by a day, and of nothing that is not due yet', async () => {
    const task = (seat: string, overdueAfter: string, closedAt: string | null) =>
      sql(
        `INSERT INTO task (county_id, id, kind, key, patient_id, seat, cause_id, due_on, overdue_after, state, opened_at, closed_at)
         VALUES ($1, new_id(), 'outcome', new_id()::text, $2, $3, new_id(), $4, $4, CASE WHEN $5::timestamptz IS NULL THEN 'open' ELSE 'done' END, now(), $5)`,
        ward,
        seat,
        overdueAfter,
        closedAt,
      );
    await task('police', '2026-06-01', noon('2026-06-01'));
    await task('police', '2026-06-01', noon('2026-06-02'));
    await task('police', '2026-06-14', null);
    await task('police', '2026-06-15', null);
    await task('guardian', '2026-06-14', null);
    expect(await line('policeStation', 'tasks')).toEqual({ done: 1, of: 3, missed: [] });
  });

  it('tells of the duties that it leads: done, missed when the last day is over, and still to do', async () => {
    const led = async (id: string, quarter?: string) =>
      (await sheet('townHealthCenter', quarter)).duties.filter(one => one.id === id).map(({ from, standing }) => [from, standing]);
    expect(await led('YM-02')).toEqual([
      ['2026-04-01', 'lacking'],
      ['2026-05-01', 'lacking'],
      ['2026-06-01', 'running'],
    ]);
    await sql(
      `UPDATE exchange_round SET state = 'signed' WHERE county_id = $1 AND township_id = $2 AND month = '2026-06'`,
      county.areas.township,
    );
    expect((await led('YM-02')).at(-1)).toEqual(['2026-06-01', 'fulfilled']);
    expect(await line('townHealthCenter', 'duties')).toMatchObject({ done: expect.any(Number) as number });
    const body = { evidenceId: newId(), townshipId: county.areas.township, duty: 'YM-03', on: county.clock.today(), note: '村医培训' };
    expect(await led('YM-03')).toEqual([['2026-01-01', 'running']]);
    ok(await county.call(recordEvidence, { as: lead, body }));
    expect(await led('YM-03', '2026-Q1')).toEqual([]);
    expect(await led('YM-03')).toEqual([['2026-01-01', 'fulfilled']]);
  });

  it('is what the leading group evaluates by, supervises by, and sees the answer in (BQ-05, BQ-06)', async () => {
    const member = await county.person({ role: 'politicalLegalMember' });
    const finance = await county.person({ role: 'financeOfficer' });
    expect(ok(await read(undefined, member)).departments.length).toBeGreaterThan(0);
    const letterId = newId();
    const { township: townshipId } = county.areas;
    const letter = {
      letterId,
      townshipId,
      receiverId: finance.id,
      duty: 'YM-23',
      words: '请报今年经费的缺口',
      dueOn: county.clock.today(),
    };
    expect((await county.call(sendLetter, { as: finance, body: letter })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    ok(await county.call(sendLetter, { as: member, body: letter }));
    expect(await line('financeOffice', 'letters')).toEqual({ done: 0, of: 0, missed: [] });
    ok(await county.call(answerLetter, { as: finance, params: { letterId }, body: { version: 1, answer: '缺两万元，已报县里' } }));
    expect(await line('financeOffice', 'letters')).toEqual({ done: 1, of: 1, missed: [] });
    ok(await county.call(closeLetter, { as: member, params: { letterId }, body: { version: 2 } }));
  });

  it('adds up to points of the county’s policy, and an office without any has no sheet', async () => {
    const { lines, total } = await sheet('policeStation');
    expect(total).toEqual({
      got: Math.round(lines.reduce((sum, one) => sum + (one.got ?? 0) * 10, 0)) / 10,
      most: lines.reduce((sum, one) => sum + (one.got === null ? 0 : one.points), 0),
    });
    const administrator = await county.person({ role: 'administrator', area: county.areas.county });
    const policy = { ...SHIPPED_INDICATORS, departments: { policeStation: { letters: 100 } } };
    const body = { effectiveOn: county.clock.today(), after: 0, policy };
    ok(await county.call(setPolicy, { as: administrator, params: { kind: 'indicators' }, body }));
    const { departments } = ok(await read());
    expect(departments.map(({ unit, total: sum }) => [unit, sum])).toEqual([['policeStation', { got: 33.3, most: 100 }]]);
  });

  it('stands beside those of the other townships for the county, in the order of the places, page by page', async () => {
    const committee = await county.person({ role: 'politicalLegalMember', area: county.areas.county });
    const page = async (as: TestPerson, query = {}) => ok(await county.call(listDepartmentTotals, { as, query }));
    const { rows, next } = await page(committee);
    expect([rows.map(row => row.townshipId), next]).toEqual([[county.areas.township, county.areas.otherTownship].sort(), null]);
    const own = rows.find(row => row.townshipId === county.areas.township);
    expect(own?.totals).toEqual(ok(await read()).departments.map(({ unit, total }) => ({ unit, total })));
    const first = await page(committee, { limit: 1 });
    expect(first.next).toBe(rows[0]?.townshipId);
    const second = await page(committee, { limit: 1, after: first.next });
    expect([...first.rows, ...second.rows]).toEqual(rows);
    expect((await page(lead)).rows).toEqual(own === undefined ? fail('own') : [own]);
  });
});
