import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.ts';
import { Attachments } from '../registry/registry.public.ts';
import { readIncidentFiles } from './incident-file.store.ts';
import { eraseReports } from './unfiled.store.ts';

/** What was told of somebody without a file goes with the closing, recordings and photographs too. */
@Injectable()
export class EraseUnfiled {
  readonly #attachments: Attachments;

  constructor(attachments: Attachments) {
    this.#attachments = attachments;
  }

  async run(tx: Tx, actor: Actor | 'system', incidentId: Id): Promise<void> {
    await eraseReports(tx, incidentId);
    await this.#attachments.forget(tx, actor, await readIncidentFiles(tx, [incidentId]), '结案，抹去个人信息');
  }
}
