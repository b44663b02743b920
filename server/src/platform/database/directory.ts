/**
 * The few tables without a county: they say where to look before a county is known, and hold nothing about anybody's health.
 * Everything else carries `county_id` first in its key. A catalogue test compares this list with the database.
 */
export const DIRECTORY_TABLES = [
  'county',
  'wechat_account',
  'desk_ticket',
  'bill_directory',
  'merchant_account',
  'merchant_token',
  'sending_quota',
] as const;
