import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/database.ts';

type Is = (reader: Reader, personId: Id) => Promise<boolean>;

/** What "who I am" needs from a room above this one: that room says at start how to ask it. */
@Injectable()
export class MeSources {
  #isGuardian: Is = () => Promise.resolve(false);
  #isHelper: Is = () => Promise.resolve(false);

  /** The registry knows who is a guardian today. */
  guardianBy(isGuardian: Is): void {
    this.#isGuardian = isGuardian;
  }

  isGuardian(reader: Reader, personId: Id): Promise<boolean> {
    return this.#isGuardian(reader, personId);
  }

  /** And who acts today for a guardian. */
  helperBy(isHelper: Is): void {
    this.#isHelper = isHelper;
  }

  isHelper(reader: Reader, personId: Id): Promise<boolean> {
    return this.#isHelper(reader, personId);
  }
}
