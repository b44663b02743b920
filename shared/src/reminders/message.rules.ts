import type { CallReason } from '../agenda/agenda.terms.ts';
import type { Purpose } from './reminders.terms.ts';

/** What a message says. No name, no diagnosis, no word that tells a bystander what the family lives with. */
export const MESSAGE_WORDS: Readonly<Record<Purpose, { readonly what: string; readonly note: string }>> = {
  medication: { what: '今天的事项还没有确认', note: '点开确认，一下就好' },
  visit: { what: '今天有上门走访安排', note: '点开查看今天的安排' },
  incident: { what: '有一条情况等您回应', note: '请尽快点开查看' },
  payout: { what: '有一笔补贴可以领取', note: '点开领取' },
};

/** The page that a message opens, with at most the id of the task, incident or entitlement: never a patient's. */
export function messagePage(purpose: Purpose, objectId: string): string {
  switch (purpose) {
    case 'medication':
    case 'visit':
      return `pages/today/index?taskId=${objectId}`;
    case 'incident':
      return `packages/incidents/incident/index?incidentId=${objectId}`;
    case 'payout':
      return `packages/payouts/entitlement/index?entitlementId=${objectId}`;
  }
}

/**
 * Whether somebody telephones when no message can be sent, and why. A visit stands in its worker's own list; of an incident the call
 * was opened with the message.
 */
export const callInstead = (purpose: Purpose): CallReason | null =>
  purpose === 'medication' || purpose === 'payout' ? 'messageNotSent' : null;
