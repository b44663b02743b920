import type { Role } from '@guanhu/shared/access/access.terms';
import { rolesWith, type Permission } from '@guanhu/shared/access/permissions.rules';
import { meWords } from '../../words/me.ts';

type Door = { readonly page: string; readonly title: string; readonly sub: string; readonly permission: Permission };

/** What offices decide, acknowledge and look up away from their desks. */
const DOORS: readonly Door[] = [
  { page: '/packages/meetings/meetings/index', title: meWords.meetings, sub: meWords.meetingsSub, permission: 'meeting:read' },
  { page: '/packages/meetings/decisions/index', title: meWords.decisions, sub: meWords.decisionsSub, permission: 'meeting:read' },
  { page: '/packages/duties/letters/index', title: meWords.letters, sub: meWords.lettersSub, permission: 'duty:read' },
  { page: '/packages/indicators/warnings/index', title: meWords.warnings, sub: meWords.warningsSub, permission: 'warning:read' },
  { page: '/packages/indicators/indicators/index', title: meWords.indicators, sub: meWords.indicatorsSub, permission: 'indicator:read' },
  { page: '/packages/transfers/waiting/index', title: meWords.transfers, sub: meWords.transfersSub, permission: 'move:decide' },
  { page: '/packages/exchange/rounds/index', title: meWords.exchange, sub: meWords.exchangeSub, permission: 'exchange:read' },
  { page: '/packages/relief/costs/index', title: meWords.costs, sub: meWords.costsSub, permission: 'relief-cost:read' },
  { page: '/packages/screening/clues/index', title: meWords.clues, sub: meWords.cluesSub, permission: 'clue:read' },
];

/** The pages of the offices that these posts open. */
export const officeDoors = (roles: readonly Role[]): readonly Door[] =>
  DOORS.filter(({ permission }) => rolesWith(permission).some(role => roles.includes(role)));
