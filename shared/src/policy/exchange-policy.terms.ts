/** When a month's exchange between the departments begins and until when lists are handed in. */
export type ExchangePolicy = {
  readonly kind: 'exchange';
  /** Day of the month on which the round opens. */
  readonly opensOnDay: number;
  /** Lists are handed in until so many days before the month ends. */
  readonly daysBeforeMonthEnd: number;
  /** A department whose list is missing is asked for it so many days before the last one. */
  readonly remindDays: number;
};

/** “Before month-end” is the source's; the days are ours. */
export const SHIPPED_EXCHANGE: ExchangePolicy = { kind: 'exchange', opensOnDay: 10, daysBeforeMonthEnd: 3, remindDays: 5 };
