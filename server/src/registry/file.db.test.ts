import { identityCheckDigit } from '@guanhu/shared/registry/identity-number.rules';
import {
  createPatient,
  findDuplicates,
  locatePatient,
  readFileHistory,
  readRecord,
  writeRecord,
} from '@guanhu/shared/registry/file.routes';
import type { CreatePatientBody } from '@guanhu/shared/registry/file.contract';
import { partialDate } from '@guanhu/shared/kernel/partial-date';
import { readLife } from '@guanhu/shared/registry/patient-life.routes';
import { listPatients, readPatient, searchPatients } from '@guanhu/shared/registry/registry.routes';
import { newId } from '../platform/ids.ts';
import { testCounty, type TestCounty, type TestPerson } from '../testing/county.ts';
import { ok } from '../testing/reward.ts';

const numbered = (serial: number) => {
  const first17 = `990101198001010${String(serial).padStart(2, '0')}`;
  return `${first17}${identityCheckDigit(first17)}`;
};

let county: TestCounty;
let officer: TestPerson;
let doctor: TestPerson;
let farOfficer: TestPerson;
let administrator: TestPerson;
beforeAll(async () => {
  county = await testCounty();
  officer = await county.person({ role: 'socialAffairsOfficer', channel: 'desk' });
  doctor = await county.person({ role: 'mentalHealthDoctor', channel: 'desk' });
  farOfficer = await county.person({ role: 'socialAffairsOfficer', area: county.areas.otherTownship, channel: 'desk' });
  administrator = await county.person({ role: 'administrator', area: county.areas.county, channel: 'desk' });
}, 60_000);
afterAll(() => county.close());

const person = (name: string, rest: Partial<CreatePatientBody> = {}): CreatePatientBody => ({
  patientId: newId(),
  villageId: county.areas.village,
  name,
  state: 'inCare',
  ...rest,
});
const create = (body: CreatePatientBody, as = officer) => county.call(createPatient, { as, body });
const record = async (patientId: string, as = officer) => ok(await county.call(readRecord, { as, params: { patientId } }));

describe('a record', () => {
  it('keeps what is filled in, leaves blanks blank and a year a year', async () => {
    const { patientId } = ok(await create(person('邬一')));
    const blank = await record(patientId);
    expect(Object.values(blank.values).filter(value => value !== null)).toEqual(['邬一']);
    const set = { firstOnset: '1998', pastSymptoms: ['1', '3'], hospitalisations: 0, education: '7', address: '竹坪村三组' };
    const { version } = ok(await county.call(writeRecord, { as: doctor, params: { patientId }, body: { version: blank.version, set } }));
    const written = await record(patientId);
    expect(written).toMatchObject({ version, values: { ...blank.values, ...set } });
    ok(await county.call(writeRecord, { as: doctor, params: { patientId }, body: { version, set: { education: null } } }));
    expect((await record(patientId)).values.education).toBeNull();
  });

  it('is sealed: nothing of it stands in the tables in clear', async () => {
    const { patientId } = ok(await create(person('邬二')));
    const { version } = await record(patientId);
    const set = { psychiatristOpinion: 'SECRETOPINION', address: 'SECRETADDRESS' };
    ok(await county.call(writeRecord, { as: doctor, params: { patientId }, body: { version, set } }));
    const rows = await county.rows.sql(
      `SELECT patient::text, record::text, change::text FROM patient LEFT JOIN supplement_record AS record ON record.county_id = $1 AND record.id = patient.id
       LEFT JOIN change_history AS change ON change.county_id = $1 AND change.object_id = patient.id WHERE patient.county_id = $1 AND patient.id = $2`,
      [county.countyId, patientId],
    );
    expect(JSON.stringify(rows)).not.toMatch(/SECRET/);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('SECRET').toString('hex'));
  });

  it('is written by one after the other', async () => {
    const { patientId } = ok(await create(person('邬三')));
    const { version } = await record(patientId);
    const put = (education: string) =>
      county.call(writeRecord, { as: doctor, params: { patientId }, body: { version, set: { education } } });
    const answers = await Promise.all([put('7'), put('8')]);
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find(answer => answer.status === 409)?.refusal.code).toBe('STALE');
  });

  it('names the fields that cannot be, and takes birth and sex from the identity number', async () => {
    const { patientId } = ok(await create(person('邬四')));
    const { version } = await record(patientId);
    const write = (set: object) => county.call(writeRecord, { as: doctor, params: { patientId }, body: { version, set } });
    expect((await write({ idType: 'residentId', idNumber: '990101198001010011' })).refusal).toMatchObject({
      code: 'FILE_NOT_RIGHT',
      fields: ['body.set.idNumber'],
    });
    expect((await write({ born: '1980', firstOnset: '1979' })).refusal.fields).toEqual(['body.set.firstOnset']);
    expect((await write({ name: null })).refusal.fields).toEqual(['body.set.name']);
    ok(await write({ idType: 'residentId', idNumber: numbered(4).toLowerCase() }));
    expect((await record(patientId)).values).toMatchObject({ idNumber: numbered(4), born: '1980-01-01' });
  });
});

describe('a new file', () => {
  it('says where it begins and by what that is known, and only what that beginning asks for is to be done', async () => {
    const begun = async (state: 'suspected' | 'registered' | 'inCare') => {
      const body = person(`邬${state}`, { state, ...(state !== 'inCare' && { stateReason: '网格员走访时看到' }) });
      ok(await create(body));
      const life = ok(await county.call(readLife, { as: doctor, params: { patientId: body.patientId }, query: {} }));
      const visits = await county.rows.sql('SELECT id FROM visit_due WHERE county_id = $1 AND patient_id = $2', [
        county.countyId,
        body.patientId,
      ]);
      return { state: life.state, care: life.care, visited: visits.length > 0 };
    };
    expect(await begun('suspected')).toEqual({ state: 'suspected', care: ['contact'], visited: false });
    expect(await begun('registered')).toEqual({ state: 'registered', care: ['clinical', 'watch', 'contact'], visited: true });
    expect(await begun('inCare')).toMatchObject({ state: 'inCare', visited: true });
    const unsaid = await create(person('邬无据', { state: 'suspected' }));
    expect([unsaid.status, unsaid.refusal.fields]).toEqual([400, ['body.stateReason']]);

    const { rows } = ok(await county.call(listPatients, { as: officer, query: { state: 'suspected' } }));
    expect(rows.map(row => [row.name, row.state])).toEqual([['邬suspected', 'suspected']]);
    const found = ok(await county.call(searchPatients, { as: officer, body: { q: '邬', state: 'registered' } }));
    expect(found.rows.map(row => row.name)).toEqual(['邬registered']);
    const [created] = ok(
      await county.call(readFileHistory, { as: officer, params: { patientId: rows[0]?.patientId ?? '' }, query: {} }),
    ).rows.filter(row => row.act === 'registry:created');
    expect(created?.changes).toEqual(
      expect.arrayContaining([
        { field: 'state', before: null, after: 'suspected' },
        { field: 'stateReason', before: null, after: '网格员走访时看到' },
      ]),
    );
  });

  it('is opened once, however often it is sent', async () => {
    const body = person('邬五', { idType: 'residentId', idNumber: numbered(5) });
    const key = newId();
    for (let times = 0; times < 2; times++) ok(await county.call(createPatient, { as: officer, body, key }));
    expect((await create({ ...body, name: '邬五五', idNumber: numbered(55) })).refusal.code).toBe('PATIENT_EXISTS');
    expect(ok(await county.call(readPatient, { as: officer, params: { patientId: body.patientId } }))).toMatchObject({
      born: '1980-01-01',
    });
  });

  it('is preceded by whoever may be the same person', async () => {
    const known = person('章宁', { idType: 'residentId', idNumber: numbered(6) });
    ok(await create(known));
    const look = async (asked: Omit<Partial<CreatePatientBody>, 'patientId'>, as = officer) =>
      ok(await county.call(findDuplicates, { as, body: { villageId: county.areas.village, name: '某某', ...asked } }));
    const same = async (asked: Omit<Partial<CreatePatientBody>, 'patientId'>) =>
      (await look(asked)).rows.filter(row => row.patientId === known.patientId).map(row => row.likeness);
    expect(await same({ name: '章宁', born: partialDate('1980') })).toEqual(['sameNameAndBirth']);
    expect(await same({ name: '章宁', born: partialDate('1999') })).toEqual(['sameName']);
    // 章 and 张 sound the same; 宁 and 林 do to whoever does not tell n from l.
    expect(await same({ name: '张宁' })).toEqual(['similarSound']);
    expect(await same({ name: '张林' })).toEqual(['similarSound']);
    expect(await same({ name: '张林', born: partialDate('1999') })).toEqual([]);
    expect(await same({ idType: 'householdRegister', idNumber: numbered(6) })).toEqual(['sameDocument']);
    expect((await look({})).rows).toEqual([]);
  });

  it('in spite of somebody alike needs a reason, which is kept', async () => {
    ok(await create(person('尚平')));
    const second = person('商萍');
    expect((await create(second)).refusal.code).toBe('PATIENT_MAY_EXIST');
    ok(await create({ ...second, reason: '同音，是邻居家的女儿' }));
    const { rows } = ok(await county.call(readFileHistory, { as: officer, params: { patientId: second.patientId } }));
    expect(rows[0]).toMatchObject({ act: 'registry:created', by: { personId: officer.id } });
    expect(rows[0]?.changes).toContainEqual({ field: 'reason', before: null, after: '同音，是邻居家的女儿' });
  });

  it('for a document on a file elsewhere is refused without a word of where or whose', async () => {
    const known = person('邬七', { idType: 'residentId', idNumber: numbered(7) });
    ok(await create(known));
    const asked = { villageId: county.areas.farVillage, name: '邬七', idType: 'residentId', idNumber: numbered(7) } as const;
    const found = await county.call(findDuplicates, { as: farOfficer, body: asked });
    expect(found.body).toEqual({ rows: [], elsewhere: true });
    const refused = await create({ ...asked, state: 'inCare', patientId: newId() }, farOfficer);
    expect(refused.refusal.code).toBe('DOCUMENT_TAKEN');
    expect((await create({ ...asked, state: 'inCare', patientId: newId(), reason: '是另一个人' }, farOfficer)).refusal.code).toBe(
      'DOCUMENT_TAKEN',
    );
    // The township that keeps the file sees that somebody asked; the county is told where it is.
    const { rows } = ok(await county.call(readFileHistory, { as: officer, params: { patientId: known.patientId } }));
    expect(rows[0]).toMatchObject({ act: 'registry:met-elsewhere', by: { personId: farOfficer.id } });
    const located = ok(await county.call(locatePatient, { as: administrator, body: { idType: 'residentId', idNumber: numbered(7) } }));
    expect(located.rows).toMatchObject([{ patientId: known.patientId, townshipName: '云坪镇', villageName: '竹坪村' }]);
    expect(
      ok(await county.call(locatePatient, { as: administrator, body: { idType: 'residentId', idNumber: numbered(77) } })).rows,
    ).toEqual([]);
  });

  it('is opened once for one document, also by two at the same moment', async () => {
    const at = { idType: 'passport', idNumber: 'E00000008' } as const;
    const answers = await Promise.all([create(person('邬八', at)), create(person('蔺九', at))]);
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find(answer => answer.status === 409)?.refusal.code).toBe('DOCUMENT_TAKEN');
  });
});

it('tells the file as a timeline: who, when, old and new, page by page', async () => {
  const { patientId } = ok(await create(person('邬百')));
  let { version } = await record(patientId);
  for (const education of ['6', '7', '8'])
    ({ version } = ok(await county.call(writeRecord, { as: doctor, params: { patientId }, body: { version, set: { education } } })));
  const told = [];
  let after: string | undefined;
  do {
    const query = { limit: 2, ...(after === undefined ? {} : { after }) };
    const page = ok(await county.call(readFileHistory, { as: officer, params: { patientId }, query }));
    told.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(told.map(row => [row.act, row.by?.name, row.changes])).toEqual([
    ['registry:record-changed', doctor.name, [{ field: 'education', before: '7', after: '8' }]],
    ['registry:record-changed', doctor.name, [{ field: 'education', before: '6', after: '7' }]],
    ['registry:record-changed', doctor.name, [{ field: 'education', before: null, after: '6' }]],
    [
      'registry:created',
      officer.name,
      [
        { field: 'name', before: null, after: '邬百' },
        { field: 'state', before: null, after: 'inCare' },
      ],
    ],
  ]);
});
