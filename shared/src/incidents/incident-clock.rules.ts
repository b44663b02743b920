const MINUTE_MS = 60_000;

/**
 * The clock above an incident: how long ago it was reported, and, while nobody is on it, when others are told. Instants are ISO; `now` is
 * the reader's machine's, which may go wrong: nothing is ever said to lie ahead that is past.
 */
export function clockLine(
  { reportedAt, acknowledgedAt, nextRoundAt }: { reportedAt: string; acknowledgedAt: string | null; nextRoundAt: string | null },
  now: Date,
): string {
  const minutes = (from: number, to: number) => Math.max(0, Math.floor((to - from) / MINUTE_MS));
  const reported = new Date(reportedAt).getTime();
  if (acknowledgedAt !== null) return `报告后 ${String(minutes(reported, new Date(acknowledgedAt).getTime()))} 分钟有人回应`;
  const passed = `已过 ${String(minutes(reported, now.getTime()))} 分钟，还没有人回应`;
  if (nextRoundAt === null) return passed;
  const left = minutes(now.getTime(), new Date(nextRoundAt).getTime() + MINUTE_MS - 1);
  return left === 0 ? `${passed}；正在通知更多的人` : `${passed}；再过 ${String(left)} 分钟通知更多的人`;
}
