/** The rows of a large county; `large-county.mjs` tells what it is like. */
import { createHash } from 'node:crypto';

const PATIENTS_A_WORKER = 20;
const PATIENTS_AN_OFFICIAL = 500;
const TOWNSHIPS = 20;
const VILLAGES = 500;
/** Days between two visits of a grid worker, and how the patients are spread over them. */
const VISIT_EVERY = 14;

export const workersOf = patients => patients / PATIENTS_A_WORKER;

const FAMILY_NAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'];
const GIVEN_NAMES = [...'试验甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未'];
const pick = (list, n) => list[n % list.length];
const nameOf = n => pick(FAMILY_NAMES, n) + pick(GIVEN_NAMES, n >> 4) + pick(GIVEN_NAMES, Math.floor(n / 320));

/** As long as an ordinary visit's record. */
const RECORD = JSON.stringify({
  form: 2,
  present: [1, 2],
  risk: 1,
  symptoms: [12],
  insight: 1,
  sleep: 1,
  diet: 1,
  note: '情况平稳。'.repeat(20),
});

/** Ids in the shape of UUIDv7 that sort in the order of their making, one sequence a kind. */
const ids = kind => n => `01900000-00${kind}-7000-8000-${n.toString(16).padStart(12, '0')}`;
const [areaId, officialId] = ['01', '03'].map(ids);
export const workerId = ids('02');
export const guardianId = ids('04');
export const patientId = ids('05');
/** The township whose lists the official imports, and how its villages are called. */
export const FIRST_TOWNSHIP = areaId(1);
export const VILLAGES_OF_FIRST_TOWNSHIP = Array.from({ length: VILLAGES / TOWNSHIPS }, (_, n) => `试验${1 + TOWNSHIPS + n}村`);
const rowId = {
  post: ids('11'),
  session: ids('12'),
  guardianship: ids('13'),
  regimen: ids('14'),
  seat: ids('15'),
  task: ids('16'),
  due: ids('17'),
  cycle: ids('18'),
};
const visitId = ids('31');
const said = { confirmation: ids('21'), key: ids('22'), promise: ids('23'), deed: ids('24') };

const townshipOf = village => 1 + Math.floor(((village - 1 - TOWNSHIPS) * TOWNSHIPS) / VILLAGES);
const workerOf = patient => Math.floor(patient / PATIENTS_A_WORKER);
const officialOf = patient => Math.floor(patient / PATIENTS_AN_OFFICIAL);
/** The day in China, `days` from today. */
export const day = days => new Date(Date.now() + (8 + 24 * days) * 3_600_000).toISOString().slice(0, 10);

/**
 * Every table with its rows, the county left out.
 * @param {{ patients: number, visitsEach: number, planned: boolean }} size `planned`: the day's tasks are there already
 */
export function tables(vault, secrets, { patients: count, visitsEach, planned }) {
  const workers = workersOf(count);
  const officials = Math.ceil(count / PATIENTS_AN_OFFICIAL);
  const villageOf = patient => 1 + TOWNSHIPS + Math.floor((patient * VILLAGES) / count);
  const sealed = (table, id, name) => [vault.seal({ table, row: id, column: 'name_sealed' }, name), vault.digest(`${table}-name`, name)];
  const now = new Date().toISOString();
  const digest = secret => createHash('sha256').update(secret).digest();

  function* areas() {
    const root = areaId(0);
    const code = n => `990101${String(n).padStart(6, '0')}`;
    yield [root, 'county', null, `{${root}}`, '试验县', code(0), '2020-01-01'];
    for (let n = 1; n <= TOWNSHIPS; n++)
      yield [areaId(n), 'township', root, `{${root},${areaId(n)}}`, `试验${n}镇`, code(n * 1000), '2020-01-01'];
    for (let n = TOWNSHIPS + 1; n <= TOWNSHIPS + VILLAGES; n++) {
      const township = areaId(townshipOf(n));
      yield [areaId(n), 'village', township, `{${root},${township},${areaId(n)}}`, `试验${n}村`, code(n), '2020-01-01'];
    }
  }
  function* people() {
    const person = (id, n) => [id, ...sealed('person', id, nameOf(n)), now];
    for (let n = 0; n < workers; n++) yield person(workerId(n), n);
    for (let n = 0; n < officials; n++) yield person(officialId(n), n);
    for (let n = 0; n < count; n++) yield person(guardianId(n), n);
  }
  function* posts() {
    for (let n = 0; n < workers; n++)
      yield [rowId.post(n), workerId(n), 'gridWorker', areaId(villageOf(n * PATIENTS_A_WORKER)), '2020-01-01'];
    yield [rowId.post(workers), officialId(0), 'socialAffairsOfficer', FIRST_TOWNSHIP, '2020-01-01'];
  }
  function* sessions() {
    const until = new Date(Date.now() + 30 * 86_400_000).toISOString();
    const session = (n, person, secret) => [rowId.session(n), person, 'phone', digest(secret), now, now, until, 30 * 86_400];
    for (const [n, secret] of secrets.workers.entries()) yield session(n, workerId(n), secret);
    for (const [n, secret] of secrets.families.entries()) yield session(workers + n, guardianId(n), secret);
    yield session(workers + count, officialId(0), secrets.official);
  }
  function* patients() {
    for (let n = 0; n < count; n++) {
      const village = villageOf(n);
      yield [patientId(n), areaId(townshipOf(village)), areaId(village), ...sealed('patient', patientId(n), nameOf(n)), now];
    }
  }
  function* guardianships() {
    for (let n = 0; n < count; n++) yield [rowId.guardianship(n), patientId(n), guardianId(n), true, '2024-01-01'];
  }
  function* regimens() {
    for (let n = 0; n < count; n++) yield [rowId.regimen(n), patientId(n), '2024-01-01', 'registration'];
  }
  function* seats() {
    let row = 0;
    for (let n = 0; n < count; n++) {
      yield [rowId.seat(row++), patientId(n), 'gridWorker', workerId(workerOf(n)), '2024-01-01'];
      yield [rowId.seat(row++), patientId(n), 'doctor', officialId(officialOf(n)), '2024-01-01'];
    }
  }
  function* tasks() {
    let row = 0;
    const task = (kind, key, n, assignee, seat, reason, due, doneAt = null) => {
      const state = doneAt === null ? 'open' : 'done';
      const by = doneAt === null ? null : assignee;
      return [rowId.task(row++), kind, key, patientId(n), assignee, seat, reason, due, due, state, now, doneAt, by];
    };
    for (let n = 0; n < count; n++) {
      const guardian = guardianId(n);
      const asked = on => [`medication:${patientId(n)}:${on}`, n, guardian, 'guardian', null, on];
      yield task('medicationConfirmation', ...asked(day(-1)), `${day(-1)}T08:00:00+08:00`);
      if (!planned) continue;
      yield task('medicationConfirmation', ...asked(day(0)));
      const worker = workerId(workerOf(n));
      if (n % 10 < 3) yield task('visit', `visit:${patientId(n)}:gridWorker:2`, n, worker, 'gridWorker', null, day((n % 9) - 1));
      if (n % 10 === 7) yield task('visit', `visit:${patientId(n)}:gridWorker:1`, n, worker, 'gridWorker', null, day(0), now);
      if (n % 10 === 9)
        yield task('call', `call:medicationSilence:${patientId(n)}:${day(-4)}`, n, worker, 'gridWorker', 'medicationSilence', day(0));
    }
  }

  /** The last visits of every patient, the newest so long ago that one in fourteen is due today. */
  function* visits() {
    let row = 0;
    for (let n = 0; n < count; n++)
      for (let back = 0; back < visitsEach; back++) {
        const on = day(-(n % VISIT_EVERY) - VISIT_EVERY * back - 1);
        const at = `${on}T09:00:00+08:00`;
        const id = visitId(row++);
        const record = vault.seal({ table: 'visit', row: id, column: 'record_sealed' }, RECORD);
        const details = vault.seal({ table: 'visit', row: id, column: 'details_sealed' }, '{}');
        yield [
          id,
          patientId(n),
          workerId(workerOf(n)),
          'gridWorker',
          at,
          on,
          'recorded',
          'done',
          1,
          'stable',
          record,
          details,
          1,
          0,
          at,
          at,
          n % 10 < 8,
          1 + (n % 4),
        ];
      }
  }
  function* dues() {
    for (let n = 0; n < count; n++) {
      const last = -(n % VISIT_EVERY) - 1;
      yield [rowId.due(n), patientId(n), 'gridWorker', day(last), day(last + VISIT_EVERY), day(last + VISIT_EVERY + 3)];
    }
  }
  /** Reviews every half-year, exams every year, none of them in sight. */
  function* cycles() {
    for (let n = 0; n < count; n++) {
      yield [rowId.cycle(2 * n), patientId(n), 'riskReview', day(-30), day(150), day(150), 0];
      yield [rowId.cycle(2 * n + 1), patientId(n), 'healthExam', day(-30), day(335), day(335), 0];
    }
  }
  function* standings() {
    for (let n = 0; n < count; n++) yield [patientId(n), 1, day(-30), 'stable', day(-30), true, day(-(n % VISIT_EVERY) - 1), 0];
  }

  // Yesterday's answers with all that came with them. Where nothing stood, PostgreSQL would plan as if nothing ever would.
  const told = `${day(-1)}T08:00:00+08:00`;
  const digest32 = Buffer.alloc(32);
  function* confirmations() {
    for (let n = 0; n < count; n++) yield [said.confirmation(n), patientId(n), day(-1), 'taken', guardianId(n), told, told];
  }
  function* keptAnswers() {
    const answer = vault.seal(
      { table: 'kept_answer', row: said.key(0), column: 'answer' },
      JSON.stringify({ on: day(-1), answer: 'taken' }),
    );
    for (let n = 0; n < count; n++)
      yield [said.key(n), guardianId(n), 'POST /patients/:patientId/medication/confirmations', digest32, answer, told];
  }
  function* promises() {
    for (let n = 0; n < count; n++)
      yield [said.promise(n), 'medication-confirmed', said.key(n), `{"patientId":"${patientId(n)}"}`, told, told];
  }
  function* deeds() {
    for (let n = 0; n < count; n++) {
      const sealed = [n + 1, digest32];
      yield [
        said.deed(n),
        told,
        guardianId(n),
        rowId.session(workers + n),
        'medication:confirmed',
        'confirmation',
        said.confirmation(n),
        patientId(n),
        ...sealed,
      ];
    }
  }

  return [
    ['confirmation (county_id, id, patient_id, on_day, answer, person_id, tapped_at, confirmed_at)', confirmations()],
    ['kept_answer (county_id, id, person_id, route, body_digest, answer, created_at)', keptAnswers()],
    ['outbox (county_id, id, kind, key, payload, not_before, created_at)', promises()],
    ['deed (county_id, id, at, person_id, session_id, act, object_kind, object_id, patient_id, seal_seq, chain_hash)', deeds()],
    ['area (county_id, id, kind, parent_id, path, name, code, from_on)', areas()],
    ['person (county_id, id, name_sealed, name_digest, created_at)', people()],
    ['post (county_id, id, person_id, role, area_id, from_on)', posts()],
    ['session (county_id, id, person_id, channel, token_digest, opened_at, last_seen_at, expires_at, idle_seconds)', sessions()],
    ['patient (county_id, id, township_id, village_id, name_sealed, name_digest, created_at)', patients()],
    ['guardianship (county_id, id, patient_id, person_id, is_primary, since)', guardianships()],
    ['regimen (county_id, id, patient_id, since, source)', regimens()],
    ['team_seat (county_id, id, patient_id, post, person_id, since)', seats()],
    [
      'visit (county_id, id, patient_id, person_id, seat, at, on_day, state, result, risk, stability, record_sealed, details_sealed, national, local, checked_in_at, recorded_at, met, adherence)',
      visits(),
    ],
    ['visit_due (county_id, id, patient_id, seat, counted_from, due_on, overdue_after)', dues()],
    ['assessment_due (county_id, id, patient_id, cycle, counted_from, due_on, overdue_after, policy_seq)', cycles()],
    ['standing (county_id, id, risk, risk_on, stability, stability_on, settled, last_visit_on, policy_seq)', standings()],
    [
      `task (county_id, id, kind, key, patient_id, assignee_id, seat, reason, due_on, overdue_after, state, opened_at, closed_at, closed_by)`,
      tasks(),
    ],
  ];
}
