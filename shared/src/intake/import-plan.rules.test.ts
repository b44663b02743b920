import fc from 'fast-check';
import { SEATS, type Seat } from '../care-team/seats.terms.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { identityCheckDigit } from '../registry/identity-number.rules.ts';
import { planImport, writesFor } from './import-plan.rules.ts';
import type { Answers, ImportFacts, ImportPlan, ImportRow, KeyOf, RawCell, Write } from './import.terms.ts';
import { readResponsibilityList } from './responsibility-list.rules.ts';

const today = calendarDate('2026-03-01');
const keyOf: KeyOf = { identity: number => `id(${number})`, mobile: mobile => `tel(${mobile})` };
const NOTHING: ImportFacts = {
  areas: [
    { key: 'A', name: '竹坪村', townshipKey: 'T', aliases: [] },
    { key: 'B', name: '柳湾村', townshipKey: 'T', aliases: [] },
    { key: 'C', name: '鹤汀村', townshipKey: 'U', aliases: [] },
  ],
  patients: [],
  persons: [],
  seats: [],
  guardianships: [],
  identitiesElsewhere: [],
};

type Line = { patient: string; village?: string; posts?: Partial<Record<Seat, string>> };
type Detail = {
  patient: string;
  village?: string;
  id?: string;
  mobile?: string;
  diagnosis?: string;
  risk?: string;
  state?: string;
  guardian?: string;
  relation?: string;
  phone?: string;
};
const STAFF: Record<Seat, string> = {
  lead: '郜砚秋',
  police: '逄望舒',
  securityOfficer: '仉听澜',
  doctor: '宓扶摇',
  rehabCoordinator: '郗疏影',
  civilAffairs: '鄢栖迟',
  gridWorker: '荀漱玉',
  guardian: '',
};
const POSTS = ['组长', '驻村民警', '综治专干', '精防医生', '康复协调员', '民政干部', '网格员', '监护人'];
const id = (serial: number): string => {
  const first17 = `99010119790228${String(serial).padStart(3, '0')}`;
  return first17 + identityCheckDigit(first17);
};
/** Rows as the reader gives them: the list on sheet 0 from row 2, the details on sheet 1 from row 2. */
function rowsOf(lines: readonly Line[], details: readonly Detail[] = []): readonly ImportRow[] {
  const list: RawCell[][] = lines.map(({ patient, village = '竹坪村', posts = {} }) => [
    patient,
    village,
    ...SEATS.map(seat => posts[seat] ?? STAFF[seat]),
  ]);
  const more: RawCell[][] = details.map(one => [
    one.patient,
    one.village ?? null,
    one.id ?? null,
    one.mobile ?? null,
    one.diagnosis ?? null,
    one.risk ?? null,
    one.guardian ?? null,
    one.relation ?? null,
    one.phone ?? null,
    one.state ?? null,
  ]);
  const bare = { merges: [], flags: [] };
  const head = ['患者姓名', '所属村', '身份证号', '联系电话', '诊断', '危险性等级', '监护人', '与患者关系', '监护人电话', '人员状态'];
  return readResponsibilityList(
    [
      { name: '清单', cells: [['患者姓名', '所属村', ...POSTS], ...list], ...bare },
      { name: '明细', cells: [head, ...more], ...bare },
    ],
    today,
  ).rows;
}
const plan = (rows: readonly ImportRow[], facts: ImportFacts = NOTHING, answers: Answers = {}) => planImport(rows, facts, answers, keyOf);
const verdicts = (one: ImportPlan) => one.rows.map(row => row.verdict);
const codes = (one: ImportPlan) => one.mismatches.map(mismatch => mismatch.code);
const open = (one: ImportPlan) => one.mismatches.filter(mismatch => mismatch.open);
const all = (one: ImportPlan) =>
  writesFor(
    one,
    one.rows.map(row => row.key),
  );
const of = <K extends Write['kind']>(writes: readonly Write[], kind: K) =>
  writes.filter((write): write is Extract<Write, { kind: K }> => write.kind === kind);
/** Answers every open mismatch with its option at `at`, again and again until nothing is open. */
function answered(
  rows: readonly ImportRow[],
  facts: ImportFacts,
  choose: (code: string) => number = () => 0,
): { plan: ImportPlan; answers: Answers } {
  let answers: Answers = {};
  for (let round = 0; round < 20; round += 1) {
    const now = plan(rows, facts, answers);
    const waiting = open(now);
    if (waiting.length === 0) return { plan: now, answers };
    answers = {
      ...answers,
      ...Object.fromEntries(waiting.map(one => [one.key, one.options[choose(one.code) % one.options.length]?.value ?? ''])),
    };
  }
  throw new Error('questions without end');
}

/** What the store does with writes: temporary keys become ids of its own. */
function record(facts: ImportFacts, writes: readonly Write[]): ImportFacts {
  const ids = new Map<string, string>();
  const real = (key: string) => ids.get(key) ?? key;
  let { areas, patients, persons, seats, guardianships } = facts;
  for (const write of writes) {
    switch (write.kind) {
      case 'alias':
        areas = areas.map(area => (area.key === write.areaKey ? { ...area, aliases: [...area.aliases, write.alias] } : area));
        break;
      case 'patient':
        ids.set(write.patient, `patient-${patients.length}`);
        patients = [
          ...patients,
          {
            key: real(write.patient),
            name: write.name,
            areaKey: write.areaKey,
            identityKey: null,
            mobileKey: null,
            diagnosis: null,
            riskRating: null,
            state: write.state ?? 'inCare',
          },
        ];
        break;
      case 'patientDetails': {
        const { identityNumber, mobile, ...rest } = write.set;
        const set = {
          ...(identityNumber !== undefined && { identityKey: keyOf.identity(identityNumber) }),
          ...(mobile !== undefined && { mobileKey: keyOf.mobile(mobile) }),
          ...rest,
        };
        patients = patients.map(patient => (patient.key === real(write.patient) ? { ...patient, ...set } : patient));
        break;
      }
      case 'person':
        ids.set(write.person, `person-${persons.length}`);
        persons = [...persons, { key: real(write.person), name: write.name, mobileKey: null, serves: [] }];
        break;
      case 'personMobile':
        persons = persons.map(person =>
          person.key === real(write.person) ? { ...person, mobileKey: keyOf.mobile(write.mobile) } : person,
        );
        break;
      case 'serve':
        persons = persons.map(person =>
          person.key === real(write.person)
            ? { ...person, serves: [...person.serves, { seat: write.seat, areaKey: write.areaKey }] }
            : person,
        );
        break;
      case 'seat':
        seats = [...seats, { patientKey: real(write.patient), seat: write.seat, personKey: real(write.person) }];
        break;
      case 'endSeat':
        seats = seats.filter(
          one => !(one.patientKey === real(write.patient) && one.seat === write.seat && one.personKey === real(write.person)),
        );
        break;
      case 'guardianship':
        guardianships = [...guardianships, { patientKey: real(write.patient), personKey: real(write.person), relation: write.relation }];
        break;
      case 'endGuardianship':
        guardianships = guardianships.filter(one => !(one.patientKey === real(write.patient) && one.personKey === real(write.person)));
        break;
      case 'relation':
        guardianships = guardianships.map(one =>
          one.patientKey === real(write.patient) && one.personKey === real(write.person) ? { ...one, relation: write.relation } : one,
        );
    }
  }
  return { ...facts, areas, patients, persons, seats, guardianships };
}

describe('a first import', () => {
  const rows = rowsOf(
    [{ patient: '祝　屿', posts: { guardian: '桓拾萤' } }],
    [
      {
        patient: '祝屿',
        id: id(1),
        mobile: '19900000001',
        diagnosis: '精神分裂症',
        risk: '3',
        guardian: '桓拾萤',
        relation: '母亲',
        phone: '19900000002',
      },
    ],
  );
  it('creates the patient, seven people with their posts and seats, the guardian with relation and phone', () => {
    const one = plan(rows);
    expect(one.rows.map(row => [row.key, row.verdict, row.lead, row.writes.length > 0])).toEqual([
      ['s0r2', 'create', 's0r2', true],
      ['s1r2', 'create', 's0r2', false],
    ]);
    const writes = all(one);
    expect(of(writes, 'patient')).toEqual([{ kind: 'patient', patient: 'patient:A/祝屿', name: '祝屿', areaKey: 'A' }]);
    expect(of(writes, 'patientDetails')).toEqual([
      {
        kind: 'patientDetails',
        patient: 'patient:A/祝屿',
        set: { identityNumber: id(1), mobile: '19900000001', diagnosis: 'schizophrenia', riskRating: 3 },
      },
    ]);
    expect(of(writes, 'person')).toHaveLength(8);
    expect(
      of(writes, 'serve')
        .map(write => write.seat)
        .sort(),
    ).toEqual(SEATS.filter(seat => seat !== 'guardian').sort());
    expect(of(writes, 'seat')).toHaveLength(7);
    const guardian = of(writes, 'person').find(write => write.name === '桓拾萤')?.person;
    expect(of(writes, 'guardianship')).toEqual([{ kind: 'guardianship', patient: 'patient:A/祝屿', person: guardian, relation: 'parent' }]);
    expect(of(writes, 'personMobile')).toEqual([{ kind: 'personMobile', person: guardian, mobile: '19900000002' }]);
    expect(writes.findIndex(write => write.kind === 'person')).toBeLessThan(writes.findIndex(write => write.kind === 'seat'));
  });
  it('leaves nothing to do for the same file', () => {
    const after = plan(rows, record(NOTHING, all(plan(rows))));
    expect(verdicts(after)).toEqual(['unchanged', 'unchanged']);
    expect(all(after)).toEqual([]);
  });
  it('tells of the spelling and says what is missing', () => {
    expect(codes(plan(rows))).toContain('spelling');
    const bare = plan(rowsOf([{ patient: '祝屿', posts: { doctor: '', gridWorker: '/' } }]));
    expect(bare.rows[0]?.reasons.map(reason => [reason.code, reason.column])).toEqual([
      ['SEAT_EMPTY', 'F'],
      ['SEAT_EMPTY', 'I'],
      ['SEAT_EMPTY', 'J'],
      ['DETAILS_MISSING', ''],
    ]);
    expect(verdicts(bare)).toEqual(['create']);
  });
});

describe('villages', () => {
  it('that are unknown wait for a person, who makes the name an alias', () => {
    const rows = rowsOf([
      { patient: '祝屿', village: '竹坪' },
      { patient: '祝桐', village: '竹坪村' },
    ]);
    const before = plan(rows);
    expect(verdicts(before)).toEqual(['needsConfirmation', 'create']);
    const [question] = open(before);
    expect(question).toMatchObject({
      code: 'villageUnknown',
      rows: ['s0r2'],
      options: [{ value: 'A', label: '竹坪村' }, { value: 'B' }, { value: 'C' }],
    });
    const after = plan(rows, NOTHING, { [question?.key ?? '']: 'A' });
    expect(verdicts(after)).toEqual(['create', 'create']);
    expect(of(all(after), 'alias')).toEqual([{ kind: 'alias', areaKey: 'A', alias: '竹坪' }]);
    expect(codes(after)).toContain('villageTwoNames');
    expect(verdicts(plan(rows, record(NOTHING, all(after))))).toEqual(['unchanged', 'unchanged']);
  });
  it('take no answer that is not among the options', () => {
    const rows = rowsOf([{ patient: '祝屿', village: '竹坪' }]);
    const key = open(plan(rows))[0]?.key ?? '';
    expect(verdicts(plan(rows, NOTHING, { [key]: 'Z' }))).toEqual(['needsConfirmation']);
    expect(verdicts(plan(rows, NOTHING, { __proto__: null, constructor: 'A' } as unknown as Answers))).toEqual(['needsConfirmation']);
  });
});

describe('holders of posts', () => {
  it('two in one cell: one answer for all rows of the village', () => {
    const rows = rowsOf(['祝屿', '祝桐'].map(patient => ({ patient, posts: { gridWorker: '荀漱玉、桓拾萤' } })));
    const before = plan(rows);
    expect(verdicts(before)).toEqual(['needsConfirmation', 'needsConfirmation']);
    expect(open(before)).toMatchObject([
      { code: 'twoHolders', rows: ['s0r2', 's0r3'], options: [{ value: '荀漱玉、桓拾萤' }, { value: '荀漱玉' }, { value: '桓拾萤' }] },
    ]);
    const both = answered(rows, NOTHING);
    expect(of(all(both.plan), 'seat').filter(write => write.seat === 'gridWorker')).toHaveLength(4);
    expect(verdicts(plan(rows, record(NOTHING, all(both.plan))))).toEqual(['unchanged', 'unchanged']);
    const first = answered(rows, NOTHING, () => 1);
    expect(of(all(first.plan), 'seat').filter(write => write.seat === 'gridWorker')).toHaveLength(2);
    expect(verdicts(plan(rows, record(NOTHING, all(first.plan)), first.answers))).toEqual(['unchanged', 'unchanged']);
  });
  it('one person in two posts of a village is one person, told', () => {
    const one = plan(rowsOf([{ patient: '祝屿', posts: { lead: '荀漱玉' } }]));
    expect(of(all(one), 'person')).toHaveLength(6);
    expect(codes(one)).toEqual(['personInTwoPosts']);
  });
  it('one officer of the township serves several villages; the same name in two village posts is asked about', () => {
    const rows = rowsOf([
      { patient: '祝屿', posts: { ...STAFF } },
      { patient: '祝桐', village: '柳湾村', posts: { lead: '桓露白', securityOfficer: '桓霁野', gridWorker: '荀漱玉' } },
    ]);
    const before = plan(rows);
    expect(open(before).map(one => [one.code, one.rows])).toEqual([['samePerson', ['s0r2', 's0r3']]]);
    const persons = (choice: number) => of(all(answered(rows, NOTHING, () => choice).plan), 'person').map(write => write.name);
    expect(persons(0).filter(name => name === '荀漱玉')).toHaveLength(1);
    expect(persons(1).filter(name => name === '荀漱玉')).toHaveLength(2);
    expect(persons(1).filter(name => name === '宓扶摇')).toHaveLength(1);
    const different = answered(rows, NOTHING, () => 1);
    expect(verdicts(plan(rows, record(NOTHING, all(different.plan))))).toEqual(['unchanged', 'unchanged']);
  });
  it('of another township are other persons', () => {
    const one = plan(rowsOf([{ patient: '祝屿' }, { patient: '祝桐', village: '鹤汀村' }]));
    expect(open(one)).toEqual([]);
    expect(
      of(all(one), 'person')
        .filter(write => write.name === '宓扶摇')
        .map(write => write.townshipKey),
    ).toEqual(['T', 'U']);
  });
  it('names that differ by one character are told', () => {
    expect(codes(plan(rowsOf([{ patient: '祝屿' }, { patient: '祝桐', posts: { gridWorker: '荀漱王' } }])))).toEqual(['namesAlike']);
  });
});

describe('guardians', () => {
  const wards = (a: Detail, b: Detail) =>
    rowsOf(
      [
        { patient: '祝屿', posts: { guardian: '桓拾萤' } },
        { patient: '祝桐', posts: { guardian: '桓拾萤' } },
      ],
      [a, b],
    );
  it('of two patients are one person when name and phone agree', () => {
    const one = plan(
      wards({ patient: '祝屿', phone: '19900000002', guardian: '桓拾萤' }, { patient: '祝桐', phone: '19900000002', guardian: '桓拾萤' }),
    );
    expect(codes(one)).toEqual(['guardianOfSeveral']);
    expect(of(all(one), 'guardianship').map(write => write.person)).toEqual(Array(2).fill('guardian:桓拾萤/tel(19900000002)'));
  });
  it('of one village and one name are asked about without a phone', () => {
    const rows = wards({ patient: '祝屿' }, { patient: '祝桐' });
    expect(open(plan(rows))).toMatchObject([{ code: 'sameGuardian', options: [{ value: 'same' }, { value: 'different' }] }]);
    for (const choice of [0, 1]) {
      const { plan: done } = answered(rows, NOTHING, () => choice);
      expect(new Set(of(all(done), 'guardianship').map(write => write.person)).size).toBe(choice + 1);
      expect(verdicts(plan(rows, record(NOTHING, all(done))))).toEqual(Array(4).fill('unchanged'));
    }
  });
  it('with two phones are two persons; a third without one must be told apart', () => {
    const rows = rowsOf(
      ['祝屿', '祝桐', '祝棣'].map(patient => ({ patient, posts: { guardian: '桓拾萤' } })),
      [
        { patient: '祝屿', guardian: '桓拾萤', phone: '19900000002' },
        { patient: '祝桐', guardian: '桓拾萤', phone: '19900000003' },
      ],
    );
    const one = plan(rows);
    expect(verdicts(one)).toEqual(['create', 'create', 'refused', 'create', 'create']);
    expect(one.rows[2]?.reasons.map(reason => reason.code)).toContain('GUARDIAN_NEEDS_MOBILE');
  });
  it('who are also staff of the village are asked about', () => {
    const rows = rowsOf([{ patient: '祝屿', posts: { guardian: '荀漱玉' } }]);
    expect(open(plan(rows))).toMatchObject([{ code: 'guardianHoldsPost' }]);
    expect(of(all(answered(rows, NOTHING, () => 0).plan), 'person')).toHaveLength(7);
    expect(of(all(answered(rows, NOTHING, () => 1).plan), 'person')).toHaveLength(8);
  });
  it('are not the patient', () => {
    expect(plan(rowsOf([{ patient: '祝屿', posts: { guardian: '祝 屿' } }])).rows[0]).toMatchObject({ verdict: 'refused', writes: [] });
  });
  it('who differ between the two sheets are asked about', () => {
    const rows = rowsOf(
      [{ patient: '祝屿', posts: { guardian: '桓拾萤' } }],
      [{ patient: '祝屿', guardian: '桓露白', phone: '19900000002' }],
    );
    expect(open(plan(rows))).toMatchObject([
      { code: 'guardiansDiffer', options: [{ value: '桓拾萤' }, { value: '桓露白' }, { value: '桓拾萤、桓露白' }] },
    ]);
    expect(of(all(answered(rows, NOTHING, () => 2).plan), 'guardianship')).toHaveLength(2);
  });
  it('sharing one phone are asked about', () => {
    const rows = rowsOf(
      [
        { patient: '祝屿', posts: { guardian: '桓拾萤' } },
        { patient: '祝桐', posts: { guardian: '桓露白' } },
      ],
      [
        { patient: '祝屿', guardian: '桓拾萤', phone: '19900000002' },
        { patient: '祝桐', guardian: '桓露白', phone: '19900000002' },
      ],
    );
    expect(open(plan(rows))).toMatchObject([
      { code: 'mobileShared', options: [{ label: '桓拾萤' }, { label: '桓露白' }, { value: 'nobody' }] },
    ]);
    expect(of(all(answered(rows, NOTHING).plan), 'personMobile')).toHaveLength(1);
    expect(of(all(answered(rows, NOTHING, () => 2).plan), 'personMobile')).toHaveLength(0);
  });
});

describe('the details', () => {
  it('without a list row or a file are refused; with a known patient they complete the file', () => {
    const rows = rowsOf([], [{ patient: '祝屿', id: id(1), risk: '2' }]);
    expect(plan(rows).rows[0]).toMatchObject({ verdict: 'refused', reasons: [{ code: 'DETAILS_ALONE' }] });
    const facts = record(NOTHING, all(plan(rowsOf([{ patient: '祝屿' }]))));
    expect(verdicts(plan(rows, facts))).toEqual(['change']);
    expect(all(plan(rows, facts))).toEqual([
      { kind: 'patientDetails', patient: 'patient-0', set: { identityNumber: id(1), riskRating: 2 } },
    ]);
    expect(verdicts(plan(rows, record(facts, all(plan(rows, facts)))))).toEqual(['unchanged']);
  });
  it('with an error keep the whole patient out: a row is never half written', () => {
    const one = plan(rowsOf([{ patient: '祝屿' }], [{ patient: '祝屿', id: '123' }]));
    expect(
      one.rows.map(row => [row.verdict, row.writes.length, row.reasons.map(reason => `${reason.row}${reason.column}:${reason.code}`)]),
    ).toEqual([
      ['refused', 0, ['2:PARTNER_REFUSED']],
      ['refused', 0, ['2C:IDENTITY_LENGTH']],
    ]);
  });
  it('of a name that stands in two villages wait, and the list with them', () => {
    const rows = rowsOf(
      [
        { patient: '祝屿' },
        { patient: '祝屿', village: '柳湾村', posts: { ...STAFF, lead: '桓露白', securityOfficer: '桓霁野', gridWorker: '桓汀兰' } },
      ],
      [{ patient: '祝屿', id: id(1) }],
    );
    const before = plan(rows);
    expect(verdicts(before)).toEqual(Array(3).fill('needsConfirmation'));
    expect(before.rows.every(row => row.waitsFor.length === 1)).toBe(true);
    expect(open(before)).toMatchObject([{ code: 'whichPatient', options: [{ value: 'A' }, { value: 'B' }] }]);
    const { plan: done } = answered(rows, NOTHING, () => 1);
    expect(of(all(done), 'patientDetails')).toEqual([
      { kind: 'patientDetails', patient: 'patient:B/祝屿', set: { identityNumber: id(1) } },
    ]);
    expect(verdicts(plan(rowsOf([{ patient: '祝屿' }], [{ patient: '祝屿', village: '竹坪村', id: id(1) }])))).toEqual([
      'create',
      'create',
    ]);
  });
  it('that contradict each other are refused', () => {
    expect(
      verdicts(
        plan(
          rowsOf(
            [{ patient: '祝屿' }],
            [
              { patient: '祝屿', id: id(1) },
              { patient: '祝屿', id: id(2) },
            ],
          ),
        ),
      ),
    ).toEqual(Array(3).fill('refused'));
    const shared = plan(
      rowsOf(
        [{ patient: '祝屿' }, { patient: '祝桐' }],
        [
          { patient: '祝屿', id: id(1) },
          { patient: '祝桐', id: id(1) },
        ],
      ),
    );
    expect(verdicts(shared)).toEqual(Array(4).fill('refused'));
  });
  it.each([
    ['疑似', 'suspected'],
    ['已登记', 'registered'],
    ['在管', 'inCare'],
    [undefined, undefined],
  ])('that say %s begin the file there, and there is nothing left to do', (state, first) => {
    const rows = rowsOf([{ patient: '祝屿' }], [{ patient: '祝屿', id: id(1), ...(state && { state }) }]);
    expect(of(all(plan(rows)), 'patient')).toEqual([
      { kind: 'patient', patient: 'patient:A/祝屿', name: '祝屿', areaKey: 'A', ...(first && { state: first }) },
    ]);
    expect(verdicts(plan(rows, record(NOTHING, all(plan(rows)))))).toEqual(['unchanged', 'unchanged']);
  });
  it.each([
    [{ state: '住院' }, 'STATE_NOT_FIRST'],
    [{ state: '死亡' }, 'STATE_NOT_FIRST'],
    [{ state: '看情况' }, 'STATE_INVALID'],
    [{ state: '疑似', risk: '3' }, 'STATE_SUSPECTED_RATED'],
    [{ state: '疑似', diagnosis: '精神分裂症' }, 'STATE_SUSPECTED_RATED'],
  ])('with %j open no file: %s', (more, code) => {
    const one = plan(rowsOf([{ patient: '祝屿' }], [{ patient: '祝屿', ...more }]));
    const refusals = one.rows.map(row =>
      row.reasons.filter(reason => reason.weight === 'refusal').map(reason => `${reason.column}:${reason.code}`),
    );
    expect(refusals).toEqual([[':PARTNER_REFUSED'], [`J:${code}`]]);
    expect(all(one)).toEqual([]);
  });
  it('never turn the life of a file that is known, and say so', () => {
    const facts = record(NOTHING, all(plan(rowsOf([{ patient: '祝屿' }]))));
    const [, told] = plan(rowsOf([{ patient: '祝屿' }], [{ patient: '祝屿', state: '住院' }]), facts).rows;
    expect(told).toMatchObject({ verdict: 'unchanged', reasons: [{ column: 'J', code: 'STATE_DIFFERS', weight: 'notice' }], writes: [] });
    const two = [
      { patient: '祝屿', state: '在管' },
      { patient: '祝屿', state: '疑似' },
    ];
    expect(verdicts(plan(rowsOf([{ patient: '祝屿' }], two)))).toEqual(Array(3).fill('refused'));
  });
  it('in unknown words are asked about', () => {
    const rows = rowsOf([{ patient: '祝屿', posts: { guardian: '桓拾萤' } }], [{ patient: '祝屿', diagnosis: '抑郁症', relation: '父子' }]);
    expect(open(plan(rows)).map(one => [one.code, one.options.length])).toEqual([
      ['diagnosisUnknown', 7],
      ['relationUnknown', 10],
    ]);
    expect(of(all(answered(rows, NOTHING).plan), 'patientDetails')).toMatchObject([{ set: { diagnosis: 'schizophrenia' } }]);
  });
});

describe('what is on record', () => {
  const first = rowsOf(
    [{ patient: '祝屿', posts: { guardian: '桓拾萤' } }],
    [{ patient: '祝屿', id: id(1), risk: '2', guardian: '桓拾萤', relation: '母亲', phone: '19900000002' }],
  );
  const facts = record(NOTHING, all(plan(first)));

  it('keeps people whom the list leaves blank or does not name', () => {
    const one = plan(rowsOf([{ patient: '祝屿', posts: { doctor: '' } }]), facts);
    expect(verdicts(one)).toEqual(['unchanged']);
    expect(one.rows[0]?.reasons.map(reason => reason.code)).toEqual(['LIST_BLANK', 'LIST_BLANK']);
  });
  it.each([
    [0, 1, 1],
    [1, 0, 1],
    [2, 0, 0],
  ])('asks before somebody else takes a post (answer %i)', (choice, ended, seated) => {
    const rows = rowsOf([{ patient: '祝屿', posts: { gridWorker: '桓露白', guardian: '桓拾萤' } }]);
    expect(open(plan(rows, facts))).toMatchObject([
      { code: 'seatDiffers', options: [{ value: 'replace' }, { value: 'both' }, { value: 'keep' }] },
    ]);
    const { plan: done, answers } = answered(rows, facts, () => choice);
    expect([of(all(done), 'endSeat').length, of(all(done), 'seat').length]).toEqual([ended, seated]);
    expect(verdicts(plan(rows, record(facts, all(done)), answers))).toEqual(['unchanged']);
  });
  it('asks before the guardian changes', () => {
    const rows = rowsOf([{ patient: '祝屿', posts: { guardian: '桓露白' } }]);
    expect(open(plan(rows, facts))).toMatchObject([{ code: 'guardianDiffers' }]);
    expect(all(answered(rows, facts).plan).map(write => write.kind)).toEqual(['person', 'endGuardianship', 'guardianship']);
  });
  it('asks before a rating, a relation or a phone is changed', () => {
    const rows = rowsOf([], [{ patient: '祝屿', id: id(1), risk: '4', guardian: '桓拾萤', relation: '姐姐', phone: '19900000003' }]);
    expect(open(plan(rows, facts)).map(one => [one.code, one.options.map(option => option.value)])).toEqual(
      Array(3).fill(['detailsDiffer', ['keep', 'take']]),
    );
    expect(verdicts(answered(rows, facts).plan)).toEqual(['unchanged']);
    expect(all(answered(rows, facts, () => 1).plan).map(write => write.kind)).toEqual(['patientDetails', 'personMobile', 'relation']);
  });
  it.each([
    ['another number', { patient: '祝屿', id: id(2) }, '竹坪村', 'IDENTITY_OTHER'],
    ['another name', { patient: '祝桐', id: id(1) }, '竹坪村', 'IDENTITY_OTHER_NAME'],
    ['another village', { patient: '祝屿', id: id(1) }, '柳湾村', 'IDENTITY_OTHER_VILLAGE'],
  ])('is not overwritten by %s', (_, detail, village, code) => {
    const one = plan(rowsOf([{ patient: detail.patient, village }], [{ ...detail, village }]), facts);
    expect(verdicts(one)).toEqual(['refused', 'refused']);
    expect(one.rows[1]?.reasons).toMatchObject([{ code, column: 'C' }]);
  });
  it('asks whether the same name in another village is the same patient', () => {
    const rows = rowsOf([{ patient: '祝屿', village: '柳湾村', posts: { lead: '', securityOfficer: '', gridWorker: '' } }]);
    expect(open(plan(rows, facts))).toMatchObject([{ code: 'sameNameElsewhere' }]);
    expect(verdicts(answered(rows, facts).plan)).toEqual(['create']);
    expect(verdicts(answered(rows, facts, () => 1).plan)).toEqual(['refused']);
  });
  it('of another township says nothing but that the county must look', () => {
    const elsewhere = { ...NOTHING, identitiesElsewhere: [keyOf.identity(id(1))] };
    const one = plan(first, elsewhere);
    expect(verdicts(one)).toEqual(['refused', 'refused']);
    expect(one.rows[1]?.reasons).toMatchObject([{ code: 'IDENTITY_ELSEWHERE' }]);
  });
});

describe('a patient twice in the list', () => {
  it('with the same content is imported once', () => {
    const one = plan(rowsOf([{ patient: '祝屿' }, { patient: '祝 屿' }]));
    expect(verdicts(one)).toEqual(['create', 'unchanged']);
    expect(one.rows[1]).toMatchObject({ lead: 's0r2', writes: [] });
    expect(codes(one)).toContain('duplicateRow');
  });
  it('with other content is asked about', () => {
    const rows = rowsOf([{ patient: '祝屿' }, { patient: '祝屿', posts: { gridWorker: '桓露白' } }]);
    expect(verdicts(plan(rows))).toEqual(['needsConfirmation', 'needsConfirmation']);
    const { plan: done } = answered(rows, NOTHING);
    expect(of(all(done), 'patient')).toHaveLength(1);
    expect(of(all(done), 'seat')).toHaveLength(7);
  });
});

describe('confirming some of the rows', () => {
  it('records exactly what they need, people shared with other rows included', () => {
    const one = plan(rowsOf([{ patient: '祝屿' }, { patient: '祝桐' }]));
    expect(of(writesFor(one, ['s0r2']), 'patient').map(write => write.name)).toEqual(['祝屿']);
    expect(of(writesFor(one, ['s0r2']), 'person')).toHaveLength(7);
    expect(of(writesFor(one, ['s0r2', 's0r3']), 'person')).toHaveLength(7);
    expect(writesFor(one, [])).toEqual([]);
    expect(writesFor(one, ['s9r9'])).toEqual([]);
  });
});

describe('any list', () => {
  const name = fc.constantFrom('祝屿', '祝 屿', '祝桐', '荀漱玉', '桓拾萤', '桓露白', '桓拾萤、桓露白', '祝屿 桓白', '', '祝*', '宓扶摇');
  const line: fc.Arbitrary<Line> = fc.record({
    patient: fc.constantFrom('祝屿', '祝 屿', '祝桐', '祝棣', '', '祝屿 桓白', '合欢'),
    village: fc.constantFrom('竹坪村', '竹坪', '柳湾村', '鹤汀村', '远岫'),
    posts: fc.record({ lead: name, doctor: name, gridWorker: name, guardian: name }, { requiredKeys: [] }),
  });
  const detail: fc.Arbitrary<Detail> = fc.record(
    {
      patient: fc.constantFrom('祝屿', '祝桐', '祝棣', '合欢'),
      village: fc.constantFrom('竹坪村', '竹坪', '柳湾村'),
      id: fc.constantFrom(id(1), id(2), '123'),
      risk: fc.constantFrom('0', '5', '9'),
      state: fc.constantFrom('在管', '已登记', '疑似', '住院', '不清楚'),
      diagnosis: fc.constantFrom('精神分裂症', '抑郁症'),
      guardian: fc.constantFrom('桓拾萤', '桓露白', '荀漱玉'),
      relation: fc.constantFrom('母亲', '父子'),
      phone: fc.constantFrom('19900000002', '19900000003'),
    },
    { requiredKeys: ['patient'] },
  );
  const file = fc.record({ lines: fc.array(line, { maxLength: 6 }), details: fc.array(detail, { maxLength: 4 }) });
  const choice = fc.nat(5);
  const runs = { numRuns: 150 };

  it('gives every row one verdict, and writes only to rows that need nothing more', () => {
    fc.assert(
      fc.property(file, ({ lines, details }) => {
        const rows = rowsOf(lines, details);
        const one = plan(rows);
        expect(one.rows.map(row => row.key).sort()).toEqual(rows.map(row => row.key).sort());
        for (const row of one.rows) {
          if (row.writes.length > 0) expect(['create', 'change']).toContain(row.verdict);
          expect(row.reasons.some(reason => reason.weight === 'refusal')).toBe(row.verdict === 'refused');
          expect(row.waitsFor.length > 0).toBe(row.verdict === 'needsConfirmation');
          if (row.verdict === 'needsConfirmation') expect(row.reasons.some(reason => reason.weight === 'question')).toBe(true);
        }
        for (const kind of ['patient', 'person'] as const) {
          const keys = of(all(one), kind).map(write => (write.kind === 'patient' ? write.patient : write.person));
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
      runs,
    );
  });

  it('has nothing left to write once it is recorded, with or without the answers', () => {
    fc.assert(
      fc.property(file, choice, ({ lines, details }, at) => {
        const rows = rowsOf(lines, details);
        const { plan: done, answers } = answered(rows, NOTHING, () => at);
        const facts = record(NOTHING, all(done));
        const again = plan(rows, facts, answers);
        expect(all(again)).toEqual([]);
        const written = new Set(done.rows.filter(row => row.verdict === 'create').map(row => row.key));
        for (const row of again.rows) if (written.has(row.key)) expect(row.verdict).toBe('unchanged');
        // Without the answers a person is asked again; what was recorded is not recorded twice.
        for (const row of plan(rows, facts).rows) if (written.has(row.key)) expect(row.writes).toEqual([]);
      }),
      runs,
    );
  });

  it('unanswered, leaves nothing of what could be written', () => {
    fc.assert(
      fc.property(file, ({ lines, details }) => {
        const rows = rowsOf(lines, details);
        expect(all(plan(rows, record(NOTHING, all(plan(rows)))))).toEqual([]);
      }),
      runs,
    );
  });

  it('writes the same whatever the order of its rows', () => {
    fc.assert(
      fc.property(file, choice, fc.infiniteStream(fc.nat(1000)), ({ lines, details }, at, order) => {
        const shuffle = <T>(items: readonly T[]): T[] =>
          items
            .map(item => ({ item, rank: order.next().value as number }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ item }) => item);
        const rows = rowsOf(lines, details);
        const turned = rowsOf(shuffle(lines), shuffle(details));
        expect(all(plan(turned))).toEqual(all(plan(rows)));
        expect(all(answered(turned, NOTHING, () => at).plan)).toEqual(all(answered(rows, NOTHING, () => at).plan));
        expect(all(plan(shuffle(rows)))).toEqual(all(plan(rows)));
      }),
      runs,
    );
  });
});
