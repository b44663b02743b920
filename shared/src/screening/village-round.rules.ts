import type { Role } from '../access/access.terms.ts';
import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import type { StageDays } from './campaign.rules.ts';
import type { Phase, VillageAnswer } from './campaign.terms.ts';

/** The last day of the stage in which a village looks: until then its answer is in time. Null while no village looks. */
export function answerUntil({ fillGapsOn, consolidateOn, endsOn }: StageDays, phase: Phase): CalendarDate | null {
  if (phase === 'carryOut') return addDays(fillGapsOn, -1);
  if (phase === 'fillGaps') return addDays(consolidateOn, -1);
  return phase === 'consolidate' ? endsOn : null;
}

/** Who is asked for a village's answer, the first of them first. */
export const ASKED_POSTS = ['villageLead', 'gridWorker', 'villageDoctor'] as const satisfies readonly Role[];

/** What a village that has looked everywhere can answer; `clues` is how many it handed in, with those that still wait to be sent. */
export const answerWith = (clues: number): VillageAnswer => (clues > 0 ? 'clues' : 'nobody');

/** How many clues about this village wait to be sent, by the addresses to which a phone will send. */
export const cluesWaiting = (urls: readonly string[], areaId: string): number =>
  urls.filter(url => url === `/areas/${areaId}/screening/clues`).length;
