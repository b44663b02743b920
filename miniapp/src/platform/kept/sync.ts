import { syncPatients } from '@guanhu/shared/care-team/kept-patients.routes';
import { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import { urlOf, type AnswerOf } from '@guanhu/shared/kernel/route';
import { call } from '../api';
import { nowInstant } from '../now.ts';
import { session } from '../session';
import { kept } from '.';

/** The own patients as this phone has them. */
export const OWN_PATIENTS = 'own-patients';
export type OwnPatient = AnswerOf<typeof syncPatients>['changed'][number]['row'];
type Own = Readonly<Record<string, { readonly mark: string; readonly row: OwnPatient }>>;

/** Asked again no sooner than this: people come back to the app all day. */
const EVERY_MS = 10 * 60_000;
let asked: { readonly token: string; readonly at: number } | undefined;

/**
 * Brings what is kept of the own patients up to date: one request that carries only what has changed. Without signal all stays as it is.
 * What is kept must be open. A family keeps nobody's name, and learns here how long it may keep what it has.
 */
export async function syncOwnPatients(): Promise<void> {
  const now = session();
  if (!now) return;
  const at = new Date(nowInstant()).getTime();
  if (asked?.token === now.token && Math.abs(at - asked.at) < EVERY_MS) return;
  asked = { token: now.token, at };
  const own = (kept.get(OWN_PATIENTS) ?? {}) as Own;
  const known = Object.entries(own).map(([patientId, { mark }]) => ({ patientId, mark }));
  const answer = await call(syncPatients, { body: { known }, reads: true });
  if (!answer.ok) {
    asked = undefined;
    return;
  }
  const { changed, gone, tooMany, keepHours } = answer.value;
  kept.contact(keepHours);
  // Lists and reports name people too: with one person gone, what is not surely about another goes as well, and is asked for again.
  const still = Object.fromEntries(Object.entries(own).filter(([patientId]) => !gone.includes(patientId)));
  if (gone.length > 0) kept.drop(name => name !== OWN_PATIENTS && !Object.keys(still).some(patientId => name.includes(patientId)));
  for (const { row, team } of changed) kept.keep(urlOf(readTeam, { patientId: row.patientId }), team);
  const next: Own = { ...still, ...Object.fromEntries(changed.map(({ mark, row }) => [row.patientId, { mark, row }])) };
  if (tooMany) kept.drop(name => name === OWN_PATIENTS);
  else if (changed.length > 0 || gone.length > 0) kept.keep(OWN_PATIENTS, next);
}

/** Those of the own patients whose name has this part; undefined when this phone keeps none. */
export function ownPatients(named: string): readonly OwnPatient[] | undefined {
  const own = kept.get(OWN_PATIENTS) as Own | undefined;
  return own && Object.values(own).flatMap(({ row }) => (row.name.includes(named) ? [row] : []));
}
