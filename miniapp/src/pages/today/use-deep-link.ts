import { useEffect, useRef } from 'react';
import { useRouter } from '@tarojs/taro';
import type { TaskRow } from './tasks.ts';

/** A message about one task opens that task, once, on top of the day. */
export function useDeepLink(rows: readonly TaskRow[], open: (row: TaskRow) => void): void {
  const { taskId } = useRouter().params;
  const opened = useRef(false);
  const row = rows.find(each => each.taskId === taskId);
  useEffect(() => {
    if (!row || opened.current) return;
    opened.current = true;
    open(row);
  }, [row, open]);
}
