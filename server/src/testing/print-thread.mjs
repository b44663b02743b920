/** The thread that prints documents, from its source: Jest compiles what it loads itself, and not what a thread loads. */
import { register } from 'node:module';

register('./load-typescript.mjs', import.meta.url);
await import('../platform/print/print-thread.ts');
