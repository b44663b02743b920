import { z } from 'zod';
import { CARE_PARTS, type CarePart } from '../agenda/care-part.rules.ts';
import { contract, Day, IdPageQuery, IdText, Instant, keysOf, PageOf, Words } from '../kernel/contract.ts';
import * as routes from './patient-life.routes.ts';
import { PATIENT_STATES, type PatientState } from './registry.terms.ts';

const ofPatient = z.strictObject({ patientId: IdText });
const State = keysOf<PatientState>(PATIENT_STATES);
const Care = z.array(keysOf<CarePart>(CARE_PARTS));

const common = {
  /** The state that was read: another one in between is refused as stale. */
  from: State,
  /** The day on which it happened. */
  on: Day,
  /** Why, and how it is known. */
  reason: Words(200),
};
const Place = Words(100);
/** What has to be known of a state, and nothing else. Hospital and a search are recorded where the law and the alarm are asked for. */
const ChangeState = z
  .discriminatedUnion('to', [
    /** Somebody who moved away as a suspicion comes back as one. */
    z.strictObject({ ...common, to: z.literal('suspected') }),
    z.strictObject({ ...common, to: z.literal('registered') }),
    z.strictObject({ ...common, to: z.literal('inCare') }),
    /** From `suspected` both are the doctor's: the suspicion is confirmed, or it is not. */
    z.strictObject({ ...common, to: z.literal('notConfirmed') }),
    /** Where to is known: that makes it no loss. */
    z.strictObject({ ...common, to: z.literal('away'), place: Place, expectedBack: Day.optional() }),
    z.strictObject({ ...common, to: z.literal('lostToFollowUp'), lostReason: z.literal([1, 2, 4, 5]) }),
    z.strictObject({ ...common, to: z.literal('inCustody'), place: Place.optional() }),
    z.strictObject({ ...common, to: z.literal('compulsoryMedical'), place: Place.optional() }),
    z.strictObject({ ...common, to: z.literal('compulsoryDrugRehab'), place: Place.optional() }),
    z.strictObject({
      ...common,
      to: z.literal('deceased'),
      deathCause: z.literal([1, 2, 3, 4, 5, 6]),
      /** When the cause is a bodily illness. */
      fatalIllness: z.literal([1, 2, 3, 4, 5, 6, 7, 8]).optional(),
    }),
    z.strictObject({ ...common, to: z.literal('movedOut'), place: Place }),
  ])
  .meta({ id: 'ChangeState' });
const StateChanged = z.object({ changeId: IdText, state: State, since: Day, care: Care });

const LifeEvent = z
  .object({
    changeId: IdText,
    from: State,
    to: State,
    on: Day,
    reason: z.string(),
    place: z.string().nullable(),
    expectedBack: Day.nullable(),
    lostReason: z.int().nullable(),
    deathCause: z.int().nullable(),
    fatalIllness: z.int().nullable(),
    source: z.enum(['office', 'visit']),
    /** Who recorded it; null when the system did. */
    by: z.string().nullable(),
    at: Instant,
  })
  .meta({ id: 'LifeEvent' });
const Life = PageOf(LifeEvent).extend({
  state: State,
  /** Since when; null while the file is in the state in which it was opened. */
  since: Day.nullable(),
  /** What goes on now. */
  care: Care,
  /** Where the reader may take it from here; empty when that is not theirs to record. */
  mayBecome: z.array(State),
  /** Number of the letter that goes with somebody who has left the county. */
  letter: z.string().nullable(),
});

export const readLifeContract = contract({
  route: routes.readLife,
  summary: 'The state of a file, what goes on in it, and how it came there, newest first',
  door: 'patient:read',
  params: ofPatient,
  query: IdPageQuery,
  answer: Life,
  refusals: [],
});
export const changeStateContract = contract({
  route: routes.changeState,
  summary: 'Record a turn of a patient’s life; tasks pause, end or come back in the same commit',
  door: 'patient:change-state',
  params: ofPatient,
  body: ChangeState,
  answer: StateChanged,
  refusals: ['PATIENT_STATE_NOT_ALLOWED', 'PATIENT_STATE_DAY_NOT_ALLOWED', 'STALE', 'STAY_GOES_ON', 'SEARCH_GOES_ON'],
  once: true,
});

export type PatientParams = z.input<typeof ofPatient>;
export type LifeQuery = z.input<typeof IdPageQuery>;
export type LifeAnswer = z.infer<typeof Life>;
export type LifeEvent = z.infer<typeof LifeEvent>;
export type ChangeStateBody = z.infer<typeof ChangeState>;
export type StateChanged = z.infer<typeof StateChanged>;
