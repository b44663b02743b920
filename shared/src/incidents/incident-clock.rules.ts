import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/incidents.ts';

const SAID = inLanguage(
  {
    answered: (minutes: number) => `报告后 ${minutes} 分钟有人回应`,
    unanswered: (minutes: number) => `已过 ${minutes} 分钟，还没有人回应`,
    tellingMore: (passed: string) => `${passed}；正在通知更多的人`,
    tellsMoreIn: (passed: string, minutes: number) => `${passed}；再过 ${minutes} 分钟通知更多的人`,
  },
  { en: en.CLOCK_SAID },
);

const MINUTE_MS = 60_000;

/**
 * The clock above an incident: how long ago it was reported, or reported as graver, and, while nobody is on it, when others are told. Instants are ISO; `now` is
 * the reader's machine's, which may go wrong: nothing is ever said to lie ahead that is past.
 */
export function clockLine(
  {
    reportedAt,
    worsenedAt,
    acknowledgedAt,
    nextRoundAt,
  }: { reportedAt: string; worsenedAt: string | null; acknowledgedAt: string | null; nextRoundAt: string | null },
  now: Date,
): string {
  const minutes = (from: number, to: number) => Math.max(0, Math.floor((to - from) / MINUTE_MS));
  const reported = new Date(worsenedAt ?? reportedAt).getTime();
  if (acknowledgedAt !== null) return SAID.answered(minutes(reported, new Date(acknowledgedAt).getTime()));
  const passed = SAID.unanswered(minutes(reported, now.getTime()));
  if (nextRoundAt === null) return passed;
  const left = minutes(now.getTime(), new Date(nextRoundAt).getTime() + MINUTE_MS - 1);
  return left === 0 ? SAID.tellingMore(passed) : SAID.tellsMoreIn(passed, left);
}
