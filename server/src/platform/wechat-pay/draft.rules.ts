import type { MerchantAccount } from './merchant-account.ts';
import { isBetween } from './text-length.rules.ts';
import type { BillDraft } from './transfer-bills.ts';

/** From this amount on the platform demands the payee's name: 2,000 yuan. */
export const NAME_FROM_FEN = 200_000;

/** The first field that the platform would refuse; undefined when the draft can be sent. Source: fields of the transfer-bills document. */
export function unfitFieldOf(draft: BillDraft, account: MerchantAccount): keyof BillDraft | undefined {
  const { singleMinFen, singleMaxFen } = account.limits;
  if (!/^[0-9A-Za-z]{1,32}$/.test(draft.outBillNo)) return 'outBillNo';
  if (!/^[\x21-\x7e]{1,64}$/.test(draft.openid)) return 'openid';
  if (!Number.isSafeInteger(draft.amountFen) || draft.amountFen < singleMinFen || draft.amountFen > singleMaxFen) return 'amountFen';
  if (!isBetween(draft.remark, 1, 32) || /\p{Cc}/u.test(draft.remark)) return 'remark';
  if (draft.amountFen >= NAME_FROM_FEN && (draft.userName === undefined || draft.userName.trim() === '')) return 'userName';
  if (draft.notifyUrl !== undefined && !isNotifyUrl(draft.notifyUrl, account)) return 'notifyUrl';
  return undefined;
}

/** At most 256 characters, no query, and as safe as the way to the platform: https where that is https. */
function isNotifyUrl(text: string, account: MerchantAccount): boolean {
  if (text.length > 256 || !URL.canParse(text)) return false;
  const { protocol, search, hash } = new URL(text);
  return (protocol === 'https:' || protocol === new URL(account.baseUrl).protocol) && search === '' && hash === '' && !text.includes('?');
}
