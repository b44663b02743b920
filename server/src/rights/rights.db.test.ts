import { requestStepUp, approveDeskTicket } from '@guanhu/shared/access/access.routes';
import { listOpenings, markOpeningSeen, openInEmergency, reviewOpening } from '@guanhu/shared/care-team/break-glass.routes';
import { addDays, calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { urlOf } from '@guanhu/shared/kernel/route';
import { readMedicationWeek, confirmMedication } from '@guanhu/shared/medication/medication.routes';
import { SHIPPED_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { attachFile, listAttachments, readAttachment, removeAttachment } from '@guanhu/shared/registry/attachments.routes';
import { listPatients, readPatient } from '@guanhu/shared/registry/registry.routes';
import { askExport, decideExport, downloadExport, listExports } from '@guanhu/shared/rights/exports.routes';
import { decideHandedIn, handIn, listHandedIn, readHandedIn } from '@guanhu/shared/rights/handed-in.routes';
import { signOut } from '@guanhu/shared/access/access.routes';
import { listReaders, listSubjects, readKept } from '@guanhu/shared/rights/kept.routes';
import {
  answerRequest,
  escalateRequest,
  invitePatient,
  listMyRequests,
  listRequests,
  makeRequest,
  readRequest,
  readRequestVoice,
  recordRequest,
} from '@guanhu/shared/rights/requests.routes';
import { listMyOverdue } from '@guanhu/shared/reminders/reminders.routes';
import { readRetention } from '@guanhu/shared/rights/retention.routes';
import { reportConcern } from '@guanhu/shared/visits/after-visit.routes';
import { read, utils } from '@e965/xlsx';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Audit } from '../audit/audit.public.ts';
import { newId } from '../platform/ids.ts';
import { Attachments, Files } from '../registry/registry.public.ts';
import { careCounty, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { comesDue } from '../testing/promises.ts';
import { ok, VOICE_NOTE } from '../testing/reward.ts';
import { numbered, patientSelf, SMALL_PNG } from '../testing/rights.ts';
import { Retention } from './retention.ts';

let care: CareCounty;
let ward: Ward;
beforeAll(async () => {
  care = await careCounty();
  ward = await care.ward();
});
afterAll(() => care.county.close());
const of = (one: Ward = ward) => ({ patientId: one.patientId });
const refusal = (answer: { status: number; refusal: { code: string } }) => (answer.status === 200 ? null : answer.refusal.code);
const owner = <R>(sql: string) => care.county.database.owner<R>(sql);

describe('a photograph in a file', () => {
  const attach = (as: TestPerson, body: object = {}, key = newId()) =>
    care.county.call(attachFile, {
      as,
      params: of(),
      key,
      body: { attachmentId: newId(), kind: 'diagnosis', what: '诊断证明第一页', content: SMALL_PNG, ...body },
    });
  const bytes = (as: TestPerson, attachmentId: string) =>
    fetch(`${care.county.url}/api/attachments/${attachmentId}/content`, { headers: { authorization: `Bearer ${as.token}` } });
  const onDisk = (): string[] => {
    const root = join(care.county.config.dataDir, 'files');
    return existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => /[0-9a-f-]{36}/.test(name)) : [];
  };

  it('lies sealed on the disk under its id, and comes back as it was, to be saved and kept by nothing', async () => {
    const row = ok(await attach(care.people.officer));
    const [file = ''] = onDisk().filter(name => name.includes(row.attachmentId));
    const kept = readFileSync(join(care.county.config.dataDir, 'files', file));
    expect([kept.includes('PNG'), kept.length > row.size]).toEqual([false, true]);
    const answer = await bytes(care.people.doctor, row.attachmentId);
    expect(Buffer.from(await answer.arrayBuffer()).toString('base64')).toBe(SMALL_PNG);
    expect(
      Object.fromEntries(['content-type', 'cache-control', 'x-content-type-options'].map(name => [name, answer.headers.get(name)])),
    ).toEqual({
      'content-type': 'image/png',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${row.attachmentId}.png"`);
    expect(await owner(`SELECT what FROM read_log WHERE what = 'attachment'`)).toHaveLength(1);
  });

  it('is attached once however often it is sent, and never over another', async () => {
    const [attachmentId, key] = [newId(), newId()];
    const answers = [await attach(care.people.officer, { attachmentId }, key), await attach(care.people.officer, { attachmentId }, key)];
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect(refusal(await attach(care.people.officer, { attachmentId, what: '另一张' }))).toBe('INPUT_INVALID');
    expect(onDisk().filter(name => name.includes(attachmentId))).toHaveLength(1);
  });

  it('is refused when it is something else, whatever it is called', async () => {
    const content = Buffer.from('<html>').toString('base64');
    expect(refusal(await attach(care.people.officer, { content }))).toBe('FILE_TYPE_NOT_KEPT');
    const large = Buffer.alloc(8 * 1024 * 1024 + 1).toString('base64');
    expect(refusal(await attach(care.people.officer, { content: large }))).toBe('FILE_TOO_LARGE');
  });

  it('leaves nothing behind but who took it out and why', async () => {
    const { attachmentId, version } = ok(await attach(care.people.officer));
    ok(
      await care.county.call(removeAttachment, {
        as: care.people.officer,
        params: { attachmentId },
        body: { reason: '传错了人', version },
      }),
    );
    await care.county.work();
    expect(onDisk().filter(name => name.includes(attachmentId))).toEqual([]);
    expect((await bytes(care.people.officer, attachmentId)).status).toBe(410);
    const { rows } = ok(await care.county.call(listAttachments, { as: care.people.officer, params: of(), query: {} }));
    expect(rows.find(row => row.attachmentId === attachmentId)?.removed).toMatchObject({
      by: care.people.officer.name,
      reason: '传错了人',
    });
  });

  it('that never came to be is swept away, and one that stands is not', async () => {
    const standing = onDisk().length;
    const { app, countyId, clock } = care.county;
    await expect(
      care.county.rows.inTransaction(async tx => {
        const actor = { countyId, personId: care.people.officer.id, sessionId: newId(), channel: 'desk', posts: [] } as const;
        await app.get(Attachments).keep(tx, actor, { attachmentId: newId(), ...of(), kind: 'other', what: 'x', content: SMALL_PNG });
        throw new Error('the connection breaks');
      }),
    ).rejects.toThrow('the connection breaks');
    expect(onDisk()).toHaveLength(standing + 1);
    const before = clock.now();
    clock.set(new Date(Date.now() + 25 * 3_600_000));
    expect(await app.get(Attachments).sweep(countyId)).toBe(1);
    clock.set(before);
    expect(onDisk()).toHaveLength(standing);
  });

  it('is closed to guardians, to strangers, and to whoever has no part in the patient', async () => {
    const { attachmentId } = ok(await attach(care.people.officer));
    for (const as of [ward.guardian, care.people.stranger, care.people.townshipLead])
      expect((await bytes(as, attachmentId)).status).toBe(404);
    expect((await fetch(`${care.county.url}/api/attachments/${attachmentId}/content`)).status).toBe(401);
    expect(readAttachment.method).toBe('GET');
  });
});

describe('what is kept and who read it', () => {
  it('is told to the patient and the guardian in plain words, by post and day, and to nobody else', async () => {
    const family = await care.ward();
    const self = await patientSelf(care.county, family);
    ok(await care.county.call(readPatient, { as: care.people.doctor, params: of(family) }));
    ok(await care.county.call(readPatient, { as: care.people.doctor, params: of(family) }));
    ok(await care.county.call(readMedicationWeek, { as: family.guardian, params: of(family) }));
    const [today] = await owner<{ day: string }>(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS day`);
    for (const as of [self, family.guardian]) {
      const { days } = ok(await care.county.call(listReaders, { as, params: of(family), query: { until: today?.day as never } }));
      expect(days[0]?.on).toBe(today?.day);
      expect(days[0]?.reads).toEqual(
        expect.arrayContaining([
          { who: 'mentalHealthDoctor', area: '云坪镇', what: 'patient-file', times: 2 },
          { who: 'guardian', area: null, what: 'medication-week', times: 1 },
        ]),
      );
      expect(JSON.stringify(days)).not.toContain(care.people.doctor.name);
      const { groups } = ok(await care.county.call(readKept, { as, params: of(family) }));
      expect(groups.map(group => group.kind)).toEqual(expect.arrayContaining(['file', 'guardians', 'team']));
    }
    expect(ok(await care.county.call(listSubjects, { as: self })).rows).toEqual([{ patientId: family.patientId, as: 'self' }]);
    for (const as of [ward.guardian, care.people.officer, care.people.administrator])
      expect(refusal(await care.county.call(readKept, { as, params: of(family) }))).toBe('NOT_FOUND_OR_NO_ACCESS');
  });

  it('never shows a read that belongs to a confidential report', async () => {
    const { app, countyId, rows } = care.county;
    const actor = { countyId, personId: care.people.officer.id, sessionId: newId(), channel: 'desk', posts: [] } as const;
    for (const what of ['concern', 'concern-list', 'concern:patient-file', 'rights-report'])
      await app.get(Audit).read(rows, { actor, what, patientIds: [ward.patientId] });
    const [today] = await owner<{ day: string }>(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS day`);
    const { days } = ok(await care.county.call(listReaders, { as: ward.guardian, params: of(), query: { until: today?.day as never } }));
    expect(days.flatMap(day => day.reads).filter(read => ['other', 'concern', 'rights-report'].includes(read.what))).toEqual([]);
  });

  it('gives the patient an account by a code in person, and the family’s part of the file with it', async () => {
    const family = await care.ward();
    const invite = () => care.county.call(invitePatient, { as: care.people.officer, params: of(family) });
    expect(refusal(await invite())).toBe('PHONE_MISSING');
    await care.county.rows.inTransaction(tx =>
      care.county.app
        .get(Files)
        .state(tx, { actor: 'system', patientId: family.patientId, set: { phone: '19900008888' }, act: 'registry:record-imported' }),
    );
    expect(ok(await invite()).code).toMatch(/^\w{4}-\w{4}$/);
    ok(await invite());
    expect(await owner(`SELECT id FROM patient_account WHERE patient_id = '${family.patientId}'`)).toHaveLength(1);
    const self = await patientSelf(care.county, await care.ward());
    expect(refusal(await care.county.call(readPatient, { as: self, params: of() }))).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect(
      refusal(
        await care.county.call(confirmMedication, {
          as: self,
          params: of(),
          body: { on: care.county.clock.today(), answer: 'taken', at: care.county.clock.now().toISOString() },
        }),
      ),
    ).toBe('NOT_FOUND_OR_NO_ACCESS');
  });
});

describe('a request', () => {
  const make = (as: TestPerson, params: { patientId: string }, kind = 'complaint') =>
    care.county.call(makeRequest, { as, params, body: { requestId: newId(), kind, words: '网格员说话太大声' } });

  it('has a named officer and fifteen working days, is answered in words, contested, and answered by the county', async () => {
    const { officer, administrator } = care.people;
    const family = await care.ward();
    const self = await patientSelf(care.county, family);
    const asked = ok(await make(self, of(family)));
    // Monday 15 June 2026: the Dragon Boat holiday (19 June) is no working day.
    expect(asked).toMatchObject({
      state: 'open',
      dueOn: '2026-07-07',
      way: 'self',
      mayEscalate: false,
      officer: `${officer.name}（社会事务办干事）`,
    });
    const params = { requestId: asked.requestId };
    const answer = { outcome: 'refused', words: '已提醒网格员注意说话方式' } as const;
    const answered = ok(await care.county.call(answerRequest, { as: officer, params, body: { ...answer, version: asked.version } }));
    expect(answered).toMatchObject({ state: 'answered', answers: [{ by: officer.name, ...answer }] });
    const contested = ok(await care.county.call(escalateRequest, { as: self, params, body: { version: answered.version } }));
    expect(contested).toMatchObject({ state: 'escalated', officer: `${administrator.name}（县级管理员）` });
    const again = { as: officer, params, body: { ...answer, version: contested.version } };
    expect(refusal(await care.county.call(answerRequest, again))).toBe('NOT_FOUND_OR_NO_ACCESS');
    const closed = ok(await care.county.call(answerRequest, { ...again, as: administrator }));
    expect([closed.state, closed.answers.length]).toEqual(['closed', 2]);
  });

  it('is told to the office, contested to the county, and its answer to whoever asked: never of whom or what, and to nobody of the family', async () => {
    const { officer, administrator } = care.people;
    const family = await care.ward();
    const kin = await care.county.person({ role: 'socialAffairsOfficer', area: care.county.areas.township });
    await care.helps(family, kin);
    const self = await patientSelf(care.county, family);
    const asked = ok(await make(self, of(family)));
    const told = async () => {
      const rows = await owner<{ key: string; kind: string; payload: Record<string, unknown> }>(
        `SELECT key, kind, payload FROM outbox WHERE key LIKE '%request:${asked.requestId}%'`,
      );
      return rows.map(({ key, kind, payload }) => [key.split(asked.requestId)[1]?.split(':')[1], kind, payload['personId']]);
    };
    const first = await told();
    expect(first).toContainEqual([officer.id, 'review-asked', officer.id]);
    for (const one of [self, family.guardian, kin]) expect(first.map(([, , personId]) => personId)).not.toContain(one.id);

    const params = { requestId: asked.requestId };
    const answer = { outcome: 'refused', words: '已提醒网格员注意说话方式' } as const;
    const looks = { as: kin, params, body: { ...answer, version: 1 } };
    expect(refusal(await care.county.call(answerRequest, looks))).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect(refusal(await care.county.call(readRequest, looks))).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect(ok(await care.county.call(listRequests, { as: kin, query: { patientId: family.patientId } })).rows).toEqual([]);

    ok(await care.county.call(answerRequest, { ...looks, as: officer }));
    expect((await told()).filter(([, kind]) => kind === 'remind')).toEqual([['1', 'remind', self.id]]);
    const contested = ok(await care.county.call(escalateRequest, { as: self, params, body: { version: 2 } }));
    expect(contested.officer).toBe(`${administrator.name}（县级管理员）`);
    expect((await told()).filter(([part]) => part === 'escalated')).toEqual([['escalated', 'review-asked', administrator.id]]);
    await care.county.work();
    const messages = await owner<{ purpose: string; patient_id: string | null; page: string; person_id: string }>(
      `SELECT purpose, patient_id, page, person_id FROM message WHERE person_id IN ('${self.id}', '${officer.id}') AND key LIKE '%request:${asked.requestId}%'`,
    );
    expect(messages.map(one => [one.person_id, one.purpose, one.patient_id])).toEqual(
      expect.arrayContaining([
        [officer.id, 'review', null],
        [self.id, 'notice', null],
      ]),
    );
    expect(messages.find(one => one.person_id === self.id)?.page).toMatch(/^packages\/rights\/rights\/index\?m=/);
  });

  it('of the patient is hidden from the guardian, and the other way round', async () => {
    const family = await care.ward();
    const self = await patientSelf(care.county, family);
    const [theirs, guardians] = [ok(await make(self, of(family))), ok(await make(family.guardian, of(family), 'access'))];
    const mine = async (as: TestPerson) => ok(await care.county.call(listMyRequests, { as, query: {} })).rows.map(row => row.requestId);
    expect([await mine(self), await mine(family.guardian)]).toEqual([[theirs.requestId], [guardians.requestId]]);
    const { groups } = ok(await care.county.call(readKept, { as: family.guardian, params: of(family) }));
    expect(groups.find(group => group.kind === 'requests')?.count).toBe(1);
    const escalated = await care.county.call(escalateRequest, {
      as: family.guardian,
      params: { requestId: theirs.requestId },
      body: { version: 1 },
    });
    expect(refusal(escalated)).toBe('NOT_FOUND_OR_NO_ACCESS');
  });

  it('comes through somebody outside the family too, with the proof and who wrote it down', async () => {
    const { gridWorker, officer } = care.people;
    const body = {
      requestId: newId(),
      kind: 'correction',
      words: '住址写错了',
      name: '试代',
      contact: '竹坪村委会',
      proof: 'committeeLetter',
      proofNote: '介绍信存档案袋',
    } as const;
    ok(await care.county.call(recordRequest, { as: gridWorker, params: of(), body }));
    const { rows } = ok(await care.county.call(listRequests, { as: officer, query: { patientId: ward.patientId } }));
    expect(rows.find(row => row.requestId === body.requestId)).toMatchObject({
      way: 'outside',
      yours: true,
      outside: { name: '试代', proof: 'committeeLetter', writtenBy: gridWorker.name },
    });
    const mine = ok(await care.county.call(listMyRequests, { as: ward.guardian, query: {} })).rows.map(row => row.requestId);
    expect(mine).not.toContain(body.requestId);
  });

  it('that nobody answers in time goes to the county', async () => {
    const asked = ok(await make(ward.guardian, of(), 'objection'));
    const escalate = () =>
      care.county.call(escalateRequest, { as: ward.guardian, params: { requestId: asked.requestId }, body: { version: asked.version } });
    expect(refusal(await escalate())).toBe('REQUEST_MOVE_NOT_ALLOWED');
    const before = care.county.clock.now();
    care.county.clock.set(new Date(`${addDays(asked.dueOn, 1)}T09:00:00+08:00`));
    expect(ok(await escalate()).state).toBe('escalated');
    care.county.clock.set(before);
  });
});

describe('an emergency opening', () => {
  const open = (as: TestPerson, who: object) =>
    care.county.call(openInEmergency, { as, body: { openingId: newId(), who, reason: '夜间送医，需要了解用药' } });

  it('shows one file for an hour, writes nothing, and is reviewed by another within three days', async () => {
    const { stranger, officer, administrator } = care.people;
    const family = await care.ward();
    const idNumber = await numbered(care.county, family);
    const closed = await care.county.call(readPatient, { as: stranger, params: of(family) });
    expect(refusal(closed)).toBe('NOT_FOUND_OR_NO_ACCESS');
    const opened = ok(await open(stranger, { by: 'idNumber', idNumber }));
    expect(opened).toMatchObject({ outcome: 'opened', patientId: family.patientId });
    ok(await care.county.call(readPatient, { as: stranger, params: of(family) }));
    expect(refusal(await care.county.call(readPatient, { as: stranger, params: of() }))).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect(ok(await care.county.call(listPatients, { as: stranger, query: {} })).rows).toEqual([]);

    const waiting = async (as: TestPerson) => ok(await care.county.call(listOpenings, { as, query: { state: 'waiting' } })).rows;
    const [row] = await waiting(officer);
    expect(row).toMatchObject({ by: stranger.name, seenByOffice: false, yours: true, reviewBy: '2026-06-18', overdue: false });
    const params = { openingId: row?.openingId ?? '' };
    const reviews = async (as: TestPerson) => (await care.today(as)).rows.filter(task => task.causeId === params.openingId);
    expect(await reviews(administrator)).toMatchObject([{ kind: 'openingReview', seat: 'office', dueOn: '2026-06-18' }]);
    for (const as of [officer, stranger, family.guardian]) expect(await reviews(as)).toEqual([]);
    ok(await care.county.call(markOpeningSeen, { as: officer, params }));
    expect((await waiting(officer))[0]).toMatchObject({ seenByOffice: true, yours: false });
    const before = care.county.clock.now();
    care.county.clock.set(new Date(before.getTime() + 60 * 60_000));
    expect(refusal(await care.county.call(readPatient, { as: stranger, params: of(family) }))).toBe('NOT_FOUND_OR_NO_ACCESS');
    care.county.clock.set(new Date('2026-06-19T09:00:00+08:00'));
    expect((await waiting(administrator))[0]).toMatchObject({ overdue: true, yours: true });
    const review = { as: administrator, params, body: { verdict: 'justified', note: '已与医院核实' } } as const;
    ok(await care.county.call(reviewOpening, review));
    expect(await reviews(administrator)).toEqual([]);
    expect(refusal(await care.county.call(reviewOpening, { ...review }))).toBe('REVIEW_DONE');
    care.county.clock.set(before);
  });

  it('by an administrator is reviewed by another administrator', async () => {
    const { administrator } = care.people;
    ok(await open(administrator, { by: 'name', name: '没有此人', villageId: care.county.areas.village }));
    const { rows } = ok(await care.county.call(listOpenings, { as: administrator, query: { state: 'waiting' } }));
    const [own] = rows.filter(row => row.by === administrator.name);
    expect(own).toMatchObject({ patientId: null, yours: false });
    // About nobody it is a task all the same, of whoever may review it: of no administrator who opened it.
    const reviews = async (as: TestPerson) => (await care.today(as)).rows.filter(task => task.causeId === own?.openingId);
    expect(await reviews(administrator)).toEqual([]);
    const body = { verdict: 'justified', note: '我自己看的' } as const;
    const review = (as: TestPerson) => care.county.call(reviewOpening, { as, params: { openingId: own?.openingId ?? '' }, body });
    expect(refusal(await review(administrator))).toBe('REVIEW_OF_ONESELF');
    const other = await care.county.person({ role: 'administrator', area: care.county.areas.county });
    await care.plan();
    expect(await reviews(other)).toMatchObject([
      { kind: 'openingReview', seat: 'office', patientId: null, patientName: null, villageName: '', dueOn: own?.reviewBy },
    ]);
    // On its last day it is told with the rest of the day; after it, to the others who may review it.
    const third = await care.county.person({ role: 'administrator', area: care.county.areas.county });
    const before = care.county.clock.now();
    const toldOn = async (day: string) => {
      care.county.clock.set(new Date(`${day}T09:00:00+08:00`));
      await care.plan();
      await comesDue(care.county.rows.sql, care.county.countyId, 'remind-day');
      await care.county.work();
      const told = await owner<{ person: string }>(
        `SELECT task_told.person_id AS person FROM task_told JOIN task ON task.id = task_told.task_id
         WHERE task.cause_id = '${own?.openingId ?? ''}' ORDER BY task_told.told_window`,
      );
      return told.map(({ person }) => person);
    };
    const reviewBy = own?.reviewBy ?? '';
    expect(await toldOn(reviewBy)).toEqual([other.id]);
    expect(await toldOn(addDays(calendarDate(reviewBy), 30))).toContain(third.id);
    const late = async (as: TestPerson) =>
      ok(await care.county.call(listMyOverdue, { as })).rows.filter(row => row.kind === 'openingReview' && row.patientId === null);
    expect(await late(third)).toMatchObject([{ patientName: null, villageName: '', assigneeName: other.name }]);
    expect(await late(administrator)).toEqual([]);
    care.county.clock.set(before);
    ok(await review(other));
    expect(await reviews(other)).toEqual([]);
  });

  it('is no way to try names one after the other, and needs a post', async () => {
    const curious = await care.county.person({ role: 'gridWorker', area: care.county.areas.farVillage });
    const who = { by: 'name', name: '试乙', villageId: care.county.areas.village };
    for (let tries = 0; tries < 5; tries++) expect(ok(await open(curious, who))).toEqual({ outcome: 'notFound' });
    expect(refusal(await open(curious, who))).toBe('RATE_LIMITED');
    expect(refusal(await open(ward.guardian, who))).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect(await owner(`SELECT id FROM break_glass WHERE person_id = '${curious.id}' AND patient_id IS NULL`)).toHaveLength(5);
  });
});

describe('whoever reviews an emergency opening', () => {
  it('is asked at once, as is the office, and has a task until somebody has', async () => {
    const { county, people } = care;
    const { administrator, officer } = people;
    const openedBy = async (as: TestPerson) => {
      const [openingId, family] = [newId(), await care.ward()];
      const idNumber = await numbered(county, family);
      ok(
        await county.call(openInEmergency, {
          as,
          body: { openingId, who: { by: 'idNumber', idNumber }, reason: '夜间送医，需要了解用药' },
        }),
      );
      await county.work();
      return openingId;
    };
    const told = async (openingId: string) =>
      (await owner<{ person_id: string }>(`SELECT person_id FROM message WHERE purpose = 'review' AND key LIKE '%${openingId}%'`)).map(
        ({ person_id: id }) => id,
      );
    const [opener, before] = [await county.person({ role: 'gridWorker', area: county.areas.farVillage }), county.clock.now()];
    const [left, reviewed] = [await openedBy(opener), await openedBy(opener)];
    for (const openingId of [left, reviewed]) {
      expect(await told(openingId)).toEqual(expect.arrayContaining([administrator.id, officer.id]));
      expect(await told(openingId)).not.toContain(opener.id);
    }
    // An administrator who opens a file is not asked whether that was right.
    expect(await told(await openedBy(administrator))).not.toContain(administrator.id);
    const words = await owner<object>(`SELECT DISTINCT what, patient_id, object_id FROM message WHERE purpose = 'review'`);
    expect(words).toEqual([{ what: '有一件事等您核查', patient_id: null, object_id: null }]);

    const review = { verdict: 'justified', note: '已与医院核实' } as const;
    ok(await county.call(reviewOpening, { as: administrator, params: { openingId: reviewed }, body: review }));
    // On its last day whoever has the review is told of it with the rest of the day, in words that say nothing of it.
    county.clock.set(new Date('2026-06-18T09:00:00+08:00'));
    await care.plan();
    await comesDue(county.rows.sql, county.countyId, 'remind-day');
    await county.work();
    const onTheDay = await owner<{ cause: string; what: string }>(
      `SELECT task.cause_id AS cause, message.what FROM task_told JOIN task ON task.id = task_told.task_id JOIN message ON message.id = task_told.message_id
       WHERE task.kind = 'openingReview' AND task_told.person_id = '${administrator.id}'`,
    );
    expect(onTheDay).toContainEqual({ cause: left, what: expect.stringMatching(/^今天有.*事要办$/) as string });
    expect(onTheDay.map(each => each.cause)).not.toContain(reviewed);
    // A try that found nobody is about no patient: who may review it is asked once more.
    const nobody = newId();
    const who = { by: 'name', name: '没有此人', villageId: county.areas.village } as const;
    ok(await county.call(openInEmergency, { as: administrator, body: { openingId: nobody, who, reason: '夜间送医，需要了解用药' } }));
    await county.work();
    const once = (await told(nobody)).length;
    const second = await county.person({ role: 'administrator', area: county.areas.county });
    county.clock.set(new Date('2026-06-21T09:00:00+08:00'));
    await comesDue(county.rows.sql, county.countyId, 'opening-review-due');
    await county.work();
    expect((await told(nobody)).length).toBeGreaterThan(once);
    expect(await told(nobody)).toContain(second.id);
    county.clock.set(before);
  });
});

describe('an export', () => {
  it('is asked by one, approved by another, approved again on the phone, marked all over, and expires', async () => {
    const { county, people } = care;
    const asker = await county.person({ role: 'socialAffairsOfficer', channel: 'desk' });
    const phone = await county.again(asker, 'phone');
    const exportId = newId();
    const params = { exportId };
    const asked = ok(
      await county.call(askExport, {
        as: asker,
        body: { exportId, content: 'patientList', townshipId: county.areas.township, reason: '上级要求核对名单' },
      }),
    );
    const ticket = async () => {
      const { ticketId, code } = ok(
        await county.call(requestStepUp, { as: asker, body: { purpose: 'data:export', objectId: exportId, device: '电脑' } }),
      );
      ok(await county.call(approveDeskTicket, { as: phone, params: { code } }));
      return ticketId;
    };
    const download = async (as: TestPerson, stepUpTicket: string) => county.call(downloadExport, { as, params, body: { stepUpTicket } });
    expect(refusal(await download(asker, await ticket()))).toBe('EXPORT_NOT_APPROVED');
    const decide = { params, body: { approve: true, version: asked.version } };
    expect(refusal(await county.call(decideExport, { as: asker, ...decide }))).toBe('NOT_FOUND_OR_NO_ACCESS');
    ok(await county.call(decideExport, { as: people.townshipLead, ...decide }));
    expect(refusal(await download(asker, newId()))).toBe('STEP_UP_NEEDED');
    expect(refusal(await download(people.officer, newId()))).toBe('EXPORT_OF_ANOTHER');
    const used = await ticket();
    const file = ok(await download(asker, used));
    expect(refusal(await download(asker, used))).toBe('STEP_UP_NEEDED');

    const book = read(Buffer.from(file.content, 'base64'));
    const rows = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 });
    const listed = rows.slice(2, -1);
    expect(listed.length).toBe(ok(await county.call(listPatients, { as: people.officer, query: { limit: 100 } })).rows.length);
    for (const mark of [rows[0]?.[0], rows.at(-1)?.[0], ...listed.map(row => row.at(-1))])
      expect(mark).toContain(`${asker.name} · 2026-06-15 10:00 · 导出编号 ${asked.number}`);
    const last = county.clock.now();
    county.clock.set(new Date(last.getTime() + 24 * 3_600_000));
    expect(refusal(await download(asker, await ticket()))).toBe('EXPORT_NOT_APPROVED');
    expect(ok(await county.call(listExports, { as: asker, query: {} })).rows[0]).toMatchObject({ state: 'expired', downloads: 1 });
    county.clock.set(last);
  });
});

describe('retention', () => {
  it('erases what is due and says how much, and the database would not let it erase deeds, reads or money', async () => {
    const { app, countyId, rows, clock } = care.county;
    const before = clock.now();
    clock.set(new Date(Date.now() + 250 * 86_400_000));
    const look = async () => ok(await care.county.call(readRetention, { as: care.people.administrator })).rows;
    const due = (await look()).find(row => row.kind === 'keptAnswers')?.due ?? 0;
    expect(due).toBeGreaterThan(10);
    await app.get(Retention).run(countyId);
    expect(await owner('SELECT id FROM kept_answer')).toHaveLength(0);
    const after = (await look()).find(row => row.kind === 'keptAnswers');
    expect(after).toMatchObject({ due: 0, lastErased: { rows: due } });
    expect(await owner(`SELECT rows FROM erasure WHERE kind = 'keptAnswers'`)).toEqual([{ rows: due }]);
    expect(await owner(`SELECT id FROM deed WHERE act = 'rights:erased' AND facts->>'kind' = 'keptAnswers'`)).toHaveLength(1);
    // Of an old message it stays known that it was sent, when and how; what it said, and of whom, does not.
    const told = await owner<object>('SELECT what, page, object_id, patient_id, person_id, at FROM message');
    expect(told.length).toBeGreaterThan(0);
    for (const message of told) {
      expect(message).toMatchObject({ what: '', page: '', object_id: null, patient_id: null });
      expect(message).toMatchObject({ person_id: expect.any(String) as string, at: expect.any(Date) as Date });
    }
    const done = await owner<{ payload: object }>('SELECT payload FROM outbox WHERE id NOT IN (SELECT id FROM outbox_due)');
    expect(done.length).toBeGreaterThan(0);
    expect(done.filter(({ payload }) => Object.keys(payload).length > 0)).toEqual([]);
    clock.set(before);
    for (const table of ['deed', 'read_log', 'ledger_posting', 'erasure', 'rights_request', 'data_export'])
      await expect(rows.sql(`DELETE FROM ${table} WHERE county_id = $1`, [countyId])).rejects.toThrow(/permission denied/);
  });
});

it('is asked by voice instead of typed: sealed with the request, heard by whoever answers, and no part of the patient’s file', async () => {
  const one = await care.ward();
  const ask = (body: object) =>
    care.county.call(makeRequest, { as: one.guardian, params: of(one), body: { requestId: newId(), kind: 'complaint', ...body } });
  expect(refusal(await ask({}))).toBe('INPUT_INVALID');
  expect(refusal(await ask({ voice: SMALL_PNG }))).toBe('FILE_TYPE_NOT_KEPT');
  const typed = ok(await ask({ words: '没有人来过' }));
  const spoken = ok(await ask({ voice: VOICE_NOTE }));
  expect([typed, spoken]).toMatchObject([
    { words: '没有人来过', hasVoice: false },
    { words: '', hasVoice: true },
  ]);
  const hear = (as: TestPerson, { requestId }: { requestId: string }) =>
    fetch(`${care.county.url}/api${urlOf(readRequestVoice, { requestId })}`, { headers: { authorization: `Bearer ${as.token}` } });
  const heard = await hear(care.people.officer, spoken);
  expect([heard.status, heard.headers.get('content-type')]).toEqual([200, 'audio/wav']);
  expect(Buffer.from(await heard.arrayBuffer()).toString('base64')).toBe(VOICE_NOTE);
  const refused = [await hear(care.people.officer, typed), await hear(care.people.gridWorker, spoken), await hear(ward.guardian, spoken)];
  expect(refused.map(answer => answer.status)).toEqual([404, 404, 404]);
  const file = ok(await care.county.call(listAttachments, { as: care.people.officer, params: of(one), query: {} }));
  expect(file.rows).toEqual([]);
  const [kept] = await owner<{ same: boolean }>(
    `SELECT position(decode('${VOICE_NOTE.slice(0, 60)}', 'base64') IN voice_sealed) > 0 AS same FROM rights_request WHERE id = '${spoken.requestId}'`,
  );
  expect(kept?.same).toBe(false);
});

describe('what a phone hands in after its session has ended', () => {
  const write = (one: Ward, key = newId()) => ({
    key,
    method: 'POST' as const,
    path: `/patients/${one.patientId}/medication/confirmations`,
    contract: 1,
    body: { on: '2026-03-01', answer: 'notTaken', at: '2026-03-01T20:00:00+08:00' },
    what: '服药确认',
    madeAt: '2026-03-01T20:00:00+08:00',
  });
  const left = async (): Promise<Ward> => {
    const one = await care.ward();
    ok(await care.county.call(signOut, { as: one.guardian }));
    return one;
  };
  const confirmations = async ({ patientId }: Ward) =>
    (await owner<{ n: number }>(`SELECT count(*)::int AS n FROM confirmation WHERE patient_id = '${patientId}'`))[0]?.n;
  const listed = async (as: TestPerson, one: Ward) =>
    ok(await care.county.call(listHandedIn, { as, query: { patientId: one.patientId } })).rows;

  it('waits sealed, once, for the office, which is told; nothing is done by itself', async () => {
    const one = await left();
    const proof = one.guardian.token;
    const body = { ...write(one), proof };
    expect((await care.county.call(readMedicationWeek, { as: one.guardian, params: of(one) })).status).toBe(401);
    for (let times = 0; times < 2; times++) expect(ok(await care.county.call(handIn, { body }))).toEqual({ outcome: 'waiting' });
    expect(await confirmations(one)).toBe(0);
    const rows = await listed(care.people.officer, one);
    expect(rows).toMatchObject([{ handedInId: body.key, what: '服药确认', state: 'waiting', handedInBy: one.guardian.name }]);
    const asked = await owner<{ key: string }>(`SELECT key FROM outbox WHERE kind = 'review-asked' AND key LIKE 'review:handed-in:%'`);
    expect(asked.some(({ key }) => key.endsWith(care.people.officer.id))).toBe(true);
    const [kept] = await owner<{ text: string }>(`SELECT encode(write_sealed, 'escape') AS text FROM handed_in WHERE id = '${body.key}'`);
    expect(kept?.text).not.toContain('notTaken');
    const read = ok(await care.county.call(readHandedIn, { as: care.people.doctor, params: { handedInId: body.key } }));
    expect(read.write).toEqual({ path: body.path, body: body.body });
    expect((await care.county.call(readHandedIn, { as: care.people.gridWorker, params: { handedInId: body.key } })).status).toBe(404);
  });

  it('goes into the file under both names, or is set aside with a reason, once and by somebody else', async () => {
    const one = await left();
    const [taken, aside] = [write(one), write(one)];
    for (const each of [taken, aside]) ok(await care.county.call(handIn, { body: { ...each, proof: one.guardian.token } }));
    const decide = (as: TestPerson, handedInId: string, decision: 'takenOver' | 'setAside', version = 1) =>
      care.county.call(decideHandedIn, { as, params: { handedInId }, body: { decision, reason: '已向本人核实', version } });
    expect((await decide(care.people.doctor, taken.key, 'takenOver')).status).toBe(404);
    expect(refusal(await decide(care.people.officer, taken.key, 'takenOver', 7))).toBe('STALE');
    ok(await decide(care.people.officer, taken.key, 'takenOver'));
    ok(await decide(care.people.officer, aside.key, 'setAside'));
    expect(refusal(await decide(care.people.officer, taken.key, 'setAside', 2))).toBe('HANDED_IN_DECIDED');
    expect(await listed(care.people.doctor, one)).toMatchObject([
      { state: 'setAside', reason: '已向本人核实' },
      { state: 'takenOver', handedInBy: one.guardian.name, decidedBy: care.people.officer.name },
    ]);
    const deeds = await owner<{ act: string }>(`SELECT act FROM deed WHERE object_id = '${taken.key}' ORDER BY at`);
    expect(deeds.map(({ act }) => act)).toEqual(['rights:handed-in', 'rights:handed-in-decided']);
    expect(await confirmations(one)).toBe(0);
  });

  it('is among what the family sees is kept, but for what is reported about it', async () => {
    const one = await left();
    const concern = { ...write(one), path: urlOf(reportConcern, { patientId: one.patientId }), what: '保密报告' };
    for (const each of [write(one), concern]) ok(await care.county.call(handIn, { body: { ...each, proof: one.guardian.token } }));
    await listed(care.people.officer, one);
    ok(await care.county.call(readHandedIn, { as: care.people.officer, params: { handedInId: concern.key } }));
    const family = await care.county.again(one.guardian, 'phone');
    const { groups } = ok(await care.county.call(readKept, { as: family, params: of(one) }));
    expect(groups.find(group => group.kind === 'handedIn')).toMatchObject({ count: 1 });
    const reads = await owner<{ what: string }>(
      `SELECT DISTINCT what FROM read_log WHERE patient_ids @> ARRAY['${one.patientId}'::uuid] AND what LIKE '%handed-in%'`,
    );
    expect(reads.map(({ what }) => what).sort()).toEqual(['concern:handed-in', 'concern:handed-in-list', 'handed-in-list']);
  });

  it('about a family is shown to nobody of it: neither to a guardian with a post, nor to whoever acts for one or stands in for them', async () => {
    const one = await left();
    const body = { ...write(one), path: urlOf(reportConcern, { patientId: one.patientId }), what: '保密报告', proof: one.guardian.token };
    const post = { role: 'socialAffairsOfficer', area: care.county.areas.township } as const;
    const [guardian, helper, deputy] = [await care.county.person(post), await care.county.person(post), await care.county.person(post)];
    const today = care.county.clock.today();
    const { countyId, rows } = care.county;
    await rows.sql(
      `INSERT INTO guardianship (county_id, id, patient_id, person_id, since, until, is_primary) VALUES ($1, $2, $3, $4, $5, $5, false)`,
      [countyId, newId(), one.patientId, guardian.id, today],
    );
    await care.helps(one, helper);
    await rows.sql('INSERT INTO deputyship (county_id, id, person_id, deputy_id, from_on, until_on) VALUES ($1, $2, $3, $4, $5, $5)', [
      countyId,
      newId(),
      helper.id,
      deputy.id,
      today,
    ]);
    ok(await care.county.call(handIn, { body }));
    const asked = await owner<{ key: string }>(`SELECT key FROM outbox WHERE kind = 'review-asked' AND key LIKE 'review:handed-in:%'`);
    for (const as of [guardian, helper, deputy]) {
      expect(asked.filter(({ key }) => key.endsWith(as.id))).toEqual([]);
      expect(await listed(as, one)).toEqual([]);
      const of = { as, params: { handedInId: body.key } };
      expect((await care.county.call(readHandedIn, of)).status).toBe(404);
      const decision = { decision: 'setAside', reason: '不属实', version: 1 } as const;
      expect((await care.county.call(decideHandedIn, { ...of, body: decision })).status).toBe(404);
    }
    expect(await listed(care.people.officer, one)).toHaveLength(1);
  });

  it('is emptied when it was set aside and its time is over; what was taken over or waits is kept', async () => {
    const one = await left();
    const [taken, aside, waits] = [write(one), write(one), write(one)];
    for (const each of [taken, aside, waits]) ok(await care.county.call(handIn, { body: { ...each, proof: one.guardian.token } }));
    for (const [{ key: handedInId }, decision] of [
      [taken, 'takenOver'],
      [aside, 'setAside'],
    ] as const)
      ok(
        await care.county.call(decideHandedIn, {
          as: care.people.officer,
          params: { handedInId },
          body: { decision, reason: '已向本人核实', version: 1 },
        }),
      );
    const { app, countyId, rows, clock } = care.county;
    const now = clock.now();
    const after = async (days: number) => {
      clock.set(new Date(now.getTime() + days * 86_400_000));
      await app.get(Retention).run(countyId);
      clock.set(now);
      return owner<{ id: string }>(`SELECT id FROM handed_in WHERE patient_id = '${one.patientId}' AND octet_length(write_sealed) = 0`);
    };
    const { keepDays } = SHIPPED_POLICIES.retention;
    expect(await after(keepDays.handedIn)).toEqual([]);
    expect(await after(keepDays.handedIn + 1)).toEqual([{ id: aside.key }]);
    const read = ok(await care.county.call(readHandedIn, { as: care.people.officer, params: { handedInId: aside.key } }));
    expect(read).toMatchObject({ write: null, state: 'setAside', reason: '已向本人核实', handedInBy: one.guardian.name });
    await expect(
      rows.sql(`UPDATE handed_in SET write_sealed = '' WHERE county_id = $1 AND id = $2`, [countyId, waits.key]),
    ).rejects.toThrow(/handed_in_erased/);
  });

  it('is no second time what the server did already, and needs the proof of a phone’s own session', async () => {
    const one = await care.ward();
    const key = newId();
    const body = { requestId: newId(), kind: 'access', words: '想看看' };
    ok(await care.county.call(makeRequest, { as: one.guardian, params: of(one), body, key }));
    const proof = one.guardian.token;
    expect(ok(await care.county.call(handIn, { body: { ...write(one, key), proof } }))).toEqual({ outcome: 'done' });
    const wrong = `${proof.slice(0, -1)}${proof.endsWith('A') ? 'B' : 'A'}`;
    const desk = await care.county.again(care.people.officer, 'desk');
    for (const bad of ['nobody', wrong, desk.token])
      expect(refusal(await care.county.call(handIn, { body: { ...write(one), proof: bad } }))).toBe('HAND_IN_NOT_POSSIBLE');
    expect(await listed(care.people.officer, one)).toEqual([]);
  });
});
