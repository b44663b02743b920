import { standsFor, type Actor } from '../access/access.terms.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { ExportState } from './rights.terms.ts';

export type ExportFacts = {
  readonly state: Exclude<ExportState, 'expired'>;
  readonly askedBy: string;
  readonly expiresAt: Date | null;
};

/** Where an export stands at `now`. */
export const exportState = ({ state, expiresAt }: Pick<ExportFacts, 'state' | 'expiresAt'>, now: Date): ExportState =>
  state === 'approved' && expiresAt !== null && now >= expiresAt ? 'expired' : state;

/** Another person decides: not the asker, nobody who stands in for the asker. It is decided once. */
export function mayDecideExport(actor: Actor, asked: ExportFacts): Decision<true> {
  if (asked.state !== 'requested') return refuse('EXPORT_NOT_OPEN');
  return standsFor(actor).includes(asked.askedBy) ? refuse('EXPORT_OWN_REQUEST') : grant(true);
}

/** Only the asker receives the file, while the approval lasts. */
export function mayDownload(actor: Actor, asked: ExportFacts, now: Date): Decision<true> {
  if (actor.personId !== asked.askedBy) return refuse('EXPORT_OF_ANOTHER');
  return exportState(asked, now) === 'approved' ? grant(true) : refuse('EXPORT_NOT_APPROVED');
}

/** The words that every page and every row of an exported file carries: who, when, which request. */
export const watermark = ({ name, at, number }: { name: string; at: string; number: string }): string =>
  `${name} · ${at} · 导出编号 ${number} · 内部使用，不得外传`;

/** '2026-06-15 10:00' */
export const minuteInChina = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** What people call an export by: the end of its id. */
export const exportNumber = (exportId: string): string => exportId.replaceAll('-', '').slice(-10).toUpperCase();
