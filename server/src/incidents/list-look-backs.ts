import type { Actor } from '@guanhu/shared/access/access.terms';
import type { LookBacksAnswer } from '@guanhu/shared/incidents/look-back.contract';
import { Injectable } from '@nestjs/common';
import { readLookBackPage } from './look-back.store.ts';
import { ScopedReads } from './scoped-reads.ts';

/** Backward reviews of the reader's patients, newest first. */
@Injectable()
export class ListLookBacks {
  readonly #reads: ScopedReads;

  constructor(reads: ScopedReads) {
    this.#reads = reads;
  }

  run(actor: Actor, asked: { readonly after?: string | undefined; readonly limit: number }): Promise<LookBacksAnswer> {
    return this.#reads.page(actor, { permission: 'look-back:read', what: 'look-back-list' }, asked, {
      read: (reader, _vault, page) => readLookBackPage(reader, page),
      at: row => row.madeAt,
      show: ({ id, cause, from, to, madeAt }, patient) => ({ lookBackId: id, ...patient, cause, from, to, madeAt: madeAt.toISOString() }),
    });
  }
}
