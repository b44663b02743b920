import { createHash, randomBytes } from 'node:crypto';
import type { Actor, ActorPost, Channel } from '@guanhu/shared/access/access.terms';
import { readToken, sessionLife } from '@guanhu/shared/access/session.rules';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Counties } from './counties.ts';
import { insertSession, readHeldSession, readLiveSession, revokeSession, revokeSessionsOf } from './session.store.ts';
import { readSettings } from './settings.store.ts';
import { Sightings } from './sightings.ts';

/** Every request runs this: most people hold one post. */
const eachOnce = (posts: readonly ActorPost[]): readonly ActorPost[] =>
  posts.length < 2 ? posts : [...new Map(posts.map(post => [`${post.role} ${post.areaId} ${String(post.organisationId)}`, post])).values()];

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Opaque, revocable sessions. A token is `<countyId>.<32 random bytes>`; only the digest of the secret is kept. */
@Injectable()
export class Sessions {
  readonly #database: Database;
  readonly #counties: Counties;
  readonly #sightings: Sightings;
  readonly #clock: Clock;

  constructor(database: Database, counties: Counties, sightings: Sightings, clock: Clock) {
    this.#database = database;
    this.#counties = counties;
    this.#sightings = sightings;
    this.#clock = clock;
  }

  /** Who acts with this token now; `undefined` when nobody does (unknown, expired, idle for too long, revoked). */
  async actorOf(token: string): Promise<Actor | undefined> {
    const read = readToken(token);
    if (!read || !(await this.#counties.find(read.countyId))) return undefined;
    const county = this.#database.county(read.countyId);
    const now = this.#clock.now();
    const session = await readLiveSession(county, digestOf(read.secret), now, this.#clock.today());
    if (!session) return undefined;
    if (session.unseen) {
      // A desk's session ends after minutes without use, a phone's after weeks: only a phone's may wait for others.
      if (session.channel === 'desk') await this.#sightings.noteNow(read.countyId, session.id, now);
      else this.#sightings.note(read.countyId, session.id, now);
    }
    const { id, person_id, channel, posts, acting_for } = session;
    return { countyId: read.countyId, personId: person_id, sessionId: id, channel, posts: eachOnce(posts), actingFor: acting_for };
  }

  /** Whose session this is or was, and when it ended: it lets nobody in. `undefined` when there never was one. */
  async heldBy(token: string): Promise<
    | {
        readonly countyId: CountyId;
        readonly sessionId: Id;
        readonly personId: Id;
        readonly channel: Channel;
        readonly endedAt: Date | null;
      }
    | undefined
  > {
    const read = readToken(token);
    if (!read || !(await this.#counties.find(read.countyId))) return undefined;
    const held = await readHeldSession(this.#database.county(read.countyId), digestOf(read.secret), this.#clock.now());
    if (!held) return undefined;
    const { id, person_id, channel, ended_at } = held;
    return { countyId: read.countyId, sessionId: id, personId: person_id, channel, endedAt: ended_at };
  }

  /** Opens a session in the transaction that allows it. The token exists only in the answer. */
  async open(tx: Tx, personId: Id, channel: Channel): Promise<{ readonly token: string; readonly sessionId: Id }> {
    const now = this.#clock.now();
    const secret = randomBytes(32).toString('base64url');
    const life = sessionLife(channel, now, await readSettings(tx, this.#clock.today()));
    const sessionId = newId();
    await insertSession(tx, { id: sessionId, personId, channel, tokenDigest: digestOf(secret), now, ...life });
    return { token: `${String(tx.countyId)}.${secret}`, sessionId };
  }

  /** Ends one session. */
  end(tx: Tx, sessionId: Id): Promise<void> {
    return revokeSession(tx, sessionId, this.#clock.now());
  }

  /** Ends every session of these persons; effective with the commit. */
  revokeOf(tx: Tx, personIds: readonly Id[]): Promise<number> {
    return revokeSessionsOf(tx, personIds, this.#clock.now());
  }
}
