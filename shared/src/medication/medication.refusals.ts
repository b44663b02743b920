import type { RefusalTable } from '../kernel/refusals.ts';

export const MEDICATION_REFUSALS = {
  /** Tomorrow's medicine has not been taken yet. */
  CONFIRMATION_TOO_EARLY: { status: 422, say: '还没到那一天，不能提前确认', retry: false },
  CONFIRMATION_TOO_LATE: { status: 422, say: '这一天已经过了可以确认的时间，可以打电话告诉网格员', retry: false },
  /** One's own answer may be corrected, another guardian's not. */
  CONFIRMED_BY_ANOTHER: { status: 409, say: '另一位监护人已经确认过这一天', retry: false },
  /** No medicine is ordered on that day. */
  NO_MEDICINE_ORDERED: { status: 422, say: '这一天没有需要确认的药', retry: false },
  /** Of a suspicion: medicine follows a diagnosis. */
  PATIENT_NOT_DIAGNOSED: { status: 409, say: '疑似患者还没有确诊，确诊登记以后才能登记用药', retry: false },
  /** A day that no family can answer for any more is not asked about afterwards. */
  REGIMEN_TOO_EARLY: { status: 422, say: '日期太早：已经过去、不能再补报的日子不能改', retry: false },
  REGIMEN_TOO_LATE: { status: 422, say: '日期太晚：最多提前三个月登记', retry: false },
  REGIMEN_ENDS_BEFORE: { status: 422, say: '结束日期不能早于开始日期', retry: false },
  /** Ended before today: what is over stays as it was. */
  REGIMEN_ENDED: { status: 409, say: '这个用药方案已经结束', retry: false },
  /** An injection or a gift of medicine is recorded when it has happened. */
  MEDICINE_NOT_YET_GIVEN: { status: 422, say: '日期不能晚于今天', retry: false },
  MEDICINE_GIVEN_LONG_AGO: { status: 422, say: '日期太久，最多补记一年以内的', retry: false },
  /** The medicine is noted as arrived already. */
  MEDICINE_ARRIVED: { status: 409, say: '这次的药已经登记到家', retry: false },
} as const satisfies RefusalTable;
