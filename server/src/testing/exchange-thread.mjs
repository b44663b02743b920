/** The thread that reads the departments' lists, from its source. */
import { register } from 'node:module';

register('./load-typescript.mjs', import.meta.url);
await import('../exchange/exchange-thread.ts');
