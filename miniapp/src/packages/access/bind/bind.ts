import { readCode, readQr } from '@guanhu/shared/access/code.rules';
import { accessWords } from '../../../words/access.ts';

/** The invitation as typed or scanned so far. */
export type Invitation = { readonly typed: string; readonly countyId?: number };

/** What a scanned picture or the address of the page adds; undefined when it is no invitation of ours. */
export function invitationFrom(text: string): Invitation | undefined {
  const scanned = readQr(text);
  if (scanned?.kind === 'invitation') return { typed: scanned.code, countyId: scanned.countyId };
  const code = readCode(text);
  return code === undefined ? undefined : { typed: code };
}

/** What is still missing before WeChat may be asked for the phone number, in words; undefined when nothing is. */
export function missing(agreed: boolean, invitation: Invitation): string | undefined {
  if (readCode(invitation.typed) === undefined) return accessWords.codeShape;
  if (!agreed) return accessWords.agreeFirst;
  return undefined;
}
