import type { Permission } from '../access/permissions.rules.ts';
import type { TaskKind } from './agenda.terms.ts';

/** What an office looks into, and what it takes to do it. Whoever has the task holds no seat around the patient: it follows the post. */
export const OFFICE_KINDS = {
  concernReview: 'concern:answer',
  openingReview: 'break-glass:review',
} as const satisfies { readonly [K in TaskKind]?: Permission };
export type OfficeKind = keyof typeof OFFICE_KINDS;
export const OFFICE_KIND_KEYS = Object.keys(OFFICE_KINDS) as readonly OfficeKind[];

/** What a person of an office was asked to do by name, about no patient: it follows nobody's post and stays theirs until it is given on. */
export const NAMED_KINDS = [
  'meetingDue',
  'meetingDecision',
  'supervision',
  'legalMatter',
  'exchangeList',
  'guidance',
  'villageRound',
] as const satisfies readonly TaskKind[];
export type NamedKind = (typeof NAMED_KINDS)[number];
export const isNamed = (kind: TaskKind): kind is NamedKind => (NAMED_KINDS as readonly TaskKind[]).includes(kind);

export const isOfOffice = (kind: TaskKind): kind is OfficeKind => kind in OFFICE_KINDS;

/** Kinds of which nothing may reach the patient's family: neither the task nor that somebody read of it. */
export const CONFIDENTIAL_KINDS: readonly TaskKind[] = ['concernReview'];
export const isConfidential = (kind: TaskKind): boolean => CONFIDENTIAL_KINDS.includes(kind);
