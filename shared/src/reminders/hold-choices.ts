import type { HoldKind } from './reminders.terms.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/reminders.ts';

const TEXTS = inLanguage(
  { hour: '1 小时后', threeHours: '3 小时后', tomorrow: '明天这时', threeDays: '暂停 3 天', week: '暂停 7 天' },
  { en: en.HOLD_TEXTS },
);

/** How long somebody may put off, in the steps that the page offers; the server knows the bounds. */
export const HOLD_CHOICES = [
  { value: 'hour', text: TEXTS.hour, kind: 'snooze', hours: 1 },
  { value: 'threeHours', text: TEXTS.threeHours, kind: 'snooze', hours: 3 },
  { value: 'tomorrow', text: TEXTS.tomorrow, kind: 'snooze', hours: 24 },
  { value: 'threeDays', text: TEXTS.threeDays, kind: 'pause', hours: 72 },
  { value: 'week', text: TEXTS.week, kind: 'pause', hours: 168 },
] as const satisfies readonly { readonly value: string; readonly text: string; readonly kind: HoldKind; readonly hours: number }[];
export type HoldChoice = (typeof HOLD_CHOICES)[number]['value'];

/** Today's medicine can only be put off within the day. */
export const choicesFor = (isMedicine: boolean) =>
  HOLD_CHOICES.filter(choice => !isMedicine || (choice.kind === 'snooze' && choice.hours < 24));

/** The instant that a choice means. */
export function holdUntil(choice: HoldChoice, now: Date): { readonly kind: HoldKind; readonly until: string } {
  const { kind, hours } = HOLD_CHOICES.find(each => each.value === choice) ?? HOLD_CHOICES[0];
  return { kind, until: new Date(now.getTime() + hours * 3_600_000).toISOString() };
}
