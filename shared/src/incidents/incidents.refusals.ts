import type { RefusalTable } from '../kernel/refusals.ts';

export const INCIDENT_REFUSALS = {
  /** Only those who were told can say that they have read it or are on it. */
  INCIDENT_NOT_TOLD: { status: 409, say: '这条情况没有通知到您，无需回应', retry: false },
  /** Only an incident with somebody who has no file becomes a clue or is erased. */
  INCIDENT_HAS_FILE: { status: 409, say: '当事人已经建档，请在档案里处理', retry: false },
  /** Whoever reported knows what they saw; others of the village do not say it for them. */
  INCIDENT_NOT_YOURS: { status: 409, say: '要由上报人，或者办公室、精防医生来说', retry: false },
  /** Only two with somebody without a file, in one place, can be one event. */
  INCIDENTS_APART: { status: 409, say: '这两条不在同一个地方，不能合并', retry: false },
  /** Nothing of a person stays in a closed one, so nothing is added to it. */
  INCIDENT_CLOSED: { status: 409, say: '这条情况已经结案', retry: false },
} as const satisfies RefusalTable;
