import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { AnswerLetterBody, GiveLetterBody, LetterRef, LettersPage, SendLetterBody } from '@guanhu/shared/duties/duties.contract';
import type { LetterState } from '@guanhu/shared/duties/duties.terms';
import { decideAnswer, decideClose, decideGive, isLetterLate } from '@guanhu/shared/duties/duty-proof.rules';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, People, Staff } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { giveLetter, insertLetter, lockLetter, moveLetter, passLetters, readLetters, type LetterRow } from './letter.store.ts';
import { TownshipGround } from './township-ground.ts';

/** Nobody is given longer to answer. */
const MOST_DAYS = 366;

/** Somebody is asked in writing to do their duty, answers until a day, and the letter is closed. */
@Injectable()
export class Supervise {
  readonly #database: Database;
  readonly #ground: TownshipGround;
  readonly #access: Access;
  readonly #people: People;
  readonly #staff: Staff;
  readonly #agenda: Agenda;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    ground: TownshipGround,
    access: Access,
    people: People,
    staff: Staff,
    agenda: Agenda,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#ground = ground;
    this.#access = access;
    this.#people = people;
    this.#staff = staff;
    this.#agenda = agenda;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(
    actor: Actor,
    { state, mine, after, limit }: { state?: LetterState | undefined; mine?: 'yes' | undefined; after?: Id | undefined; limit: number },
  ): Promise<LettersPage> {
    const county = this.#database.county(actor.countyId);
    const areas = mine === 'yes' ? [] : this.#access.scope(actor, 'duty:read').areas;
    const asked = { areas, persons: standsFor(actor), state: state ?? null, before: after ?? null, limit: limit + 1 };
    const { shown, last } = pageOf(await readLetters(county, await this.#vaults.of(county.countyId), asked), limit);
    const names = await this.#people.contacts(
      county,
      shown.flatMap(row => [row.sentBy, row.receiverId]),
    );
    const today = this.#clock.today();
    return {
      rows: shown.map(({ id, sentBy, sentAt, receiverId, answeredAt, ...row }) => ({
        ...row,
        letterId: id,
        sentBy: names.get(sentBy)?.name ?? '',
        sentAt: sentAt.toISOString(),
        receiverName: names.get(receiverId)?.name ?? '',
        mine: standsFor(actor).includes(receiverId),
        late: isLetterLate(row, today),
        answeredAt: answeredAt?.toISOString() ?? null,
      })),
      next: last?.id ?? null,
    };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, LETTER_DAY_WRONG, LETTER_NEEDS_RECEIVER, INPUT_INVALID when the id is taken */
  async send(tx: Tx, actor: Actor, { letterId, ...body }: SendLetterBody): Promise<LetterRef> {
    const { townshipId, receiverId, duty, dueOn } = body;
    await this.#ground.require(tx, actor, 'duty:supervise', townshipId);
    const today = this.#clock.today();
    if (dueOn < today || dueOn > addDays(today, MOST_DAYS)) throw new Refusal('LETTER_DAY_WRONG');
    await this.#requireReceiver(tx, townshipId, receiverId);
    const letter = { id: letterId, ...body, sentBy: actor.personId, sentAt: this.#clock.now() };
    if (!(await insertLetter(tx, await this.#vaults.of(tx.countyId), letter))) throw new Refusal('INPUT_INVALID', ['body.letterId']);
    await this.#agenda.openNamed(tx, { kind: 'supervision', causeId: letterId, assigneeId: receiverId, dueOn });
    const facts = { townshipId, receiverId, duty, dueOn };
    await this.#audit.deed(tx, { actor, act: 'duties:letter-sent', objectKind: 'supervision-letter', objectId: letterId, facts });
    return { letterId, state: 'open', version: 1 };
  }

  /** By whom it was sent to. @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, LETTER_CLOSED */
  async answer(tx: Tx, actor: Actor, letterId: Id, { version, answer }: AnswerLetterBody): Promise<LetterRef> {
    const letter = await this.#held(tx, letterId);
    if (!standsFor(actor).includes(letter.receiverId)) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (letter.version !== version) throw new Refusal('STALE');
    const state = unwrap(decideAnswer(letter.state));
    const answered = { words: answer, now: this.#clock.now() };
    const next = await moveLetter(tx, await this.#vaults.of(tx.countyId), letterId, { state, answered });
    await this.#agenda.finishNamed(tx, { kind: 'supervision', causeId: letterId, by: actor.personId });
    await this.#audit.deed(tx, { actor, act: 'duties:letter-answered', objectKind: 'supervision-letter', objectId: letterId });
    return { letterId, state, version: next };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, LETTER_NOT_ANSWERED, LETTER_CLOSED */
  async close(tx: Tx, actor: Actor, letterId: Id, version: number): Promise<LetterRef> {
    const letter = await this.#held(tx, letterId);
    await this.#ground.require(tx, actor, 'duty:supervise', letter.townshipId);
    if (letter.version !== version) throw new Refusal('STALE');
    const state = unwrap(decideClose(letter.state));
    const next = await moveLetter(tx, await this.#vaults.of(tx.countyId), letterId, { state });
    await this.#audit.deed(tx, { actor, act: 'duties:letter-closed', objectKind: 'supervision-letter', objectId: letterId });
    return { letterId, state, version: next };
  }

  /**
   * To somebody else, by whoever supervises: it went to the wrong person, or its receiver left without a successor. The day stays.
   * @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, LETTER_ANSWERED, LETTER_CLOSED, LETTER_NEEDS_RECEIVER
   */
  async give(tx: Tx, actor: Actor, letterId: Id, { version, receiverId }: GiveLetterBody): Promise<LetterRef> {
    const letter = await this.#held(tx, letterId);
    await this.#ground.require(tx, actor, 'duty:supervise', letter.townshipId);
    if (letter.version !== version) throw new Refusal('STALE');
    const state = unwrap(decideGive(letter.state));
    await this.#requireReceiver(tx, letter.townshipId, receiverId);
    const next = await giveLetter(tx, letterId, receiverId);
    await this.#agenda.giveNamed(tx, { kind: 'supervision', causeId: letterId, assigneeId: receiverId });
    const facts = { from: letter.receiverId, to: receiverId };
    await this.#audit.deed(tx, { actor, act: 'duties:letter-given', objectKind: 'supervision-letter', objectId: letterId, facts });
    return { letterId, state, version: next };
  }

  /** Whoever leaves hands the letters that wait for them to the successor; without one they stay theirs until a supervisor names somebody. */
  async pass(tx: Tx, { personId, successorId }: { personId: Id; successorId: Id | null }): Promise<void> {
    if (successorId === null) return;
    for (const causeId of await passLetters(tx, { from: personId, to: successorId }))
      await this.#agenda.giveNamed(tx, { kind: 'supervision', causeId, assigneeId: successorId });
  }

  async #requireReceiver(tx: Tx, townshipId: Id, receiverId: Id): Promise<void> {
    if (!(await this.#staff.idsWithin(tx, [townshipId])).includes(receiverId)) throw new Refusal('LETTER_NEEDS_RECEIVER');
  }

  async #held(tx: Tx, letterId: Id): Promise<LetterRow> {
    const letter = await lockLetter(tx, await this.#vaults.of(tx.countyId), letterId);
    if (!letter) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return letter;
  }
}
