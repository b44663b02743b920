import { loadProgram } from './load-program.ts';

await loadProgram('main').program.start();
