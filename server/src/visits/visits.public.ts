export { CommunityReferrals } from './community-referrals.ts';
export { VisitEvidence } from './visit-evidence.ts';
