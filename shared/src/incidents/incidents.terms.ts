import type { IncidentPost } from '../policy/policy.terms.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/incidents.ts';

export { INCIDENT_KINDS, INCIDENT_KIND_KEYS, type IncidentKind } from '../policy/policy.terms.ts';

export const INCIDENT_POST_LABELS: Readonly<Record<IncidentPost, string>> = inLanguage(
  {
    lead: '村级小组组长',
    police: '驻村民警',
    doctor: '精防医生',
    securityOfficer: '综治专干',
    gridWorker: '网格员',
    socialAffairsOffice: '社会事务办',
    townshipLead: '乡镇分管领导',
    politicalLegalCommittee: '政法委员',
    onDuty: '值班人员',
  },
  { en: en.INCIDENT_POST_LABELS },
);

/**
 * How far a post has got. `vacant`: nobody holds it, so nobody there is told; `notTold`: no message has gone out to the holder (yet);
 * `told`: WeChat or the SMS vendor has taken it. Nothing here says that the police were called: only a telephone call does that.
 */
export const RECEIPT_STATES = inLanguage(
  { vacant: '暂无人', notTold: '还没通知到', told: '已通知', read: '已看到', acknowledged: '已回应' },
  { en: en.RECEIPT_STATES },
);
export type ReceiptState = keyof typeof RECEIPT_STATES;

/** Whom to telephone beside the posts that were told. */
export const OTHER_CONTACTS = inLanguage({ reporter: '报告人', guardian: '监护人' }, { en: en.OTHER_CONTACTS });
export const OTHER_CONTACT_KEYS = ['reporter', 'guardian'] as const satisfies readonly (keyof typeof OTHER_CONTACTS)[];
type IncidentContact = IncidentPost | keyof typeof OTHER_CONTACTS;
export const contactLabel = (who: IncidentContact): string => ({ ...INCIDENT_POST_LABELS, ...OTHER_CONTACTS })[who];

/** Where something happens, as the phone saw it: GCJ-02, degrees and metres. */
export type IncidentPlace = { readonly latitude: number; readonly longitude: number; readonly accuracyMetres: number };

/** How whoever reports somebody without a file knows: they saw it, or somebody of the village told them. */
export const UNFILED_SOURCES = inLanguage({ seen: '自己看到', bystander: '群众反映' }, { en: en.UNFILED_SOURCES });
export type UnfiledSource = keyof typeof UNFILED_SOURCES;

/**
 * What becomes of an incident with somebody who has no file: it is kept as a clue, for whoever screens, or it is closed, and then who it was
 * and what was told is erased; or somebody has said that it is the same event as another, and its reports went there.
 */
export const UNFILED_OUTCOMES = inLanguage(
  { clue: '作为排查线索留存', closed: '结案，抹去个人信息', joined: '与另一条是同一件事，已合并' },
  { en: en.UNFILED_OUTCOMES },
);
export type UnfiledOutcome = keyof typeof UNFILED_OUTCOMES;
/** What somebody decides of it by itself. */
export const SETTLE_KEYS = ['clue', 'closed'] as const satisfies readonly UnfiledOutcome[];
export type SettleKey = (typeof SETTLE_KEYS)[number];
/** Nothing is added to it any more. */
export const isOver = (outcome: UnfiledOutcome | null): boolean => outcome === 'closed' || outcome === 'joined';

export const INCIDENT_STATES = inLanguage({ open: '待回应', acknowledged: '已有人回应' }, { en: en.INCIDENT_STATES });
export type IncidentState = keyof typeof INCIDENT_STATES;
