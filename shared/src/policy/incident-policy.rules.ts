import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { INCIDENT_KIND_KEYS, type IncidentPolicy } from './policy.terms.ts';

/**
 * Whatever happens is reported to the office *and* to the team lead (duties of doctor, police and cadres alike); that somebody is missing, to
 * the police and the political-legal committee too.
 */
export const checkIncidentPolicy = (policy: IncidentPolicy): Decision<IncidentPolicy> =>
  INCIDENT_KIND_KEYS.every(kind => policy.told[kind].includes('lead') && policy.told[kind].includes('socialAffairsOffice')) &&
  policy.told.missing.includes('police') &&
  policy.told.missing.includes('politicalLegalCommittee')
    ? grant(policy)
    : refuse('POLICY_TELLS_TOO_FEW');
