/**
 * The few tables without a county: they say where to look before a county is known, and hold nothing about anybody's health. One is read
 * over counties: the totals that each has published of itself (ADR 0019).
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
  'published_indicator',
] as const;
