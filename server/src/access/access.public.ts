export type { Actor, ActorPost } from '@guanhu/shared/access/access.terms';
export { standsFor } from '@guanhu/shared/access/access.terms';
export { Access, type Scope } from './access.ts';
export { Accounts, type AccountOf } from './accounts.ts';
export { Counties } from './counties.ts';

export { Departures } from './departures.ts';
export { Invitations } from './invitations.ts';
export { Leavings, type Leaving } from './leavings.ts';
export { MeSources } from './me-sources.ts';
export { People, type Contact } from './people.ts';
export { Places } from './places.ts';
export { RateLimits } from './rate-limits.ts';
export { SessionGuard } from './session-guard.ts';
export { Sessions } from './sessions.ts';
export { SetUpCounty, type Entered } from './set-up-county.ts';
export { Staff, type StaffMember } from './staff.ts';
export { StepUps } from './step-ups.ts';
