import type { ClashKind } from './access.terms.ts';
import { invitationState, type InvitationFacts } from './invitation.rules.ts';

/** A person who has the phone number that WeChat vouches for and has ever been invited. */
export type InvitedPerson = {
  readonly personId: string;
  readonly invitation: InvitationFacts & { readonly invitationId: string; readonly codeMatches: boolean };
  /** Whether this person has a WeChat account now, and whether it is the one that asks. */
  readonly account: 'none' | 'this' | 'another';
};

export type BindingFacts = {
  /** Everybody in the county with that phone number who has not left and holds an invitation, whatever its state. */
  readonly invited: readonly InvitedPerson[];
  /** The person whom the asking account is bound to now. */
  readonly boundTo: string | null;
};

export type BindingDecision =
  | { readonly outcome: 'bind'; readonly personId: string; readonly invitationId: string }
  /** A person must decide: phone and code are right, but something is taken. */
  | { readonly outcome: 'clash'; readonly kind: ClashKind; readonly candidates: readonly string[]; readonly holder: string | null }
  /** One answer whatever was wrong. A try is counted on these invitations. */
  | { readonly outcome: 'refused'; readonly countTryOn: readonly string[] };

/**
 * Who, if anybody, a WeChat account is bound to. The phone number must be that of exactly one invited person *and* the code theirs:
 * a stranger, or the next owner of a recycled number, has the one without the other.
 */
export function decideBinding({ invited, boundTo }: BindingFacts, now: Date): BindingDecision {
  const open = invited.filter(({ invitation }) => invitationState(invitation, now) === 'open');
  const meant = open.find(({ invitation }) => invitation.codeMatches);
  if (!meant) return { outcome: 'refused', countTryOn: open.map(({ invitation }) => invitation.invitationId) };
  const holder = boundTo === meant.personId ? null : boundTo;
  const clash = (kind: ClashKind, candidates: readonly string[]): BindingDecision => ({ outcome: 'clash', kind, candidates, holder });
  if (open.length > 1)
    return clash(
      'phone-of-several',
      open.map(({ personId }) => personId),
    );
  if (holder !== null) return clash('account-of-another', [meant.personId]);
  if (meant.account === 'another') return clash('person-bound-elsewhere', [meant.personId]);
  return { outcome: 'bind', personId: meant.personId, invitationId: meant.invitation.invitationId };
}
