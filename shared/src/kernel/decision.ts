import type { RefusalCode } from './refusals.ts';

/** What a rule answers: the thing asked for, or the code of the reason why not. */
export type Decision<T> =
  | { readonly granted: true; readonly value: T }
  | {
      readonly granted: false;
      readonly code: RefusalCode;
      /** Which fields were wrong, when several could be. */ readonly fields?: readonly string[];
    };

export const grant = <T>(value: T): Decision<T> => ({ granted: true, value });
export const refuse = <T = never>(code: RefusalCode, fields?: readonly string[]): Decision<T> => ({
  granted: false,
  code,
  ...(fields === undefined ? {} : { fields }),
});

/** A refusal on its way to the caller: a code of the catalogue, never words or values of its own. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** Names of the fields that were wrong, for a form to mark; never their values. */
  readonly fields: readonly string[];
  constructor(code: RefusalCode, fields: readonly string[] = []) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.fields = fields;
  }
}

/** The granted value. @throws Refusal with the decision's code. */
export function unwrap<T>(decision: Decision<T>): T {
  if (!decision.granted) throw new Refusal(decision.code, decision.fields);
  return decision.value;
}
