/**
 * Plans today in the counties named (`plan-day 1 2 3`), one after the other, as the worker does at night: by hand after a restore, and as
 * a program that can be measured and killed. Prints the seconds of each county; a parent that listens hears them as well.
 */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Planning } from '../agenda/agenda.public.ts';
import { AppModule } from '../app.module.ts';
import { realOutside } from '../outside.ts';
import { Config } from '../platform/config/config.ts';
import { Database } from '../platform/database/database.ts';

const outside = realOutside(Config.read(), 'plan-day');
const rooms = await NestFactory.createApplicationContext(AppModule.with(outside), { logger: false, abortOnError: false });
await rooms.init();
const planning = rooms.get(Planning);
process.send?.('begin');
for (const county of process.argv.slice(2).map(Number)) {
  const started = performance.now();
  await planning.today(county);
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(`county ${String(county)} is planned (${seconds.toFixed(1)} s)\n`);
  process.send?.({ county, seconds });
}
await rooms.close();
await rooms.get(Database).close();
if (process.connected) process.disconnect();
