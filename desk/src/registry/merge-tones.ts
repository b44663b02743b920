import type { MergeState } from '@guanhu/shared/registry/merge.rules';
import type { Tone } from '../ui/tag.tsx';

export const MERGE_TONES: Readonly<Record<MergeState, Tone>> = { proposed: 'warn', merged: 'calm', refused: 'plain', undone: 'plain' };
