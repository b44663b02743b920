import { reportSubscriptions } from '@guanhu/shared/reminders/reminders.routes';
import type { Purpose } from '@guanhu/shared/reminders/reminders.terms';
import { call } from '../api';
import { newKey } from '../api/new-key.ts';
import { session } from '../session';
import { askToSubscribe } from '.';

/**
 * Every accepted sheet is one message more that the server may send, so a meaningful tap asks again. Call it first thing in the
 * handler of the tap and do not wait for it: what the person meant to do comes first. WeChat refuses one-time and long-term templates
 * together, so the incident's (long-term) is asked for by itself.
 */
export async function bankCredits(first: readonly Purpose[]): Promise<void> {
  const templates = session()?.me.templates ?? {};
  const wanted = [...new Set(first.flatMap(purpose => templates[purpose] ?? []))];
  const answers = await askToSubscribe(wanted);
  if (Object.keys(answers).length > 0) await call(reportSubscriptions, { body: { answers } as never, key: newKey() });
}
