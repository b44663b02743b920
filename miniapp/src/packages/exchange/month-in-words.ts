import { exchangeWords } from '../../words/exchange.ts';

/** '2026 年 11 月' of '2026-11'. */
export const monthInWords = (month: string): string => exchangeWords.month(month.slice(0, 4), Number(month.slice(5)));
