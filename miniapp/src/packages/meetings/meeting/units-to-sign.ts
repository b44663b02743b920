import type { Meeting, MeetingUnit } from '@guanhu/shared/meetings/meetings.contract';

/** The units for which the reader can sign the minutes now. */
export const unitsToSign = ({ state, minutes, units }: Pick<Meeting, 'state' | 'minutes' | 'units'>): readonly MeetingUnit[] =>
  state === 'countersigning' && minutes !== null ? units.filter(unit => unit.mine && unit.given === null) : [];
