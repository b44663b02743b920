import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/registry.ts';

/** A handover to another village's team. Until it is accepted the old team stays responsible. */
export const MOVE_STATES = inLanguage(
  { waiting: '等待接收', accepted: '已接收', rejected: '已退回', withdrawn: '已撤回' },
  { en: en.MOVE_STATES },
);
export type MoveState = keyof typeof MOVE_STATES;
