import type { Id } from '@guanhu/shared/kernel/ids';
import { uuidv7 } from 'uuidv7';

/** A new id; later ids sort after earlier ones. */
export const newId = (): Id => uuidv7();
