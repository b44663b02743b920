export { CareTeam } from './care-team.ts';
export type { SeatRow } from './care-team.store.ts';
