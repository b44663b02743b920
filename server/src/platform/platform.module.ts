import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { Clips } from './clips/clips.ts';
import { Clock } from './clock/clock.ts';
import { Config } from './config/config.ts';
import { Cron } from './cron.ts';
import { Loops } from './loops.ts';
import { readMasterKey } from './crypto/master-key.ts';
import { Vaults } from './crypto/vault.ts';
import { Database } from './database/database.ts';
import { Files } from './files/files.ts';
import { Writes } from './http/writes.ts';
import type { Log } from './log/log.ts';
import { Outbox, OutboxHandlers } from './outbox/outbox.ts';
import {
  OPEN_MERCHANT,
  PRINT_THREAD,
  SMS_API,
  WECHAT_API,
  WORKBOOK_THREAD,
  EXCHANGE_THREAD,
  type OpenMerchant,
  type SmsApi,
  type WechatApi,
} from './ports.ts';
import { Printer } from './print/printer.ts';
import type { ThreadProgram } from './threads/thread-queue.ts';

/** Injection token of the process's logger. */
export const LOG = Symbol('Log');

/** What a process is made with; tests hand in their own clock and ports. */
export type Outside = {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly wechat: WechatApi;
  /** Null: no text messages. */
  readonly sms: SmsApi | null;
  readonly openMerchant: OpenMerchant;
  readonly workbookThread: ThreadProgram;
  readonly exchangeThread: ThreadProgram;
  readonly printThread: ThreadProgram;
};

/** What every room stands on. */
@Module({})
export class PlatformModule {
  static with({ config, log, clock, wechat, sms, openMerchant, workbookThread, exchangeThread, printThread }: Outside): DynamicModule {
    const database = new Database(config.databaseUrl, config.poolSize, error => {
      log.warn({ err: error }, 'an idle database connection was closed');
    });
    const providers: Provider[] = [
      { provide: Config, useValue: config },
      { provide: LOG, useValue: log },
      { provide: Clock, useValue: clock },
      { provide: WECHAT_API, useValue: wechat },
      { provide: SMS_API, useValue: sms },
      { provide: OPEN_MERCHANT, useValue: openMerchant },
      { provide: WORKBOOK_THREAD, useValue: workbookThread },
      { provide: EXCHANGE_THREAD, useValue: exchangeThread },
      { provide: PRINT_THREAD, useValue: printThread },
      { provide: Database, useValue: database },
      { provide: Vaults, useFactory: () => new Vaults(database, readMasterKey(config.masterKeyFile, config.profile).key) },
      Clips,
      Files,
      Printer,
      Writes,
      Outbox,
      OutboxHandlers,
      Cron,
      Loops,
    ];
    return {
      module: PlatformModule,
      global: true,
      providers,
      exports: providers.map(each => (typeof each === 'function' ? each : each.provide)),
    };
  }
}
