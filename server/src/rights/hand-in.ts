import type { HandInAnswer, handInContract } from '@guanhu/shared/rights/handed-in.contract';
import { idsIn, mayHandIn } from '@guanhu/shared/rights/handed-in.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import { Injectable } from '@nestjs/common';
import { RateLimits, Sessions } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { AskOffices } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import type { CallOf } from '../platform/http/endpoint.ts';
import { insertHandedIn, isDone, readBelongs, readSoFar } from './handed-in.store.ts';

/** An office may stand behind one address, and a phone brings what it has in one go. */
const PER_ADDRESS = { burst: 120, everySeconds: 1 };
const PER_SESSION = { burst: 60, everySeconds: 10 };

/**
 * A phone whose session has ended hands in what it could not send: the office looks at each, and nothing is done by itself. The token of the
 * ended session says whose it is; it opens nothing else.
 */
@Injectable()
export class HandIn {
  readonly #database: Database;
  readonly #sessions: Sessions;
  readonly #limits: RateLimits;
  readonly #vaults: Vaults;
  readonly #offices: AskOffices;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, sessions: Sessions, limits: RateLimits, vaults: Vaults, offices: AskOffices, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#sessions = sessions;
    this.#limits = limits;
    this.#vaults = vaults;
    this.#offices = offices;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal HAND_IN_NOT_POSSIBLE, RATE_LIMITED */
  async run(ip: string, { proof, key, what, madeAt, ...rest }: CallOf<typeof handInContract>['body']): Promise<HandInAnswer> {
    this.#limits.take(`hand-in:${ip}`, PER_ADDRESS);
    const held = await this.#sessions.heldBy(proof);
    if (!held) throw new Refusal('HAND_IN_NOT_POSSIBLE');
    const { countyId, personId, sessionId, channel } = held;
    this.#limits.take(`hand-in:${sessionId}`, PER_SESSION);
    const vault = await this.#vaults.of(countyId);
    return this.#database.county(countyId).inTransaction(async tx => {
      const at = this.#clock.now();
      unwrap(mayHandIn(held, await readSoFar(tx, sessionId), at));
      if (await isDone(tx, key, personId)) return { outcome: 'done' };
      const belongs = await readBelongs(tx, idsIn(rest.path), personId);
      // Nobody could be asked to look at it: it stays on the phone.
      if (!belongs) throw new Refusal('HAND_IN_NOT_POSSIBLE');
      const row = { id: key, belongs, personId, sessionId, what, write: rest, madeAt: new Date(madeAt), at };
      if (!(await insertHandedIn(tx, vault, row))) return { outcome: 'waiting' };
      const { patientId, areaPath } = belongs;
      await this.#audit.deed(tx, {
        actor: { countyId, personId, sessionId, channel, posts: [] },
        act: 'rights:handed-in',
        objectKind: 'handed-in',
        objectId: key,
        patientId,
      });
      // Once a day and phone: ten writes of one phone are one message.
      await this.#offices.run(tx, {
        key: `handed-in:${sessionId}:${dayOf(at)}`,
        patientId,
        areaPath,
        permission: 'handed-in:decide',
        except: [personId],
      });
      return { outcome: 'waiting' };
    });
  }
}
