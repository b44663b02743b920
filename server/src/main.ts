import 'reflect-metadata';
import { createApp } from './app.ts';
import { realOutside } from './outside.ts';
import { Config } from './platform/config/config.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** Runs the server until it is told to stop. */
export async function start(): Promise<void> {
  const config = Config.read();
  const outside = realOutside(config, 'server');
  const app = await createApp(outside);
  await app.listen(config.port, config.host);
  outside.log.info({ port: config.port }, 'listening');
  stopOnSignal(async () => {
    await app.close();
  }, outside.log);
}
