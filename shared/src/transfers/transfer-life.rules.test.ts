import fc from 'fast-check';
import { calendarDate } from '../kernel/calendar-date.ts';
import { PATIENT_STATES, type PatientState } from '../registry/registry.terms.ts';
import { isClosed, isDiagnosed, nextStates, turnNeeds } from '../registry/patient-life.rules.ts';
import {
  decideTransfer,
  erasePackagesBefore,
  firstStateOf,
  inAfter,
  landingOn,
  mayPassOn,
  onAcceptance,
  outAfter,
  responsibleSide,
  turnsOnLanding,
  type InEvent,
  type OutEvent,
} from './transfer-life.rules.ts';
import { IN_STATES, OUT_STATES, type InState, type OutState } from './transfers.terms.ts';

const STATES = Object.keys(PATIENT_STATES) as PatientState[];

/** Written down a second time on purpose. */
const OUT_ALLOWED: Record<string, OutState> = {
  'proposed release': 'released',
  'proposed reject': 'rejected',
  'proposed withdraw': 'withdrawn',
};
const IN_ALLOWED: Record<string, InState> = {
  'waiting accept': 'accepted',
  'waiting reject': 'rejected',
  'waiting withdraw': 'withdrawn',
  'accepted takeOver': 'takenOver',
  'accepted withdraw': 'withdrawn',
};
const answer = <T>(to: T | undefined) =>
  to === undefined ? { granted: false, code: 'TRANSFER_NOT_WAITING' } : { granted: true, value: to };

it('goes from state to state as written, in both counties', () => {
  for (const from of Object.keys(OUT_STATES) as OutState[])
    for (const event of ['release', 'reject', 'withdraw'] satisfies OutEvent[])
      expect(outAfter(from, event)).toEqual(answer(OUT_ALLOWED[`${from} ${event}`]));
  for (const from of Object.keys(IN_STATES) as InState[])
    for (const event of ['accept', 'reject', 'takeOver', 'withdraw'] satisfies InEvent[])
      expect(inAfter(from, event)).toEqual(answer(IN_ALLOWED[`${from} ${event}`]));
});

it('lets only somebody pass on whose stay, search or custody is over', () => {
  expect(STATES.filter(mayPassOn)).toEqual(['suspected', 'registered', 'inCare', 'away', 'lostToFollowUp']);
  // Whoever is released leaves by a turn that the life knows.
  for (const state of STATES.filter(mayPassOn)) expect(nextStates(state, null)).toContain('movedOut');
});

const facts = { state: 'inCare', fromCounty: 1, toCounty: 2, to: { kind: 'township' }, waits: false } as const;
it.each([
  [{}, true],
  [{ state: 'hospitalised' }, 'PATIENT_STATE_NOT_ALLOWED'],
  [{ state: 'deceased' }, 'PATIENT_STATE_NOT_ALLOWED'],
  [{ toCounty: 1 }, 'TRANSFER_DESTINATION_NOT_FITTING'],
  [{ to: undefined }, 'TRANSFER_DESTINATION_NOT_FITTING'],
  [{ to: { kind: 'village' } }, 'TRANSFER_DESTINATION_NOT_FITTING'],
  [{ waits: true }, 'TRANSFER_ALREADY_WAITING'],
] as const)('a proposal with %j: %s', (more, expected) => {
  const decided = decideTransfer({ ...facts, ...more });
  expect(decided.granted ? decided.value : decided.code).toBe(expected);
});

it('hears a yes once, and not for somebody whose life has turned', () => {
  expect(onAcceptance('proposed', 'inCare')).toBe('release');
  expect(onAcceptance('proposed', 'deceased')).toBe('withdraw');
  expect(onAcceptance('proposed', 'hospitalised')).toBe('withdraw');
  for (const out of ['released', 'rejected', 'withdrawn'] as const) expect(onAcceptance(out, 'inCare')).toBe('nothing');
});

it('lands whoever was released, whatever file is there', () => {
  expect(Object.fromEntries(STATES.map(state => [state, landingOn(state)]))).toMatchObject({
    movedOut: 'reopen',
    inCare: 'join',
    suspected: 'join',
    hospitalised: 'join',
    deceased: 'openUndocumented',
    notConfirmed: 'openUndocumented',
  });
  expect(landingOn(null)).toBe('open');
  expect(['suspected', 'registered', 'inCare', 'away', 'lostToFollowUp'].map(state => firstStateOf(state as PatientState))).toEqual([
    'suspected',
    'registered',
    'inCare',
    'inCare',
    'inCare',
  ]);
});

it.each([
  ['suspected', null, 'suspected', []],
  ['suspected', null, 'registered', ['registered']],
  ['suspected', null, 'away', ['registered', 'inCare']],
  ['inCare', null, 'suspected', []],
  ['hospitalised', 'inCare', 'inCare', []],
  ['movedOut', 'suspected', 'suspected', ['suspected']],
  ['movedOut', 'suspected', 'registered', ['suspected', 'registered']],
  ['movedOut', 'suspected', 'inCare', ['suspected', 'registered', 'inCare']],
  ['movedOut', 'inCare', 'suspected', ['inCare']],
  ['movedOut', 'registered', 'suspected', ['registered']],
  ['movedOut', 'away', 'registered', ['registered']],
  ['movedOut', null, 'inCare', ['inCare']],
] as const)('a file that is %s (before: %s) of somebody who left as %s turns to %j', (existing, before, left, turns) => {
  expect(turnsOnLanding(existing, before, left)).toEqual(turns);
});

it('makes no patient of whom neither county knows a diagnosis, and loses none that either knows', () => {
  for (const existing of STATES.filter(state => landingOn(state) === 'join' || landingOn(state) === 'reopen'))
    for (const before of [null, ...STATES.filter(state => !isClosed(state))])
      for (const left of STATES.filter(mayPassOn)) {
        let [state, came] = [existing, before];
        for (const to of turnsOnLanding(existing, before, left)) {
          expect(nextStates(state, came)).toContain(to);
          // The finding was made: in the other county.
          if (turnNeeds(state, to) === 'suspicion:settle') expect(isDiagnosed(left)).toBe(true);
          [came, state] = [state, to];
        }
        const known = existing === 'movedOut' ? before : existing;
        if (known !== null) expect(isDiagnosed(state)).toBe(isDiagnosed(known) || isDiagnosed(left));
      }
});

it('keeps what came along for ninety days', () => {
  expect(erasePackagesBefore(calendarDate('2026-09-13'))).toBe('2026-06-15');
});

/** Both counties and what is under way between them; every step is one transaction in one county, as the handlers do it. */
type Message = 'offer' | 'accepted' | 'rejected' | 'released' | 'withdrawn';
type World = { out: OutState; in: InState | null; old: PatientState; arrived: number; underWay: Message[] };
const STEPS: Record<Message, (world: World) => void> = {
  offer: world => {
    if (world.out === 'proposed') world.in ??= 'waiting';
  },
  accepted: world => {
    const act = onAcceptance(world.out, world.old);
    if (act === 'nothing') return;
    move(world, 'out', outAfter(world.out, act));
    if (act === 'release') world.old = 'movedOut';
    world.underWay.push(act === 'release' ? 'released' : 'withdrawn');
  },
  rejected: world => move(world, 'out', outAfter(world.out, 'reject')),
  released: world => {
    const next = inAfter(world.in ?? 'waiting', 'takeOver');
    if (!next.granted) return;
    world.in = next.value;
    world.arrived += 1;
  },
  withdrawn: world => {
    // Also before the offer has come: the row stands there already when it does.
    if (world.in === null) world.in = 'withdrawn';
    else move(world, 'in', inAfter(world.in, 'withdraw'));
  },
};
function move<K extends 'out' | 'in'>(world: World, side: K, decision: { granted: true; value: World[K] } | { granted: false }): boolean {
  if (decision.granted) world[side] = decision.value;
  return decision.granted;
}
/** What people do meanwhile. */
const PEOPLE: Record<string, (world: World) => void> = {
  withdraw: world => {
    if (move(world, 'out', outAfter(world.out, 'withdraw'))) world.underWay.push('withdrawn');
  },
  accept: world => {
    if (world.in !== null && move(world, 'in', inAfter(world.in, 'accept'))) world.underWay.push('accepted');
  },
  reject: world => {
    if (world.in !== null && move(world, 'in', inAfter(world.in, 'reject'))) world.underWay.push('rejected');
  },
  dies: world => {
    if (world.old === 'movedOut') return;
    world.old = 'deceased';
    PEOPLE['withdraw']?.(world);
  },
  hospital: world => {
    if (world.old !== 'movedOut' && world.old !== 'deceased') world.old = 'hospitalised';
  },
};
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ deliver: fc.nat(20), again: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constantFrom(...Object.keys(PEOPLE), 'accept', 'accept') },
);

it('has exactly one county responsible at every moment, and one file in care at the end, however messages are lost, doubled and mixed up (SJ-22)', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), steps => {
      const world: World = { out: 'proposed', in: null, old: 'inCare', arrived: 0, underWay: ['offer'] };
      const open = () => (world.old !== 'movedOut' && world.old !== 'deceased' ? 1 : 0) + world.arrived;
      const check = () => {
        // The old file is closed by nothing but the release, in the same commit; the new one is open only behind it.
        expect(world.old === 'movedOut').toBe(responsibleSide(world.out) === 'new');
        if (world.in === 'takenOver') expect(world.out).toBe('released');
        expect(open()).toBeLessThanOrEqual(1);
        if (responsibleSide(world.out) === 'old' && world.old !== 'deceased') expect(open()).toBe(1);
      };
      const deliver = (at: number, again: boolean) => {
        const message = world.underWay[at % Math.max(world.underWay.length, 1)];
        if (message === undefined) return;
        if (!again) world.underWay.splice(world.underWay.indexOf(message), 1);
        STEPS[message](world);
      };
      for (const one of steps) {
        if (typeof one === 'string') PEOPLE[one]?.(world);
        else deliver(one.deliver, one.again);
        check();
      }
      // What is promised is kept in the end.
      while (world.underWay.length > 0) {
        deliver(0, false);
        check();
      }
      expect([world.out, world.in]).toEqual(
        world.out === 'proposed'
          ? ['proposed', 'waiting']
          : world.out === 'released'
            ? ['released', 'takenOver']
            : [world.out, expect.stringMatching(world.out === 'rejected' ? /^rejected$/ : /^(withdrawn|rejected)$/)],
      );
      expect(open()).toBe(world.old === 'deceased' ? 0 : 1);
    }),
    { numRuns: 500 },
  );
});
