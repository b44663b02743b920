import { reportUnfiledIncident, settleUnfiledIncident } from '@guanhu/shared/incidents/unfiled.routes';
import { readIncident } from '@guanhu/shared/incidents/incidents.routes';
import { addDays, startOf } from '@guanhu/shared/kernel/calendar-date';
import { SHIPPED_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { readRecord } from '@guanhu/shared/registry/file.routes';
import type { CluePerson } from '@guanhu/shared/screening/clue.contract';
import {
  checkClue,
  describeClue,
  findAlike,
  listClues,
  listMyClues,
  openInformant,
  readClue,
  reportClue,
  reviewClue,
  withdrawClue,
} from '@guanhu/shared/screening/clue.routes';
import { readWorkbook } from '../platform/workbook/read-workbook.ts';
import { newId } from '../platform/ids.ts';
import { careCounty, type CareCounty } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { ok } from '../testing/reward.ts';
import { EraseEndedClues } from './erase-ended-clues.ts';
import { WriteDiagnosisList } from './write-diagnosis-list.ts';

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
}, 60_000);
afterAll(() => care.county.close());

const INFORMANT = { name: '苏问渠', phone: '13900001111', note: '住在隔壁' };
const NOTE = '夜里常在院子里喊叫';
type More = { person?: CluePerson; informant?: typeof INFORMANT; as?: TestPerson };
/** A village's clue; each about somebody of another name unless one is given. */
let people = 0;
const NAMES = ['甄一鸣', '饶二虎', '阙三春', '郏四海', '逄五岳', '亓六合', '缑七星', '蒯八方', '郤九思', '殳十全'];
const report = async ({ person = { name: NAMES[people++] ?? '无名' }, informant, as = care.people.gridWorker }: More = {}) => {
  const body = { clueId: newId(), form: 1, yes: [4, 9], group: 6, source: 'public', whereabouts: 'atHome', person, note: NOTE } as const;
  const params = { areaId: care.county.areas.village };
  return ok(await care.county.call(reportClue, { as, params, body: informant === undefined ? body : { ...body, informant } }));
};
const read = (clueId: string, as = care.people.officer) => care.county.call(readClue, { as, params: { clueId } });
const check = (clueId: string, body: object, as = care.people.officer) => care.county.call(checkClue, { as, params: { clueId }, body });
const review = (clueId: string, more: object, as = care.people.doctor) =>
  care.county.call(reviewClue, {
    as,
    params: { clueId },
    body: { reviewedOn: care.county.clock.today(), psychiatrist: '顾医师', hospital: '试验精神卫生中心', patientId: newId(), ...more },
  });
const withdraw = (clueId: string, version: number) =>
  care.county.call(withdrawClue, { as: care.people.officer, params: { clueId }, body: { version, reason: '报错了村' } });
const deeds = (act: string, id: string) =>
  care.county.rows.sql<{ facts: object; person_id: string }>(
    'SELECT facts, person_id FROM deed WHERE county_id = 1 AND act = $1 AND object_id = $2',
    [act, id],
  );

it('comes from the village, is checked, reviewed by a psychiatrist and only then has a file (SJ-05, BQ-09, BQ-11, TH-09, YM-01, DY-06)', async () => {
  const { officer, doctor, gridWorker } = care.people;
  const files = () => care.county.rows.sql('SELECT id FROM patient WHERE county_id = 1');
  const before = await files();
  const person = { name: '欧阳寻', sex: 'male', born: '1980-05', place: '三组老槐树旁' } as never;
  const { clueId, state, version } = await report({ person });
  expect([state, await files()]).toEqual(['open', before]);

  expect((await review(clueId, { version, finding: 'confirmed' })).refusal.code).toBe('CLUE_NOT_CHECKED');
  expect((await check(clueId, { as: 'new', version }, gridWorker)).status).toBe(404);
  const checked = ok(await check(clueId, { as: 'new', version }));
  expect([checked.state, await files()]).toEqual(['toReview', before]);
  expect((await check(clueId, { as: 'new', version: checked.version })).refusal.code).toBe('CLUE_CHECKED');

  const asked = await care.county.rows.sql<{ payload: object }>('SELECT payload FROM outbox WHERE county_id = 1 AND key = $1', [
    `review:clue:${clueId}:toReview:${doctor.id}`,
  ]);
  expect(asked).toEqual([{ payload: { personId: doctor.id, nearPatientId: null, opens: 'clue', objectId: clueId } }]);

  const patientId = newId();
  const found = { version: checked.version, finding: 'confirmed', patientId };
  expect((await review(clueId, found, officer)).status).toBe(404);
  expect(ok(await review(clueId, found))).toMatchObject({ state: 'registered' });
  const file = ok(await care.county.call(readRecord, { as: doctor, params: { patientId } }));
  expect([file.state, file.values.name, file.values.born, file.values.sex]).toEqual(['registered', '欧阳寻', '1980-05', 'male']);
  expect(ok(await read(clueId))).toMatchObject({ state: 'registered', patientId, dueOn: null, yes: [4, 9] });
  expect((await withdraw(clueId, checked.version + 1)).refusal.code).toBe('CLUE_ENDED');
});

it('tells the office that checks clues once a day, however many there are, and not whoever reported', async () => {
  const { officer } = care.people;
  const told = (personId: string) =>
    care.county.rows.sql(
      "SELECT 1 FROM outbox WHERE county_id = 1 AND kind = 'review-asked' AND key LIKE 'review:clues:%' AND key LIKE $1",
      [`%${personId}`],
    );
  await report();
  await report({ as: officer });
  expect(await told(officer.id)).toHaveLength(1);
  expect(await told(care.people.gridWorker.id)).toEqual([]);
});

it('begins a file of a suspicion when the psychiatrist cannot tell yet', async () => {
  const { clueId, version } = await report();
  const patientId = newId();
  await check(clueId, { as: 'new', version });
  ok(await review(clueId, { version: version + 1, finding: 'suspected', patientId }));
  expect(ok(await care.county.call(readRecord, { as: care.people.doctor, params: { patientId } })).state).toBe('suspected');
});

it('is no new person with a document that a file or a clue has, and beside anybody alike only with a reason (DY-07)', async () => {
  const { officer } = care.people;
  const document = { idType: 'passport', idNumber: 'E12345678' } as const;
  const first = await report({ person: { name: '诸葛明', ...document } });
  const again = await report({ person: { name: '诸葛亮明', ...document } });
  expect((await check(again.clueId, { as: 'new', version: 1, reason: '不是' })).refusal.code).toBe('CLUE_IS_KNOWN');
  const byClue = ok(await care.county.call(findAlike, { as: officer, params: { clueId: again.clueId } }));
  expect(byClue.clues).toMatchObject([{ clueId: first.clueId, likeness: 'sameDocument' }]);
  expect(ok(await check(again.clueId, { as: 'same', sameAs: first.clueId, version: 1 }))).toMatchObject({ state: 'duplicate' });
  expect((await check(first.clueId, { as: 'same', sameAs: again.clueId, version: 1 })).refusal.code).toBe('CLUE_WITHOUT_ISSUE');

  ok(await check(first.clueId, { as: 'new', version: 1 }).then(async () => review(first.clueId, { version: 2, finding: 'confirmed' })));
  const third = await report({ person: { name: '朱葛明', ...document } });
  const byFile = ok(await care.county.call(findAlike, { as: officer, params: { clueId: third.clueId } }));
  expect(byFile.files).toMatchObject([{ name: '诸葛明', likeness: 'sameDocument' }]);
  expect((await check(third.clueId, { as: 'new', version: 1, reason: '不是' })).refusal.code).toBe('CLUE_IS_KNOWN');
  const known = { as: 'known', patientId: byFile.files[0]?.patientId ?? '', version: 1 };
  expect(ok(await check(third.clueId, known))).toMatchObject({ state: 'known' });

  const fourth = await report({ person: { name: '朱葛明' } });
  expect((await check(fourth.clueId, { as: 'new', version: 1 })).refusal.code).toBe('CLUE_MAY_BE_KNOWN');
  expect(ok(await check(fourth.clueId, { as: 'new', version: 1, reason: '年龄差三十岁' }))).toMatchObject({ state: 'toReview' });
});

it('ends as the same as another one only where that one goes on, also while that one is being taken back (BQ-11)', async () => {
  const same = (clueId: string, sameAs: string) => check(clueId, { as: 'same', sameAs, version: 1 });
  const [gone, closed] = [await report({ person: { name: '公孙石' } }), await report({ person: { name: '公孙石' } })];
  ok(await withdraw(gone.clueId, 1));
  ok(await check(closed.clueId, { as: 'new', version: 1, reason: '年龄差三十岁' }));
  ok(await review(closed.clueId, { version: 2, finding: 'notConfirmed' }));
  const clue = await report({ person: { name: '公孙石' } });
  for (const { clueId } of [gone, closed]) expect((await same(clue.clueId, clueId)).refusal.code).toBe('CLUE_WITHOUT_ISSUE');
  expect((await same(clue.clueId, clue.clueId)).status).toBe(404);

  // While it is being taken back, whoever would end another one there waits, and is refused.
  const other = await report({ person: { name: '公孙石' } });
  let ends = Promise.resolve<Awaited<ReturnType<typeof same>> | undefined>(undefined);
  await care.county.rows.inTransaction(async tx => {
    await tx.sql('SELECT id FROM screening_clue WHERE county_id = 1 AND id = $1 FOR UPDATE', [other.clueId]);
    ends = same(clue.clueId, other.clueId);
    await new Promise(resolve => setTimeout(resolve, 300));
    await tx.sql(`UPDATE screening_clue SET state = 'withdrawn', due_on = NULL, ended_at = now() WHERE county_id = 1 AND id = $1`, [
      other.clueId,
    ]);
  });
  expect((await ends)?.refusal.code).toBe('CLUE_WITHOUT_ISSUE');
});

it('shows who told it to whoever needs it, for a reason, and writes down every time (DY-13)', async () => {
  const { officer, gridWorker, police, lead } = care.people;
  const { clueId } = await report({ informant: INFORMANT });
  const open = (as: TestPerson) => care.county.call(openInformant, { as, params: { clueId }, body: { why: 'findPerson' } });
  for (const as of [gridWorker, police, lead]) expect([(await open(as)).status, (await read(clueId, as)).status]).toEqual([404, 404]);
  const shown = await read(clueId);
  expect(shown.body.hasInformant).toBe(true);
  expect(JSON.stringify(shown.body)).not.toContain(INFORMANT.name);
  expect(await deeds('screening:clue-read', clueId)).toHaveLength(1);
  for (const time of [1, 2]) {
    expect(ok(await open(officer)).informant).toEqual(INFORMANT);
    expect(await deeds('screening:informant-opened', clueId)).toEqual(
      Array(time).fill({ facts: { why: 'findPerson' }, person_id: officer.id }),
    );
  }
});

it('names nobody in its lists, which go by state and whereabouts (DY-05)', async () => {
  const { clueId } = await report({ person: { name: '司徒远' } });
  const list = async (query: object, as = care.people.officer) => ok(await care.county.call(listClues, { as, query }));
  const page = await list({ state: 'open', whereabouts: 'atHome', group: 6 });
  expect(page.rows.find(row => row.clueId === clueId)).toMatchObject({ nameless: '司某', areaName: '竹坪村' });
  expect(JSON.stringify(page)).not.toContain('司徒');
  expect((await list({ whereabouts: 'inCustody' })).rows).toEqual([]);
  expect((await care.county.call(listClues, { as: care.people.stranger })).body.rows).toEqual([]);
});

it('leaves nothing of a person when its time is over: no word, no document, nobody who told it', async () => {
  const { officer } = care.people;
  const { rows, clock, app, countyId } = care.county;
  const document = { idType: 'passport', idNumber: 'E87654321' } as const;
  const gone = await report({ person: { name: '夏侯止', ...document }, informant: INFORMANT });
  const stays = await report({ informant: INFORMANT });
  await check(gone.clueId, { as: 'new', version: 1 });
  ok(await review(gone.clueId, { version: 2, finding: 'notConfirmed', opinion: '一过性反应' }));
  const endedOn = clock.today();
  const { endedClueDays } = SHIPPED_POLICIES.screening;
  const words = () =>
    rows.sql(
      `SELECT 'clue' AS what FROM screening_clue AS clue WHERE county_id = 1 AND id = $1
         AND num_nonnulls(told_sealed, document, check_sealed, review_sealed, end_sealed) > 0
       UNION ALL SELECT 'informant' FROM screening_informant WHERE county_id = 1 AND id = $1`,
      [gone.clueId],
    );
  const erasedOn = async (days: number) => {
    clock.set(startOf(addDays(endedOn, days)));
    await app.get(EraseEndedClues).run(countyId);
    return words();
  };
  // The whole of its last day it is kept.
  expect(await erasedOn(endedClueDays)).toEqual([{ what: 'clue' }, { what: 'informant' }]);
  expect(await erasedOn(endedClueDays + 1)).toEqual([]);
  // No other table has a word of it either that the application could open: every sealed value bears its table and row.
  const elsewhere = await care.county.database.owner<{ name: string }>(
    `SELECT relname AS name FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
     WHERE relkind = 'r' AND relname LIKE 'screening%' AND attname LIKE '%sealed' GROUP BY 1 ORDER BY 1`,
  );
  expect(elsewhere.map(table => table.name)).toEqual(expect.arrayContaining(['screening_clue', 'screening_informant']));
  expect(ok(await read(gone.clueId))).toMatchObject({
    state: 'notConfirmed',
    nameless: null,
    person: null,
    yes: [],
    note: null,
    hasInformant: false,
    review: { words: null },
    group: 6,
  });
  expect(ok(await care.county.call(openInformant, { as: officer, params: { clueId: gone.clueId }, body: { why: 'askMore' } }))).toEqual({
    informant: null,
  });
  expect(ok(await read(stays.clueId))).toMatchObject({ state: 'open', hasInformant: true });
  // What was erased takes no words again, not even by the database's own hand.
  await expect(rows.sql(`UPDATE screening_clue SET document = '\\x00' WHERE county_id = 1 AND id = $1`, [gone.clueId])).rejects.toThrow();
});

describe('from an incident with somebody who has no file', () => {
  const DESCRIBED = '穿灰棉袄的中年人';
  const kept = async () => {
    const { gridWorker, officer } = care.people;
    const { incidentId } = ok(
      await care.county.call(reportUnfiledIncident, {
        as: gridWorker,
        params: { areaId: care.county.areas.village },
        body: {
          incidentId: newId(),
          kind: 'other',
          happenedAt: care.county.clock.now().toISOString(),
          source: 'seen',
          description: DESCRIBED,
        },
      }),
    );
    const settle = async (outcome: 'clue' | 'closed') => {
      ok(await care.county.call(settleUnfiledIncident, { as: officer, params: { incidentId }, body: { outcome } }));
      await care.county.work();
    };
    await settle('clue');
    const clues = () =>
      care.county.rows.sql<{ id: string; state: string }>('SELECT id, state FROM screening_clue WHERE county_id = 1 AND incident_id = $1', [
        incidentId,
      ]);
    const [clue] = await clues();
    return { incidentId, settle, clues, clueId: clue?.id ?? '' };
  };
  const unfiled = async (incidentId: string) =>
    ok(await care.county.call(readIncident, { as: care.people.officer, params: { incidentId } })).unfiled;

  it('is one clue, however often it is kept, and says who it is once somebody does', async () => {
    const { settle, clues, clueId, incidentId } = await kept();
    await settle('clue');
    expect(await clues()).toEqual([{ id: clueId, state: 'open' }]);
    expect((await check(clueId, { as: 'new', version: 1 })).refusal.code).toBe('CLUE_NOT_DESCRIBED');
    const body = { version: 1, areaId: care.county.areas.village, whereabouts: 'homeless', person: { name: '令狐见' } } as const;
    ok(await care.county.call(describeClue, { as: care.people.officer, params: { clueId }, body }));
    expect(ok(await check(clueId, { as: 'new', version: 2 }))).toMatchObject({ state: 'toReview' });
    expect((await unfiled(incidentId))?.description).toBe(DESCRIBED);
  });

  it('takes the words of the incident along when nothing comes of the clue', async () => {
    const { clueId, incidentId } = await kept();
    ok(await withdraw(clueId, 1));
    await care.county.work();
    expect(await unfiled(incidentId)).toMatchObject({ outcome: 'closed', description: null });
  });

  it('ends with the incident when that is closed after all', async () => {
    const { settle, clues, clueId } = await kept();
    await settle('closed');
    expect(await clues()).toEqual([{ id: clueId, state: 'withdrawn' }]);
  });
});

it('hands the county those whom a psychiatrist still has to see, each with the mark of who took it (DY-05)', async () => {
  const { county, people } = care;
  const { clueId, version } = await report({ person: { name: '公孙候', idType: 'passport', idNumber: 'E11112222' } });
  await check(clueId, { as: 'new', version });
  const mark = '试验水印';
  const actor = { countyId: 1, personId: people.officer.id, sessionId: people.officer.id, channel: 'desk', posts: [] } as const;
  const { workbook } = await county.rows.inTransaction(tx =>
    county.app.get(WriteDiagnosisList).run(tx, county.areas.township, mark, actor),
  );
  const reading = readWorkbook(workbook);
  const text = JSON.stringify(reading.ok ? reading.sheets : []);
  expect(text).toContain('公孙候');
  expect(text).toContain('2222');
  expect(text).not.toContain('E1111');
  expect(text.split(mark).length).toBeGreaterThan(3);
  expect(await deeds('screening:clue-exported', clueId)).toHaveLength(1);
});

it('tells whoever handed it in how far it has got: their own alone, nobody named, no outcome (BQ-11, TH-09)', async () => {
  const { gridWorker, lead, doctor } = care.people;
  const mine = async (as: TestPerson, limit = 100) => ok(await care.county.call(listMyClues, { as, query: { limit } }));
  const [first, second] = [
    await report({ informant: INFORMANT, person: { name: '扈三更' } }),
    await report({ person: { name: '冼五福' } }),
  ];
  expect((await mine(gridWorker)).rows.slice(0, 2)).toMatchObject([
    { clueId: second.clueId, nameless: '冼某', areaName: '竹坪村', state: 'waiting' },
    { clueId: first.clueId, nameless: '扈某', state: 'waiting' },
  ]);
  expect(JSON.stringify(await mine(gridWorker))).not.toMatch(/三更|五福|苏问渠|喊叫/);
  expect((await mine(lead)).rows.map(row => row.clueId)).not.toContain(first.clueId);
  expect((await mine(doctor)).rows).toEqual([]);

  const page = await mine(gridWorker, 1);
  expect(page).toMatchObject({ rows: [{ clueId: second.clueId }], next: second.clueId });
  const older = ok(await care.county.call(listMyClues, { as: gridWorker, query: { limit: 1, after: page.next ?? '' } }));
  expect(older.rows).toMatchObject([{ clueId: first.clueId }]);

  ok(await check(first.clueId, { as: 'new', version: 1 }));
  expect((await mine(gridWorker)).rows.find(row => row.clueId === first.clueId)?.state).toBe('goesOn');
  ok(await review(first.clueId, { version: 2, finding: 'confirmed' }));
  ok(await withdraw(second.clueId, 1));
  // One was confirmed, the other was none: to whoever told, both are over.
  const ended = (await mine(gridWorker)).rows.slice(0, 2);
  expect(ended.map(row => row.state)).toEqual(['ended', 'ended']);
  expect(Object.keys(ended[1] ?? {}).sort()).toEqual(['areaName', 'clueId', 'nameless', 'reportedAt', 'state']);
});
