import type { Actor, Role } from '@guanhu/shared/access/access.terms';
import type { CallReason, TaskKind, TaskState } from '@guanhu/shared/agenda/agenda.terms';
import { partOf, type CarePart } from '@guanhu/shared/agenda/care-part.rules';
import type { TaskSeat } from '@guanhu/shared/care-team/seats.terms';
import { addDays, startOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { SHIPPED_VISIT_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import type { ConsentDecision } from '@guanhu/shared/registry/consent.terms';
import { careOf, isDiagnosed, nextStates } from '@guanhu/shared/registry/patient-life.rules';
import type { FirstState, PatientState } from '@guanhu/shared/registry/registry.terms';
import type { RecordVisitBody } from '@guanhu/shared/visits/visits.contract';
import fc from 'fast-check';
import { Agenda } from '../agenda/agenda.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Lives } from '../registry/registry.public.ts';
import { careCounty, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { CheckInVisit } from '../visits/check-in-visit.ts';
import { RecordVisit } from '../visits/record-visit.ts';
import { AppointGuardian } from './appoint-guardian.ts';
import { RecordConsent } from './record-consent.ts';

const RUNS = 30;
/** Two lives in four begin before care does. */
const BEGINNINGS = fc.constantFrom<FirstState>('suspected', 'registered', 'inCare', 'inCare');
/** How far ahead the shipped policies let a visit be seen. */
const HORIZON_DAYS = 7;

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
  // Many lives one after the other are years.
  await care.county.rows.sql(
    `UPDATE session SET expires_at = expires_at + interval '50 years', idle_seconds = 2000000000 WHERE county_id = $1`,
    [1],
  );
}, 60_000);
afterAll(() => care.county.close());

const today = () => care.county.clock.today();
const actorOf = (person: TestPerson, role?: Role): Actor => ({
  countyId: care.county.countyId,
  personId: person.id,
  sessionId: person.id,
  channel: 'phone',
  posts: role === undefined ? [] : [{ role, areaId: care.county.areas.township, organisationId: null }],
});
const doctor = () => actorOf(care.people.doctor, 'mentalHealthDoctor');
const officer = () => actorOf(care.people.officer, 'socialAffairsOfficer');
const inTransaction = <T>(body: (tx: Tx) => Promise<T>) => care.county.rows.inTransaction(body);

type Step =
  | { readonly do: 'turn'; readonly which: number }
  | {
      readonly do: 'visit';
      readonly by: 'doctor' | 'gridWorker';
      readonly found: 'done' | 'noMedicine' | 'medicine' | 'missed' | 'lost' | 'wandered' | 'dead';
    }
  | { readonly do: 'consent'; readonly decision: ConsentDecision }
  | { readonly do: 'guardian'; readonly primary: boolean }
  | { readonly do: 'telephone' }
  | { readonly do: 'report' }
  | { readonly do: 'policy'; readonly which: keyof typeof SHIPPED_VISIT_POLICIES }
  | { readonly do: 'days'; readonly count: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('turn' as const), which: fc.nat(11) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('visit' as const),
      by: fc.constantFrom('doctor' as const, 'gridWorker' as const),
      found: fc.constantFrom('done', 'done', 'noMedicine', 'medicine', 'missed', 'lost', 'wandered', 'dead'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('consent' as const),
      decision: fc.constantFrom('given', 'refused', 'withdrawn', 'notRequired'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('guardian' as const), primary: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ do: 'telephone' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'report' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('policy' as const), which: fc.constantFrom('national', 'fourColours', 'threeColours') }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('days' as const), count: fc.integer({ min: 1, max: 20 }) }) },
);

type Task = { kind: TaskKind; seat: TaskSeat; reason: CallReason | null; state: TaskState; dueOn: CalendarDate; assigneeId: Id | null };
type Facts = {
  state: PatientState;
  care: CarePart[];
  consent: ConsentDecision | null;
  asked: Id | null;
  ordered: boolean;
  answered: boolean;
  banded: boolean;
};

const factsOf = async (patientId: Id): Promise<Facts> => {
  const [facts] = await care.county.rows.sql<Facts>(
    `SELECT state, care,
       (SELECT decision FROM consent WHERE consent.county_id = $1 AND patient_id = patient.id ORDER BY recorded_at DESC, id DESC LIMIT 1) AS consent,
       (SELECT person_id FROM guardianship WHERE guardianship.county_id = $1 AND patient_id = patient.id AND since <= $3
         AND (until IS NULL OR until >= $3) ORDER BY is_primary DESC, since, id LIMIT 1) AS asked,
       EXISTS (SELECT FROM regimen WHERE regimen.county_id = $1 AND patient_id = patient.id AND since <= $3 AND (until IS NULL OR until >= $3)) AS ordered,
       EXISTS (SELECT FROM standing WHERE standing.county_id = $1 AND standing.id = patient.id AND band IS NOT NULL) AS banded,
       EXISTS (SELECT FROM confirmation WHERE confirmation.county_id = $1 AND patient_id = patient.id AND on_day = $3) AS answered
     FROM patient WHERE county_id = $1 AND id = $2`,
    [care.county.countyId, patientId, today()],
  );
  if (!facts) throw new Error('a patient that vanished');
  return facts;
};
const liveTasks = (patientId: Id): Promise<Task[]> =>
  care.county.rows.sql(
    `SELECT kind, seat, reason, state, due_on AS "dueOn", assignee_id AS "assigneeId" FROM task
     WHERE county_id = $1 AND patient_id = $2 AND state IN ('open', 'suspended')`,
    [care.county.countyId, patientId],
  );

/** How often something was reported of each patient. */
const reported = new Map<Id, number>();

/** What is wrong with a patient's tasks: alive though it should be closed or paused, or missing though it should exist. */
async function faults({ patientId }: Ward, planned: boolean): Promise<string[]> {
  const facts = await factsOf(patientId);
  const live = await liveTasks(patientId);
  const tasks = live.filter(task => task.seat !== 'office');
  const dues = await care.county.app.get(Agenda).dues(care.county.rows, [patientId]);
  const goesOn = careOf(facts.state, facts.consent);
  const found: string[] = [];
  // What an office looks into goes on whatever becomes of the patient.
  const reviews = live.filter(task => task.seat === 'office' && task.state === 'open' && task.assigneeId === care.people.officer.id);
  if (reviews.length !== live.length - tasks.length || reviews.length !== (reported.get(patientId) ?? 0))
    found.push(`${String(reviews.length)} reviews of the office`);
  if (JSON.stringify(facts.care) !== JSON.stringify(goesOn)) found.push(`care is ${facts.care.join()} and should be ${goesOn.join()}`);
  for (const task of tasks) {
    const should = goesOn.includes(partOf(task)) ? 'open' : 'suspended';
    if (goesOn.length === 0 || task.state !== should)
      found.push(`${task.reason ?? task.kind} of ${task.seat} is ${task.state} when ${facts.state}`);
  }
  // Before the diagnosis there is neither a band nor medicine nor a round of visits; from it on there is a band at once.
  const diagnosed = isDiagnosed(facts.state);
  if (!diagnosed && (facts.banded || facts.ordered || dues.length > 0)) found.push(`judged when ${facts.state}`);
  if (diagnosed && goesOn.length > 0 && !facts.banded) found.push(`no band when ${facts.state}`);
  const inSight = dues.filter(due => due.dueOn <= addDays(today(), HORIZON_DAYS));
  for (const due of inSight) {
    const comes = goesOn.includes(partOf({ kind: 'visit', seat: due.seat, reason: null }));
    const visits = tasks.filter(task => task.kind === 'visit' && task.seat === due.seat && task.state === 'open');
    if (comes && (visits.length !== 1 || visits[0]?.dueOn !== due.dueOn))
      found.push(`${String(visits.length)} visits of ${due.seat}, due ${due.dueOn}`);
    if (due.seat !== 'doctor') continue;
    const calls = tasks.filter(task => task.reason === 'followUp');
    const wanted = goesOn.includes('telephone');
    if (calls.length !== (wanted ? 1 : 0) || (wanted && calls[0]?.dueOn !== due.dueOn))
      found.push(`${String(calls.length)} telephone follow-ups`);
  }
  for (const task of tasks)
    if (task.kind === 'visit' && !dues.some(due => due.seat === task.seat)) found.push(`a visit of ${task.seat}, who does not visit`);
  if (planned && goesOn.includes('medication') && facts.ordered && facts.asked !== null && !facts.answered) {
    const questions = tasks.filter(task => task.kind === 'medicationConfirmation' && task.dueOn === today() && task.state === 'open');
    if (questions.length !== 1 || questions[0]?.assigneeId !== facts.asked)
      found.push(`${String(questions.length)} questions about today’s medicine`);
  }
  return found;
}

/** @returns whether the day was planned after it. */
async function live(ward: Ward, one: Step): Promise<boolean> {
  const { patientId } = ward;
  const { app } = care.county;
  const { state, consent } = await factsOf(patientId);
  switch (one.do) {
    case 'turn': {
      const next = nextStates(state, (await app.get(Lives).find(care.county.rows, patientId))?.before ?? null);
      const to = next[one.which % Math.max(1, next.length)];
      if (to !== undefined) await inTransaction(tx => app.get(Lives).change(tx, doctor(), patientId, turnTo(state, to)));
      return false;
    }
    case 'visit': {
      const as = actorOf(one.by === 'doctor' ? care.people.doctor : care.people.gridWorker);
      const visitId = newId();
      const at = care.county.clock.now().toISOString();
      const { version } = await inTransaction(tx => app.get(CheckInVisit).run(tx, as, patientId, { visitId, at }));
      await inTransaction(tx => app.get(RecordVisit).run(tx, as, visitId, { version, record: recordOf(one.found) }));
      return false;
    }
    case 'consent': {
      const common = { consentId: newId(), on: today(), signer: 'guardian', signerName: '试签' } as const;
      const { decision } = one;
      if (decision === 'withdrawn' && consent !== 'given') return false;
      await inTransaction(tx =>
        app
          .get(RecordConsent)
          .run(
            tx,
            doctor(),
            patientId,
            decision === 'notRequired'
              ? { consentId: common.consentId, on: common.on, decision, basis: 'dangerToOthers', note: '已告知' }
              : decision === 'withdrawn'
                ? { ...common, decision }
                : { ...common, decision, textVersion: '2026-1' },
          ),
      );
      return false;
    }
    case 'guardian': {
      const body = {
        guardianshipId: newId(),
        name: `试${newId().slice(-6)}`,
        relation: 'sibling',
        kind: 'statutory',
        from: today(),
        primary: one.primary,
      } as const;
      await inTransaction(tx => app.get(AppointGuardian).appoint(tx, officer(), patientId, body));
      return false;
    }
    case 'telephone': {
      const [call] = await care.county.rows.sql<{ id: Id }>(
        `SELECT id FROM task WHERE county_id = $1 AND patient_id = $2 AND reason = 'followUp' AND state = 'open'`,
        [care.county.countyId, patientId],
      );
      if (!call) return false;
      await care.county.rows.sql(`UPDATE task SET state = 'done', closed_at = $3, closed_by = $4 WHERE county_id = $1 AND id = $2`, [
        care.county.countyId,
        call.id,
        care.county.clock.now(),
        care.people.doctor.id,
      ]);
      await inTransaction(tx => app.get(Agenda).telephoned(tx, patientId, today()));
      await care.plan();
      return true;
    }
    case 'report': {
      const review = { kind: 'concernReview', patientId, causeId: newId(), dueOn: today() } as const;
      await inTransaction(tx => app.get(Agenda).openForOffice(tx, review));
      reported.set(patientId, (reported.get(patientId) ?? 0) + 1);
      return false;
    }
    case 'policy':
      await care.setPolicy(SHIPPED_VISIT_POLICIES[one.which].policy);
      await care.plan();
      return true;
    case 'days':
      care.county.clock.set(new Date(startOf(addDays(today(), one.count)).getTime() + 10 * 3_600_000));
      await care.plan();
      return true;
  }
}

/** Every turn that there is, also those that come with a record of their own. */
function turnTo(from: PatientState, to: PatientState) {
  const more = to === 'lostToFollowUp' ? { lostReason: 5 as const } : to === 'deceased' ? { deathCause: 4 as const } : { place: '某地' };
  return { from, to, on: today(), facts: { reason: '随机', ...more } };
}

function recordOf(found: Extract<Step, { do: 'visit' }>['found']): RecordVisitBody['record'] {
  const done = {
    result: 'done',
    form: 2,
    respondents: [1],
    risk: 1,
    insight: 1,
    stability: 'basicStable',
    overrideReason: '当面评估',
  } as const;
  switch (found) {
    case 'done':
      return done;
    case 'medicine':
      return { ...done, adherence: 1 };
    case 'noMedicine':
      return { ...done, adherence: 4 };
    case 'missed':
      return { result: 'missed', form: 2, missedReason: 1 };
    case 'lost':
      return { result: 'lost', lostReason: 5 };
    case 'wandered':
      return { result: 'lost', lostReason: 3 };
    case 'dead':
      return { result: 'deceased', diedOn: today(), deathCause: 4 };
  }
}

it('leaves no task alive that should be closed and none missing that should exist, whatever a life brings', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(0, 2, 5), BEGINNINGS, fc.array(step, { minLength: 3, maxLength: 7 }), async (risk, begins, steps) => {
      const ward = await care.ward({ risk: risk as 0, begins });
      await care.plan();
      expect(await faults(ward, true)).toEqual([]);
      const lived: string[] = [];
      for (const one of steps) {
        lived.push(JSON.stringify(one));
        const planned = await live(ward, one);
        await care.county.work();
        expect({ lived, faults: await faults(ward, planned) }).toEqual({ lived, faults: [] });
        // And again after a plan of the day, which changes nothing that was right.
        await care.plan();
        expect({ lived, faults: await faults(ward, true) }).toEqual({ lived, faults: [] });
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 300_000);
