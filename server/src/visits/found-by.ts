import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { talkedToPatient } from '@guanhu/shared/visits/met.rules';
import { absorbed } from '@guanhu/shared/visits/absorb.rules';
import type { NationalRecord, QuickRecord } from '@guanhu/shared/visits/visit-record.terms';
import { LOST_REASONS } from '@guanhu/shared/visits/visits.terms';
import type { Found, TurnFacts } from '../registry/registry.public.ts';

/** 失访原因 3 走失 on the form. */
const WANDERED = 3;

/** What a record says of the patient's state, for the life of the file. */
export function foundBy(record: NationalRecord | QuickRecord, on: CalendarDate): { on: CalendarDate; found: Found; facts: TurnFacts } {
  const reason = record.note?.slice(0, 200) ?? '随访发现';
  switch (record.result) {
    case 'deceased':
      return {
        on: record.diedOn,
        found: { result: 'deceased' },
        facts: { reason, deathCause: record.deathCause, fatalIllness: record.fatalIllness },
      };
    case 'lost':
      return {
        on,
        found: { result: 'lost', wandered: record.lostReason === WANDERED },
        facts: { reason: record.note?.slice(0, 200) ?? `随访发现：${LOST_REASONS[record.lostReason]}`, lostReason: record.lostReason },
      };
    case 'missed':
      return { on, found: { result: 'missed' }, facts: { reason } };
    case 'done': {
      const hospitalisation = 'stability' in record ? record.hospitalisation : (absorbed(record)['hospitalisation'] as 1 | undefined);
      return { on, found: { result: 'done', metInPerson: talkedToPatient(record), hospitalisation }, facts: { reason: '随访发现' } };
    }
  }
}
