import { addDays, dayOf, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { HANDLING_STEP_KEYS, HANDLING_STEPS, type HandlingStep } from '../policy/handling.terms.ts';
import type { HandlingPolicy, IncidentPost } from '../policy/policy.terms.ts';
import { instantOf } from '../reminders/quiet-hours.rules.ts';
import {
  HANDLING_EFFECTS,
  MEASURES,
  RECORD_PARTS,
  STEP_STATES,
  type ClosingPart,
  type EntryKind,
  type HandlingEffect,
  type HandlingState,
  type Measure,
  type RecordPart,
  type StepAnswer,
  type StepState,
} from './handling.terms.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/incidents.ts';

/** What somebody writes into the timeline. */
export type EntryWhat =
  | { readonly kind: 'step'; readonly step: HandlingStep; readonly to: StepAnswer; readonly reason?: string | undefined }
  | { readonly kind: 'note'; readonly words: string }
  | { readonly kind: 'people'; readonly words: string }
  | { readonly kind: 'measure'; readonly measures: readonly Measure[]; readonly words?: string | undefined }
  /** Protective restraint: only by the law, with its reason and how long it lasted; without an end it still lasts. */
  | { readonly kind: 'restraint'; readonly reason: string; readonly until?: string | undefined }
  | {
      readonly kind: 'harm';
      readonly injured: number;
      readonly dead: number;
      readonly lossFen: number;
      readonly words?: string | undefined;
    }
  | { readonly kind: 'diagnosis'; readonly diagnosis: string; readonly effect: HandlingEffect }
  | { readonly kind: 'observation'; readonly stable: boolean; readonly words?: string | undefined };

/** A row of the timeline. Rows are never changed: a later one may name the one that it corrects. */
export type Entry = {
  readonly id: string;
  readonly what: EntryWhat;
  /** When it happened. */
  readonly at: Date;
  readonly recordedAt: Date;
  readonly corrects: string | null;
};

/** The rows that count: those that no later row corrects, in the order in which they were written. */
export function standingEntries<E extends Entry>(entries: readonly E[]): readonly E[] {
  const corrected = new Set(entries.flatMap(entry => entry.corrects ?? []));
  return entries.filter(entry => !corrected.has(entry.id));
}

type StepView<E extends Entry = Entry> = {
  readonly step: HandlingStep;
  readonly owner: IncidentPost;
  readonly dueAt: Date;
  readonly state: StepState;
  /** The row that says so; undefined while it waits. */
  readonly said: E | undefined;
  /** Answered after its time, or not answered although its time is over. */
  readonly late: boolean;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** How far each step has got, and whose it is by when. */
export function stepsOf<E extends Entry>(
  entries: readonly E[],
  policy: HandlingPolicy,
  reportedAt: Date,
  now: Date,
): readonly StepView<E>[] {
  const standing = standingEntries(entries);
  return HANDLING_STEP_KEYS.map(step => {
    const said = standing.findLast(entry => entry.what.kind === 'step' && entry.what.step === step);
    const state = said?.what.kind === 'step' ? said.what.to : 'waiting';
    const { owner, minutes } = policy.steps[step];
    const dueAt = new Date(reportedAt.getTime() + minutes * MINUTE_MS);
    const answered = state === 'done' || state === 'notNeeded';
    return { step, owner, dueAt, state, said, late: (answered && said ? said.at : now) > dueAt };
  });
}

/** What the record still lacks. */
export function recordMissing(entries: readonly Entry[]): readonly RecordPart[] {
  const there = new Set<EntryKind>(standingEntries(entries).map(entry => entry.what.kind));
  return RECORD_PARTS.filter(part => !there.has(part));
}

export const recordDueAt = (policy: HandlingPolicy, reportedAt: Date): Date =>
  new Date(reportedAt.getTime() + policy.recordHours * HOUR_MS);

/**
 * The day on which the record is asked for: tasks are reminded of at `remindedAt` ('HH:MM' in China), and a record that is due before that
 * hour is asked for on the day before, so that the reminder comes before it is late.
 */
export function recordAskedOn(dueAt: Date, remindedAt: string): CalendarDate {
  const day = dayOf(dueAt);
  return dueAt > instantOf(day, remindedAt) ? day : addDays(day, -1);
}

/** Looks at the patient after the scene. */
type Observation = {
  /** Whether they are to be made at all: the scene was answered, and the patient is not in hospital. */
  readonly begun: boolean;
  readonly stableInRow: number;
  /** When the next look is due; null when none is. */
  readonly nextAt: Date | null;
  readonly looks: number;
};

/**
 * When somebody looks next. They begin with the answer to the scene and end with enough stable looks in a row; somebody in hospital is
 * looked after there.
 */
export function observationOf(entries: readonly Entry[], policy: HandlingPolicy): Observation {
  const standing = standingEntries(entries);
  const step = (name: HandlingStep) => standing.findLast(entry => entry.what.kind === 'step' && entry.what.step === name);
  const [scene, hospital] = [step('scene'), step('hospital')];
  const toHospital = hospital?.what.kind === 'step' && hospital.what.to === 'done';
  const begun = scene?.what.kind === 'step' && scene.what.to !== 'taken' && !toHospital;
  // In the order in which they were made, which need not be that in which they were written down.
  const looks = standing.filter(entry => entry.what.kind === 'observation').sort((a, b) => a.at.getTime() - b.at.getTime());
  const lastRestless = looks.findLastIndex(entry => entry.what.kind === 'observation' && !entry.what.stable);
  const stableInRow = looks.length - 1 - lastRestless;
  const from = looks.at(-1)?.at ?? scene?.at;
  const ends = stableInRow >= policy.observeUntilStable;
  const nextAt = begun && !ends && from ? new Date(from.getTime() + policy.observeEveryHours * HOUR_MS) : null;
  return { begun, stableInRow, nextAt, looks: looks.length };
}

/** A phone's clock may be a little ahead. */
const CLOCK_AHEAD_MS = 5 * MINUTE_MS;
/** Something that led to the incident may have happened so long before the first report. */
const BEFORE_REPORT_MS = 7 * 24 * HOUR_MS;

/** Whether this row may be written now. */
export function decideEntry(
  handling: { readonly state: HandlingState; readonly reportedAt: Date; readonly entries: readonly Entry[] },
  entry: Pick<Entry, 'what' | 'at' | 'corrects'>,
  now: Date,
): Decision<true> {
  const { what, at, corrects } = entry;
  // After the end nothing new happens, but what was written wrongly is still put right.
  if (handling.state === 'closed' && corrects === null) return refuse('HANDLING_CLOSED');
  const ahead = at.getTime() - now.getTime();
  if (ahead > CLOCK_AHEAD_MS || handling.reportedAt.getTime() - at.getTime() > BEFORE_REPORT_MS) return refuse('HANDLING_TIME_WRONG');
  if (what.kind === 'restraint' && what.until !== undefined && new Date(what.until) <= at) return refuse('HANDLING_TIME_WRONG');
  if (what.kind === 'step' && what.to === 'notNeeded' && what.reason === undefined) return refuse('HANDLING_REASON_NEEDED');
  const standing = standingEntries(handling.entries);
  if (corrects !== null) {
    const wrong = standing.find(one => one.id === corrects)?.what;
    const sameThing = wrong?.kind === what.kind && (what.kind !== 'step' || sameStep(wrong, what));
    return sameThing ? grant(true) : refuse('HANDLING_CORRECTION_WRONG');
  }
  if (what.kind !== 'step') return grant(true);
  const before = standing.findLast(one => sameStep(one.what, what))?.what;
  const state: StepState = before?.kind === 'step' ? before.to : 'waiting';
  return STEP_MOVES[state].includes(what.to) ? grant(true) : refuse('HANDLING_STEP_ANSWERED');
}

const sameStep = (a: EntryWhat, b: EntryWhat): boolean => a.kind === 'step' && b.kind === 'step' && a.step === b.step;

/** Where a step can go; what was answered is only changed by a correction. */
const STEP_MOVES: { readonly [S in StepState]: readonly StepAnswer[] } = {
  waiting: ['taken', 'done', 'notNeeded'],
  taken: ['done', 'notNeeded'],
  done: [],
  notNeeded: [],
};

/** The whole life of a handling: two parts, then the end. */
const AFTER_PART: { readonly [S in HandlingState]: HandlingState | null } = { open: 'closing', closing: 'closed', closed: null };

export type GivenPart = { readonly part: ClosingPart; readonly by: string };

/**
 * Whether somebody's part closes, or helps to close, the handling: the record is whole, every step is answered, the looks have ended; the
 * doctor's part and the police's are given by two persons.
 */
export function decideClosing(
  handling: { readonly state: HandlingState; readonly entries: readonly Entry[]; readonly given: readonly GivenPart[] },
  { part, by, mayGive }: GivenPart & { readonly mayGive: readonly ClosingPart[] },
  policy: HandlingPolicy,
): Decision<HandlingState> {
  const to = AFTER_PART[handling.state];
  if (to === null) return refuse('HANDLING_CLOSED');
  if (!mayGive.includes(part)) return refuse('HANDLING_PART_NOT_YOURS');
  if (handling.given.some(one => one.part === part)) return refuse('HANDLING_PART_GIVEN');
  if (handling.given.some(one => one.by === by)) return refuse('HANDLING_NEEDS_ANOTHER');
  const missing = closingMissing(handling.entries, policy);
  return missing.length > 0 ? refuse('HANDLING_NOT_COMPLETE', missing) : grant(to);
}

/** What stands between a handling and its end: parts of the record, steps, the looks afterwards, a restraint whose end nobody wrote down. */
export function closingMissing(entries: readonly Entry[], policy: HandlingPolicy): readonly string[] {
  const standing = standingEntries(entries);
  const answered = (step: HandlingStep) => {
    const said = standing.findLast(entry => entry.what.kind === 'step' && entry.what.step === step)?.what;
    return said?.kind === 'step' && said.to !== 'taken';
  };
  return [
    ...recordMissing(entries),
    ...HANDLING_STEP_KEYS.filter(step => !answered(step)),
    ...(observationOf(entries, policy).nextAt === null ? [] : ['observation']),
    ...(standing.some(({ what }) => what.kind === 'restraint' && what.until === undefined) ? ['restraint'] : []),
  ];
}

const SAID = inLanguage(
  {
    step: (step: string, state: string, reason: string | undefined) => `${step}：${state}${reason === undefined ? '' : `（${reason}）`}`,
    restraint: (reason: string, minutes: number | undefined) =>
      `${reason}；${minutes === undefined ? '还没有解除' : `持续 ${minutes} 分钟`}`,
    harm: (injured: number, dead: number, yuan: string) => `受伤 ${injured} 人，死亡 ${dead} 人，损失 ${yuan} 元`,
    diagnosis: (diagnosis: string, effect: string) => `${diagnosis}；效果：${effect}`,
    calm: '平稳',
    notCalm: '还不平稳',
    listMark: '、',
    clauseMark: '；',
  },
  { en: en.HANDLING_SAID },
);

/** A row as people read it. */
export function entryWords(what: EntryWhat, at: Date): string {
  switch (what.kind) {
    case 'step':
      return SAID.step(HANDLING_STEPS[what.step], STEP_STATES[what.to], what.reason);
    case 'note':
    case 'people':
      return what.words;
    case 'measure':
      return [what.measures.map(measure => MEASURES[measure]).join(SAID.listMark), what.words].filter(Boolean).join(SAID.clauseMark);
    case 'restraint':
      return SAID.restraint(what.reason, what.until === undefined ? undefined : restraintMinutes(at, new Date(what.until)));
    case 'harm':
      return [SAID.harm(what.injured, what.dead, (what.lossFen / 100).toFixed(2)), what.words].filter(Boolean).join(SAID.clauseMark);
    case 'diagnosis':
      return SAID.diagnosis(what.diagnosis, HANDLING_EFFECTS[what.effect]);
    case 'observation':
      return [what.stable ? SAID.calm : SAID.notCalm, what.words].filter(Boolean).join(SAID.clauseMark);
  }
}

/** Whole minutes that a restraint lasted; a begun one counts. */
export const restraintMinutes = (from: Date, until: Date): number => Math.ceil((until.getTime() - from.getTime()) / MINUTE_MS);
