export { AskOffices } from './ask-offices.ts';
export { HandTeamOver } from './hand-team-over.ts';
export { OnDuty } from './on-duty.ts';
export { Teams } from './teams.ts';
export type { SeatRow } from './care-team.store.ts';
