import type { IncidentPost } from '../policy/policy.terms.ts';

export { INCIDENT_KINDS, INCIDENT_KIND_KEYS, type IncidentKind } from '../policy/policy.terms.ts';

export const INCIDENT_POST_LABELS: Readonly<Record<IncidentPost, string>> = {
  lead: '村级小组组长',
  police: '驻村民警',
  doctor: '精防医生',
  securityOfficer: '综治专干',
  gridWorker: '网格员',
  socialAffairsOffice: '社会事务办',
  townshipLead: '乡镇分管领导',
};

/**
 * How far a post has got. `vacant`: nobody holds it, so nobody there is told; `notTold`: no message has gone out to the holder (yet);
 * `told`: WeChat or the SMS vendor has taken it. Nothing here says that the police were called: only a telephone call does that.
 */
export const RECEIPT_STATES = { vacant: '暂无人', notTold: '还没通知到', told: '已通知', read: '已看到', acknowledged: '已回应' } as const;
export type ReceiptState = keyof typeof RECEIPT_STATES;

export const INCIDENT_STATES = { open: '待回应', acknowledged: '已有人回应' } as const;
export type IncidentState = keyof typeof INCIDENT_STATES;
