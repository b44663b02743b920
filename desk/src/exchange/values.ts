import type { ExchangeField } from '@guanhu/shared/exchange/difference.terms';
import { fieldOf } from '@guanhu/shared/exchange/exchange.terms';

/** What a field's value says; a text says itself. */
export const valueInWords = (field: ExchangeField, value: string | null): string =>
  value === null ? '没有记录' : (fieldOf(field).options?.[value] ?? value);
