import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  acknowledgeIncident,
  addIncidentFile,
  addToIncident,
  listIncidents,
  readIncident,
  readIncidentFile,
  reportIncident,
} from '@guanhu/shared/incidents/incidents.routes';
import { joinUnfiledIncident, reportUnfiledIncident, settleUnfiledIncident } from '@guanhu/shared/incidents/unfiled.routes';
import { urlOf } from '@guanhu/shared/kernel/route';
import { SHIPPED_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { Config } from '../platform/config/config.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Files } from '../platform/files/files.ts';
import { newId } from '../platform/ids.ts';
import { MONDAY, careCounty, type CareCounty } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { SMALL_PNG } from '../testing/rights.ts';
import { EraseClues } from './erase-clues.ts';
import { EscalateUnanswered } from './escalate-unanswered.ts';

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
}, 60_000);
// A day for each test: what another one reported is too long ago to be the same.
let day = 0;
beforeEach(() => {
  care.county.clock.set(new Date(MONDAY.getTime() + ++day * 86_400_000));
});
afterAll(() => care.county.close());

const DESCRIPTION = '穿蓝上衣的老人，在村口拿着木棍';
const NOTE = '嘴里一直喊叫';
const report = (as: TestPerson, more: object = {}, areaId = care.county.areas.village) =>
  care.county.call(reportUnfiledIncident, {
    as,
    params: { areaId },
    body: {
      incidentId: newId(),
      kind: 'threat',
      happenedAt: care.county.clock.now().toISOString(),
      source: 'bystander',
      description: DESCRIPTION,
      note: NOTE,
      ...more,
    },
  });
const read = (incidentId: string, as: TestPerson) => care.county.call(readIncident, { as, params: { incidentId } });
const settle = (incidentId: string, outcome: 'clue' | 'closed', as: TestPerson) =>
  care.county.call(settleUnfiledIncident, { as, params: { incidentId }, body: { outcome } });
/** A photograph, put to it by whoever reported. */
const photographed = async (incidentId: string, as: TestPerson): Promise<string> => {
  const body = { fileId: newId(), content: SMALL_PNG };
  return (await care.county.call(addIncidentFile, { as, params: { incidentId }, body })).body.fileId;
};
const seen = async (incidentId: string, fileId: string, as: TestPerson) =>
  (
    await fetch(`${care.county.url}/api` + urlOf(readIncidentFile, { incidentId, fileId }), {
      headers: { authorization: `Bearer ${as.token}` },
    })
  ).status;
/** What lies on the disk, after whatever was promised has been done. */
const kept = async (fileId: string) => {
  await care.county.work();
  return care.county.app.get(Files).read(care.county.countyId, fileId);
};

it('tells whoever holds the posts in the place, and makes no file (TH-09, YM-11)', async () => {
  const { gridWorker, lead, police, doctor, officer } = care.people;
  const patients = () => care.county.rows.sql('SELECT id FROM patient WHERE county_id = 1');
  const before = await patients();
  const { body } = await report(gridWorker);
  expect(await patients()).toEqual(before);
  const promised = await care.county.rows.sql<{ payload: { personId: string; patientId: string | null } }>(
    `SELECT payload FROM outbox WHERE county_id = 1 AND kind = 'alarm' AND payload ->> 'incidentId' = $1`,
    [body.incidentId],
  );
  expect(promised.map(row => row.payload.personId).sort()).toEqual([lead, police, doctor, officer].map(one => one.id).sort());
  expect(promised.every(row => row.payload.patientId === null)).toBe(true);
  const seen = (await read(body.incidentId, police)).body;
  expect(seen).toMatchObject({
    patientId: null,
    patientName: null,
    villageName: '竹坪村',
    unfiled: { source: 'bystander', description: DESCRIPTION, outcome: null, mine: false },
    notes: [NOTE],
  });
  const answered = await care.county.call(acknowledgeIncident, { as: police, params: { incidentId: body.incidentId } });
  expect(answered.body).toMatchObject({ state: 'acknowledged' });
  expect((await care.county.call(listIncidents, { as: police, query: {} })).body.rows[0]).toMatchObject({
    incidentId: body.incidentId,
    patientId: null,
    villageName: '竹坪村',
  });
});

it('takes one tap; how it is known is said afterwards, by whoever reported it or settles it', async () => {
  const { gridWorker, lead, police, officer } = care.people;
  const happenedAt = care.county.clock.now().toISOString();
  const { incidentId } = (
    await care.county.call(reportUnfiledIncident, {
      as: gridWorker,
      params: { areaId: care.county.areas.village },
      body: { incidentId: newId(), kind: 'selfHarm', happenedAt },
    })
  ).body;
  expect((await read(incidentId, police)).body).toMatchObject({ reports: 1, notes: [], unfiled: { source: null, description: null } });
  const say = (as: TestPerson, which: string, more: object = { source: 'seen' }) =>
    care.county.call(addToIncident, { as, params: { incidentId: which }, body: { additionId: newId(), ...more } });
  expect((await say(lead, incidentId)).refusal.code).toBe('INCIDENT_NOT_YOURS');
  expect((await say(gridWorker, incidentId)).body).toMatchObject({ reports: 1, unfiled: { source: 'seen' } });
  expect((await say(officer, incidentId, { source: 'bystander', note: NOTE })).body.unfiled).toMatchObject({ source: 'bystander' });
  expect((await read(incidentId, police)).body).toMatchObject({ reports: 2, notes: [NOTE], unfiled: { source: 'bystander' } });
  const ward = await care.ward();
  const body = { incidentId: newId(), kind: 'fluctuation', happenedAt } as const;
  await care.county.call(reportIncident, { as: gridWorker, params: { patientId: ward.patientId }, body });
  expect((await say(gridWorker, body.incidentId)).refusal.code).toBe('INCIDENT_HAS_FILE');
  expect((await settle(incidentId, 'closed', officer)).status).toBe(200);
});

it('leaves two reports of one kind in one place apart, asks whether they are one, and goes to the next posts when nobody answers', async () => {
  const first = (await report(care.people.gridWorker)).body;
  expect(first.maybeSame).toBeNull();
  const second = (await report(care.people.lead, { description: '一个拿木棍的人', note: undefined })).body;
  expect(second).toMatchObject({ joinedFrom: null, maybeSame: { incidentId: first.incidentId } });
  expect((await report(care.people.lead, { kind: 'missing' })).body.maybeSame).toBeNull();
  expect((await read(second.incidentId, care.people.police)).body).toMatchObject({
    reports: 1,
    unfiled: { description: '一个拿木棍的人' },
  });
  care.county.clock.advance(15 * 60_000);
  await care.county.app.get(EscalateUnanswered).run(care.county.countyId);
  for (const { incidentId } of [first, second]) expect((await read(incidentId, care.people.townshipLead)).status).toBe(200);
});

it.each(['clue', 'closed'] as const)('alarms nobody any more once it is settled as %s, though nobody has answered', async outcome => {
  const { gridWorker, officer, townshipLead } = care.people;
  const { incidentId } = (await report(gridWorker)).body;
  const alarms = async () =>
    (
      await care.county.rows.sql(`SELECT 1 FROM outbox WHERE county_id = 1 AND kind = 'alarm' AND payload ->> 'incidentId' = $1`, [
        incidentId,
      ])
    ).length;
  const before = await alarms();
  expect((await settle(incidentId, outcome, officer)).status).toBe(200);
  for (let round = 2; round <= 4; round++) {
    care.county.clock.advance(15 * 60_000);
    await care.county.app.get(EscalateUnanswered).run(care.county.countyId);
  }
  expect(await alarms()).toBe(before);
  expect((await read(incidentId, townshipLead)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  expect((await read(incidentId, officer)).body).toMatchObject({ state: 'acknowledged', nextRoundAt: null });
});

it('goes on with what was worse when two are made one, while nobody was on that', async () => {
  const { gridWorker, lead, police } = care.people;
  const lesser = (await report(gridWorker, { kind: 'fluctuation' })).body.incidentId;
  await care.county.call(acknowledgeIncident, { as: lead, params: { incidentId: lesser } });
  const worse = (await report(gridWorker, { kind: 'harmToOthers' })).body.incidentId;
  const same = { as: gridWorker, params: { incidentId: worse }, body: { sameAs: lesser } };
  expect((await care.county.call(joinUnfiledIncident, same)).status).toBe(200);
  const { body } = await read(lesser, police);
  expect(body).toMatchObject({ kind: 'harmToOthers', state: 'open', reports: 2 });
  expect(body.nextRoundAt).not.toBeNull();
  // Somebody is on the worse one: it stays so, and nobody is alarmed anew.
  const other = (await report(gridWorker, { kind: 'threat' })).body.incidentId;
  const known = (await report(gridWorker, { kind: 'selfHarm' })).body.incidentId;
  for (const incidentId of [other, known]) await care.county.call(acknowledgeIncident, { as: police, params: { incidentId } });
  await care.county.call(joinUnfiledIncident, { as: gridWorker, params: { incidentId: known }, body: { sameAs: other } });
  expect((await read(other, police)).body).toMatchObject({ kind: 'selfHarm', state: 'acknowledged' });
});

it('makes one of two when whoever reported the second, or whoever settles them, says so; with both descriptions, and a deed', async () => {
  const { gridWorker, lead, officer, police, stranger } = care.people;
  const same = (incidentId: string, sameAs: string, as: TestPerson) =>
    care.county.call(joinUnfiledIncident, { as, params: { incidentId }, body: { sameAs } });
  const first = (await report(gridWorker)).body.incidentId;
  const second = (await report(lead, { description: '一个拿木棍的人' })).body.incidentId;
  const far = (await report(stranger, {}, care.county.areas.farVillage)).body.incidentId;
  expect((await same(second, first, stranger)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  expect((await same(second, first, gridWorker)).refusal.code).toBe('INCIDENT_NOT_YOURS');
  expect((await same(second, second, lead)).refusal.code).toBe('INCIDENTS_APART');
  expect((await same(second, far, lead)).refusal.code).toBe('INCIDENTS_APART');
  expect((await same(second, first, lead)).body).toMatchObject({ incidentId: first, joinedFrom: second });
  expect((await read(first, police)).body).toMatchObject({ reports: 2, notes: [NOTE, `一个拿木棍的人；${NOTE}`] });
  expect((await read(second, police)).body).toMatchObject({
    nextRoundAt: null,
    unfiled: { outcome: 'joined', description: null, mine: false },
  });
  expect((await same(second, first, lead)).refusal.code).toBe('INCIDENT_CLOSED');
  expect((await settle(second, 'clue', officer)).refusal.code).toBe('INCIDENT_CLOSED');
  const deeds = await care.county.rows.sql(`SELECT facts FROM deed WHERE county_id = 1 AND act = 'incidents:joined' AND object_id = $1`, [
    second,
  ]);
  expect(deeds).toEqual([{ facts: { sameAs: first } }]);
});

it('keeps a clue with its words as long as the policy says and not a day longer; that there was one stays', async () => {
  const { gridWorker, doctor } = care.people;
  const { incidentId } = (await report(gridWorker)).body;
  await settle(incidentId, 'clue', doctor);
  const open = (await report(gridWorker)).body.incidentId;
  const erase = async (days: number) => {
    care.county.clock.set(new Date(MONDAY.getTime() + (day + days) * 86_400_000));
    await care.county.app.get(EraseClues).run(care.county.countyId);
    return care.county.rows.sql(
      `SELECT incident.id, outcome, description_sealed IS NULL AS erased, count(note_sealed)::int AS notes FROM incident
       JOIN incident_report ON incident_report.county_id = 1 AND incident_report.incident_id = incident.id
       WHERE incident.county_id = 1 AND incident.id = ANY($1::uuid[]) GROUP BY incident.county_id, incident.id ORDER BY incident.id`,
      [[incidentId, open]],
    );
  };
  const { clueDays } = SHIPPED_POLICIES.incident;
  const untouched = { id: open, outcome: null, erased: false, notes: 1 };
  expect(await erase(clueDays)).toEqual([{ id: incidentId, outcome: 'clue', erased: false, notes: 1 }, untouched]);
  expect(await erase(clueDays + 1)).toEqual([{ id: incidentId, outcome: 'clue', erased: true, notes: 0 }, untouched]);
});

it('is reported by whoever holds a post there, and read and settled by whoever may', async () => {
  const { stranger, gridWorker, officer, doctor, lead } = care.people;
  for (const as of [stranger, await care.county.person(), (await care.ward()).guardian])
    expect((await report(as)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  expect((await report(gridWorker, {}, newId())).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  const { incidentId } = (await report(gridWorker)).body;
  expect((await read(incidentId, stranger)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  expect((await settle(incidentId, 'closed', lead)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  expect((await read(incidentId, officer)).body.unfiled).toMatchObject({ mine: true });
  expect((await settle(incidentId, 'clue', doctor)).body).toMatchObject({ outcome: 'clue' });
  expect((await read(incidentId, officer)).body.unfiled).toMatchObject({ outcome: 'clue', description: DESCRIPTION });
});

it('is closed without leaving who it was or what was told, anywhere in the database', async () => {
  const { gridWorker, officer, police } = care.people;
  const { incidentId } = (await report(gridWorker)).body;
  const body = { additionId: newId(), note: '往河边去了', place: { latitude: 30.5, longitude: 111.5, accuracyMetres: 9 } };
  await care.county.call(addToIncident, { as: police, params: { incidentId }, body });
  expect((await settle(incidentId, 'closed', officer)).status).toBe(200);

  const erased = await care.county.rows.sql(
    `SELECT description_sealed IS NULL AS description, NOT EXISTS (
       SELECT FROM incident_report WHERE county_id = 1 AND incident_id = incident.id AND (note_sealed IS NOT NULL OR place_sealed IS NOT NULL)) AS reports
     FROM incident WHERE county_id = 1 AND id = $1`,
    [incidentId],
  );
  expect(erased).toEqual([{ description: true, reports: true }]);
  expect((await read(incidentId, officer)).body).toMatchObject({
    unfiled: { description: null, outcome: 'closed' },
    notes: [],
    places: [],
  });
  // Nor in the answers that are kept beside their keys, nor in clear anywhere.
  const kept = await care.county.rows.sql<{ id: string; answer: Buffer | null }>('SELECT id, answer FROM kept_answer WHERE county_id = 1');
  const vault = await care.county.app.get(Vaults).of(care.county.countyId);
  const opened = kept.map(({ id, answer }) =>
    answer === null ? '' : vault.open({ table: 'kept_answer', row: id, column: 'answer' }, answer),
  );
  expect(opened.some(answer => answer.includes(incidentId))).toBe(true);
  for (const words of [DESCRIPTION, NOTE, '往河边去了'])
    expect(opened.filter(answer => answer.includes(words) && answer.includes(incidentId))).toEqual([]);
  expect((await settle(incidentId, 'clue', officer)).refusal.code).toBe('INCIDENT_CLOSED');
  const more = { additionId: newId(), note: '还有' };
  expect((await care.county.call(addToIncident, { as: police, params: { incidentId }, body: more })).refusal.code).toBe('INCIDENT_CLOSED');
});

it('carries a photograph like any other report, for those who handle it, and keeps it from everybody else', async () => {
  const { gridWorker, police, doctor, stranger } = care.people;
  const { incidentId } = (await report(gridWorker)).body;
  const fileId = await photographed(incidentId, gridWorker);
  expect((await read(incidentId, police)).body.files).toMatchObject([{ fileId, type: 'image/png', byMe: false }]);
  for (const as of [gridWorker, police, doctor]) expect(await seen(incidentId, fileId, as)).toBe(200);
  const other = (await report(gridWorker)).body.incidentId;
  expect([await seen(incidentId, fileId, stranger), await seen(other, fileId, police)]).toEqual([404, 404]);
  // The sweep of files that no row names leaves it alone, and no patient's file shows it.
  const rows = await care.county.rows.sql('SELECT patient_id, kind FROM attachment WHERE county_id = 1 AND id = $1', [fileId]);
  expect(rows).toEqual([{ patient_id: null, kind: 'incident' }]);
  const sealed = await readFile(join(care.county.app.get(Config).dataDir, 'files', '1', fileId.slice(-2), fileId));
  expect(sealed.includes(Buffer.from(SMALL_PNG, 'base64'))).toBe(false);
});

it('erases the photograph with the rest when it is closed, and takes no more', async () => {
  const { gridWorker, officer } = care.people;
  const { incidentId } = (await report(gridWorker)).body;
  const fileId = await photographed(incidentId, gridWorker);
  expect(await kept(fileId)).toBeDefined();
  await settle(incidentId, 'closed', officer);
  expect((await read(incidentId, officer)).body.files).toEqual([]);
  expect(await seen(incidentId, fileId, officer)).toBe(404);
  expect(await kept(fileId)).toBeUndefined();
  const body = { fileId: newId(), content: SMALL_PNG };
  const more = await care.county.call(addIncidentFile, { as: gridWorker, params: { incidentId }, body });
  expect(more.refusal.code).toBe('INCIDENT_CLOSED');
});

it('erases it with a clue whose time is over, to which nothing is added then; and takes it along to the same event', async () => {
  const { gridWorker, lead, doctor } = care.people;
  const first = (await report(gridWorker)).body.incidentId;
  const second = (await report(lead)).body.incidentId;
  const fileId = await photographed(second, lead);
  await care.county.call(joinUnfiledIncident, { as: lead, params: { incidentId: second }, body: { sameAs: first } });
  expect((await read(first, doctor)).body.files).toMatchObject([{ fileId }]);
  await settle(first, 'clue', doctor);
  care.county.clock.set(new Date(MONDAY.getTime() + (day + SHIPPED_POLICIES.incident.clueDays + 1) * 86_400_000));
  await care.county.app.get(EraseClues).run(care.county.countyId);
  expect((await read(first, doctor)).body.files).toEqual([]);
  expect(await kept(fileId)).toBeUndefined();
  const body = { additionId: newId(), note: '又来了' };
  expect((await care.county.call(addToIncident, { as: doctor, params: { incidentId: first }, body })).refusal.code).toBe('INCIDENT_CLOSED');
});
