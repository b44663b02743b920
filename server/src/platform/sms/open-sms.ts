import type { SmsConfig } from '../config/config.ts';
import { GatewaySms } from './gateway-sms.ts';
import type { SmsApi } from './sms-api.ts';

/** The vendor that the configuration names; null when a county sends no text messages. */
export function openSms(config: SmsConfig | undefined, now: () => Date): SmsApi | null {
  if (!config) return null;
  const { base, account, secret, sign } = config;
  return new GatewaySms({ base, account, secret, sign, now });
}
