import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.ts';
import { HeadSigner, SealDeeds } from './audit/audit.public.ts';
import { realOutside } from './outside.ts';
import { Config } from './platform/config/config.ts';
import { Cron } from './platform/cron.ts';
import { startCron } from './platform/cron-runner.ts';
import { Database } from './platform/database/database.ts';
import { requireBoundRole } from './platform/database/role-check.ts';
import { Outbox, OutboxHandlers } from './platform/outbox/outbox.ts';
import { OutboxWorker } from './platform/outbox/outbox-worker.ts';
import { Loops, startLoops } from './platform/loops.ts';
import type { Outside } from './platform/platform.module.ts';
import { repeat } from './platform/repeat.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** Deeds are chained within seconds; the head is signed outside the database once a day (00:30 in China). */
const SEAL_PAUSE_MS = 3_000;

/** Runs the worker until it is told to stop, and says to whoever started it when it works. */
export async function start(): Promise<void> {
  const config = Config.read();
  const outside = realOutside(config, 'worker');
  const rooms = await NestFactory.createApplicationContext(AppModule.with(outside), { logger: false, abortOnError: false });
  const database = rooms.get(Database);
  await requireBoundRole(database);
  await rooms.init();

  const sealer = rooms.get(SealDeeds);
  const signer = new HeadSigner(config.chainHeadDir);
  const cron = rooms.get(Cron);
  cron.every('30 16 * * *', 'sign-chain-heads', countyId => signer.write(database, countyId, outside.clock.now()), { atStart: true });

  const worker = new OutboxWorker(database, rooms.get(Outbox), rooms.get(OutboxHandlers), outside.log);
  worker.start();
  const stopLoops = startLoops(database, rooms.get(Loops), outside.log);
  const stopCron = await startCron(database, cron, outside.log);
  const stopSealing = repeat(SEAL_PAUSE_MS, () => seal(database, sealer, outside));
  outside.log.info('working');
  process.send?.('ready');

  stopOnSignal(async () => {
    await stopSealing();
    await stopCron();
    await stopLoops();
    await worker.stop();
    await rooms.close();
    await database.close();
  }, outside.log);
}

async function seal(database: Database, sealer: SealDeeds, outside: Outside): Promise<void> {
  try {
    for (const { id } of await database.directory<{ id: number }>('SELECT id FROM county')) await sealer.run(id);
  } catch {
    outside.log.warn('sealing waits: the database did not answer');
  }
}
