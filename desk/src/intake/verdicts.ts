import type { Verdict } from '@guanhu/shared/intake/import.terms';
import type { Tone } from '../ui/tag.tsx';

/** What would happen to a row, in words; those that need somebody first. */
export const VERDICTS: Readonly<Record<Verdict, { readonly words: string; readonly tone: Tone }>> = {
  refused: { words: '不能导入', tone: 'danger' },
  needsConfirmation: { words: '待确认', tone: 'warn' },
  create: { words: '新增', tone: 'calm' },
  change: { words: '更新', tone: 'calm' },
  unchanged: { words: '无变化', tone: 'plain' },
};
export const VERDICT_ORDER = Object.keys(VERDICTS) as readonly Verdict[];
