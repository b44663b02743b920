import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { SimulatorOptions } from './configuration.ts';
import { startSimulator } from './start.ts';

const { values } = parseArgs({ options: { config: { type: 'string' }, state: { type: 'string' }, port: { type: 'string' } } });
if (values.config === undefined) {
  process.stderr.write('usage: node simulator/dist/main.js --config <file> [--state <file>] [--port <number>]\n');
  process.exit(2);
}
const options = JSON.parse(readFileSync(values.config, 'utf8')) as SimulatorOptions;
const simulator = await startSimulator({
  ...options,
  ...(values.state === undefined ? {} : { stateFile: values.state }),
  ...(values.port === undefined ? {} : { port: Number(values.port) }),
}).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
process.stdout.write(`simulator listening on ${simulator.url}\n`);

const stop = (): void => {
  void simulator.close().then(() => process.exit(0));
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
