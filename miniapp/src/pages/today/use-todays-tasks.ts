import { listTodaysTasks } from '@guanhu/shared/agenda/agenda.routes';
import { useRead } from '../../platform/api/use-read.ts';

const MOST = 100;

/** The day's tasks, kept for when there is no signal: as many pages as anybody could walk. */
export function useTodaysTasks() {
  const first = useRead(listTodaysTasks, { query: { limit: MOST }, keep: true });
  const second = useRead(listTodaysTasks, page(first.value?.next));
  const third = useRead(listTodaysTasks, page(second.value?.next));
  const rows = [first, second, third].flatMap(({ value }) => value?.rows ?? []);
  return { ...first, rows };
}

const page = (after: string | null | undefined) =>
  after === null || after === undefined ? ('wait' as const) : { query: { limit: MOST, after }, keep: true };
