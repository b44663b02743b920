import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { FIELD_ROLES, rolesMayChange } from '@guanhu/shared/access/post.rules';
import type { MismatchResolved, ResolveMismatchBody } from '@guanhu/shared/care-team/roster.contract';
import { ACTS_OF, type MismatchAct } from '@guanhu/shared/care-team/roster.terms';
import type { StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Departures, People } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { keepException } from './exception.store.ts';
import { Grounds } from './grounds.ts';
import { RosterLines, type Line } from './roster-lines.ts';
import { beginSittings, endSittings } from './seat.store.ts';
import { TakeSeats } from './take-seats.ts';

/** One act settles a mismatch at every patient it is about. */
@Injectable()
export class ResolveMismatch {
  readonly #grounds: Grounds;
  readonly #lines: RosterLines;
  readonly #take: TakeSeats;
  readonly #departures: Departures;
  readonly #people: People;
  readonly #agenda: Agenda;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    grounds: Grounds,
    lines: RosterLines,
    take: TakeSeats,
    departures: Departures,
    people: People,
    agenda: Agenda,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#grounds = grounds;
    this.#lines = lines;
    this.#take = take;
    this.#departures = departures;
    this.#people = people;
    this.#agenda = agenda;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, { key, act, personId, reason }: ResolveMismatchBody): Promise<MismatchResolved> {
    const line = (await this.#lines.of(tx, this.#grounds.require(actor, 'team:change'))).find(one => one.key === key);
    if (!line) throw new Refusal('MISMATCH_GONE');
    if (!ACTS_OF[line.kind].includes(act)) throw new Refusal('MISMATCH_ACT_NOT_FITTING');
    if (act === 'keep') await this.#keep(tx, actor, line, reason);
    else if (line.kind === 'spelling') await this.#unite(tx, actor, line, personId);
    else if (line.seat !== null && line.villageId !== null)
      await this.#reseat(tx, actor, { ...line, seat: line.seat, villageId: line.villageId }, act, personId);
    await this.#audit.deed(tx, {
      actor,
      act: 'care-team:mismatch-resolved',
      objectKind: 'mismatch',
      objectId: line.villageId ?? line.townshipId,
      facts: { kind: line.kind, how: act, seat: line.seat, personId: personId ?? null, patients: line.patients },
    });
    return { patients: line.patients };
  }

  async #keep(tx: Tx, actor: Actor, { key, townshipId }: Line, reason: string | undefined): Promise<void> {
    if (reason === undefined) throw new Refusal('REASON_NEEDED');
    const vault = await this.#vaults.of(tx.countyId);
    await keepException(tx, vault, { key, townshipId, reason, by: actor.personId, now: this.#clock.now() });
  }

  async #reseat(
    tx: Tx,
    actor: Actor,
    { patientIds, personIds, seat, villageId }: Line & { readonly seat: StaffSeat; readonly villageId: Id },
    act: MismatchAct,
    personId: Id | undefined,
  ): Promise<void> {
    const today = this.#clock.today();
    const [holder] = personIds;
    const next = act === 'assign' ? personId : act === 'givePost' ? holder : null;
    if (next === undefined || (act === 'assign' && next === holder)) throw new Refusal('MISMATCH_ACT_NOT_FITTING');
    if (next !== null) await this.#take.prepare(tx, actor, { personId: next, seat, villageId, from: today });
    if (act === 'givePost') return;
    if (holder !== undefined) await endSittings(tx, { patientIds, post: seat, personId: holder }, addDays(today, -1));
    if (next !== null) await beginSittings(tx, { patientIds, post: seat, personId: next }, today);
    await this.#agenda.followSeats(tx, patientIds);
  }

  /** Two spellings are one person: the one named stays and takes over everything of the other. */
  async #unite(tx: Tx, actor: Actor, { personIds }: Line, personId: Id | undefined): Promise<void> {
    const other = personIds.find(id => id !== personId);
    if (personId === undefined || other === undefined || !personIds.includes(personId)) throw new Refusal('MISMATCH_ACT_NOT_FITTING');
    unwrap(rolesMayChange(standsFor(actor), personIds));
    await this.#departures.requirePresent(tx, personId);
    const field = new Set<string>(FIELD_ROLES);
    const today = this.#clock.today();
    const posts = (await this.#people.posts(tx, [other])).filter(post => post.until === null || post.until >= today);
    if (!posts.every(post => field.has(post.role))) throw new Refusal('HANDOVER_NEEDS_ADMINISTRATOR');
    for (const post of posts) await this.#grounds.requireIn(tx, actor, 'team:change', post.areaId);
    await this.#departures.leave(tx, { personId: other, successorId: personId });
  }
}
