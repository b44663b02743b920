import type { InvitationState } from './access.terms.ts';
import type { AccessSettings } from './settings.rules.ts';

export type InvitationFacts = {
  readonly expiresAt: Date;
  readonly triesLeft: number;
  readonly usedAt: Date | null;
  readonly withdrawnAt: Date | null;
};

/** An invitation as it is issued. */
export const issuedAt = (now: Date, settings: AccessSettings): { readonly expiresAt: Date; readonly triesLeft: number } => ({
  expiresAt: new Date(now.getTime() + settings.invitationDays * 86_400_000),
  triesLeft: settings.invitationTries,
});

/** Where the invitation's life stands: used and withdrawn are final, a lock outlives the expiry. */
export function invitationState(invitation: InvitationFacts, now: Date): InvitationState {
  if (invitation.usedAt) return 'used';
  if (invitation.withdrawnAt) return 'withdrawn';
  if (invitation.triesLeft <= 0) return 'locked';
  return now >= invitation.expiresAt ? 'expired' : 'open';
}
