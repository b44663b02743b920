import { Clock } from './platform/clock/clock.ts';
import type { Config } from './platform/config/config.ts';
import { createLog, gatheredOutput } from './platform/log/log.ts';
import type { Outside } from './platform/platform.module.ts';
import { openSms } from './platform/sms/open-sms.ts';
import { openMerchant } from './platform/wechat-pay/open-merchant.ts';
import { HttpWechatApi } from './platform/wechat/http-wechat-api.ts';

/** Both far above what the largest list takes; a file made to take more is refused. */
const WORKBOOK_LIMITS = { milliseconds: 25_000, megabytes: 1_024 };
/** A document of some pages takes less than a second; one of hundreds of rows a few. */
const PRINT_LIMITS = { milliseconds: 30_000, megabytes: 512 };

/** The real outside of a compiled process: the clock on the wall and WeChat over HTTP. */
export function realOutside(config: Config, name: string): Outside {
  const clock = new Clock();
  const now = () => clock.now();
  const { apiBase, appid, secret } = config.accounts.wechat;
  return {
    config,
    clock,
    log: createLog(name, config.logLevel, gatheredOutput()),
    wechat: new HttpWechatApi({ baseUrl: apiBase, appid, secret, now }),
    sms: openSms(config.accounts.sms, now),
    openMerchant: account => openMerchant(account, { now }),
    workbookThread: { program: new URL('./intake/workbook-thread.js', import.meta.url), limits: WORKBOOK_LIMITS },
    exchangeThread: { program: new URL('./exchange/exchange-thread.js', import.meta.url), limits: WORKBOOK_LIMITS },
    printThread: { program: new URL('./platform/print/print-thread.js', import.meta.url), limits: PRINT_LIMITS },
  };
}
