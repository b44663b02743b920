import type { RefusalCode } from '@guanhu/shared/kernel/refusals';

/** What is wrong with bytes that looked like a file of a known kind. */
export class BrokenFile extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode = 'FILE_BROKEN') {
    super(code);
    this.name = 'BrokenFile';
    this.code = code;
  }
}
