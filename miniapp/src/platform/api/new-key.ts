import { uuidv7 } from 'uuidv7';

/** An id or idempotency key, made where the person acts. Without a strong source on the phone the library falls back to Math.random: enough to be unique. */
export const newKey = (): string => uuidv7();
