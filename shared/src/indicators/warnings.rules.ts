import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { WarningKind, WarningState } from './warnings.terms.ts';

/** What a signal was made of; what its kind does not need is null. */
export type WarningFacts = {
  /** Days overdue, or within which incidents came together. */
  readonly days: number | null;
  /** Visits that met nobody, or incidents. */
  readonly times: number | null;
  /** The risk rating of the day. */
  readonly risk: number | null;
};

/** Why there is a warning, in words for whoever looks at it. */
export function warningWords(kind: WarningKind, { days, times, risk }: WarningFacts): string {
  const rated = risk === null ? '' : `，现在危险性 ${String(risk)} 级`;
  switch (kind) {
    case 'medicineStopped':
      return `最近一次随访发现不再用药${rated}`;
    case 'bandUp':
      return `最近一次评估比前一次严重，分档上升${rated}`;
    case 'overdue':
      return `随访已经超期 ${String(days ?? 0)} 天${rated}`;
    case 'missedVisits':
      return `连续 ${String(times ?? 0)} 次随访没有访到人${rated}`;
    case 'incidentCluster':
      return `${String(days ?? 0)} 天以内报告了 ${String(times ?? 0)} 次情况${rated}`;
    case 'guardianLost':
      return `档案里没有在任的监护人${rated}`;
  }
}

const NEXT: { readonly [S in WarningState]: readonly WarningState[] } = {
  open: ['acknowledged', 'closed'],
  acknowledged: ['closed'],
  closed: [],
  over: [],
};

/** Whether somebody may take a warning there. What is over is over, and is not closed once more. */
export const decideWarning = (from: WarningState, to: 'acknowledged' | 'closed'): Decision<typeof to> =>
  NEXT[from].includes(to) ? grant(to) : refuse('STALE');
