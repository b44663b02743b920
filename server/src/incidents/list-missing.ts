import type { Actor } from '@guanhu/shared/access/access.terms';
import type { MissingListAnswer } from '@guanhu/shared/incidents/missing.contract';
import type { MissingState } from '@guanhu/shared/incidents/missing.terms';
import { Injectable } from '@nestjs/common';
import { readMissingPage } from './missing.store.ts';
import { ScopedReads } from './scoped-reads.ts';

type Asked = { readonly state?: MissingState | undefined; readonly after?: string | undefined; readonly limit: number };

/** Searches (走失) for the reader's patients, newest first. */
@Injectable()
export class ListMissing {
  readonly #reads: ScopedReads;

  constructor(reads: ScopedReads) {
    this.#reads = reads;
  }

  run(actor: Actor, asked: Asked): Promise<MissingListAnswer> {
    return this.#reads.page(actor, { permission: 'missing:read', what: 'missing-list' }, asked, {
      read: readMissingPage,
      at: row => row.reportedAt,
      show: ({ id, state, lastSeenAt, reportedAt }, patient) => ({
        missingId: id,
        ...patient,
        state,
        lastSeenAt: lastSeenAt.toISOString(),
        reportedAt: reportedAt.toISOString(),
      }),
    });
  }
}
