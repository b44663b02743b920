import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.ts';

/** A person left; `successorId` takes over, when somebody was named. */
export type Leaving = { readonly personId: Id; readonly successorId: Id | null };

/** Rooms above this one hand over what the person held (team seats, open tasks), in the same transaction. */
@Injectable()
export class Leavings {
  readonly #listeners: ((tx: Tx, leaving: Leaving) => Promise<void>)[] = [];

  also(listener: (tx: Tx, leaving: Leaving) => Promise<void>): void {
    this.#listeners.push(listener);
  }

  async tell(tx: Tx, leaving: Leaving): Promise<void> {
    for (const listener of this.#listeners) await listener(tx, leaving);
  }
}
