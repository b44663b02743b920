import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { PatientTies } from '@guanhu/shared/access/permissions.rules';
import { CLOSING_PART_KEYS, type ClosingPart } from '@guanhu/shared/incidents/handling.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { SeatRow } from '../care-team/care-team.public.ts';

/**
 * As which of the two posts the actor closes and decides for this patient: by their seat on the team; the doctor also by their post where
 * the patient lives. Police who are not of the team do not read its files.
 */
export const actingParts = (actor: Actor, patientId: Id, ties: PatientTies, seats: readonly SeatRow[]): readonly ClosingPart[] =>
  CLOSING_PART_KEYS.filter(
    part =>
      (part === 'doctor' && actor.posts.some(post => post.role === 'mentalHealthDoctor' && ties.areaPath.includes(post.areaId))) ||
      seats.some(seat => seat.patientId === patientId && seat.post === part && standsFor(actor).includes(seat.personId)),
  );

/** Whether the office may say, with a reason, that there is no police part: nobody of the police is on the team. */
export const maySpeakForPolice = (actor: Actor, ties: PatientTies, seats: readonly SeatRow[]): boolean =>
  !seats.some(seat => seat.post === 'police') &&
  actor.posts.some(post => post.role === 'socialAffairsOfficer' && ties.areaPath.includes(post.areaId));
