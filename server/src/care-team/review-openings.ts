import { ROLES, type Actor } from '@guanhu/shared/access/access.terms';
import { may } from '@guanhu/shared/access/permissions.rules';
import type { OpeningDone, OpeningsPage, ReviewBody } from '@guanhu/shared/care-team/break-glass.contract';
import { mayReview } from '@guanhu/shared/care-team/break-glass.rules';
import { startOf } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, People, Places } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { pageKey, readPageKey } from '../platform/http/page-key.ts';
import { Later } from '../platform/outbox/outbox.ts';
import { Patients } from '../registry/registry.public.ts';
import { AskOffices } from './ask-offices.ts';
import { lockOpening, markSeen, readOpenings, storeReview, type OpeningFacts } from './break-glass.store.ts';

/** Emergency openings afterwards: the township office sees them, another administrator says whether the reason holds. */
@Injectable()
export class ReviewOpenings {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #access: Access;
  readonly #people: People;
  readonly #places: Places;
  readonly #patients: Patients;
  readonly #agenda: Agenda;
  readonly #offices: AskOffices;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    vaults: Vaults,
    access: Access,
    people: People,
    places: Places,
    patients: Patients,
    agenda: Agenda,
    offices: AskOffices,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#vaults = vaults;
    this.#access = access;
    this.#people = people;
    this.#places = places;
    this.#patients = patients;
    this.#agenda = agenda;
    this.#offices = offices;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(
    actor: Actor,
    query: { state?: 'waiting' | 'reviewed' | undefined; after?: string | undefined; limit: number },
  ): Promise<OpeningsPage> {
    const county = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'break-glass:read');
    const places = (await this.#places.areas(county)).rows;
    const wholeCounty = places.some(area => area.kind === 'county' && areas.includes(area.areaId));
    const found = await readOpenings(county, await this.#vaults.of(actor.countyId), {
      areas,
      wholeCounty,
      state: query.state ?? null,
      after: readPageKey(query.after),
      limit: query.limit + 1,
    });
    const { shown, last } = pageOf(found, query.limit);
    const patientIds = shown.flatMap(each => each.patientId ?? []);
    const persons = shown.flatMap(each => [each.personId, ...(each.review ? [each.review.by] : [])]);
    const [contacts, names, posts] = [
      await this.#people.contacts(county, persons),
      await this.#patients.names(county, patientIds),
      await this.#people.posts(county, [...new Set(persons)]),
    ];
    const nameOf = (areaId: Id) => places.find(area => area.areaId === areaId)?.name ?? '';
    const person = (id: Id) => contacts.get(id)?.name ?? '';
    const today = this.#clock.today();
    await this.#audit.read(county, { actor, what: 'break-glass-list', patientIds });
    return {
      rows: shown.map(each => ({
        openingId: each.id,
        by: person(each.personId),
        posts: posts.filter(post => post.personId === each.personId).map(post => `${nameOf(post.areaId)} ${ROLES[post.role]}`),
        at: each.at.toISOString(),
        until: each.until.toISOString(),
        reason: each.reason,
        patientId: each.patientId,
        patientName: each.patientId === null ? null : (names.get(each.patientId) ?? ''),
        reviewBy: each.reviewBy,
        overdue: each.review === null && today > each.reviewBy,
        seenByOffice: each.seenAt !== null,
        review: each.review && {
          by: person(each.review.by),
          at: each.review.at.toISOString(),
          verdict: each.review.verdict,
          note: each.review.note,
        },
        yours: this.#isYours(actor, each),
      })),
      next: last ? pageKey({ at: last.at, id: last.id }) : null,
    };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async see(tx: Tx, actor: Actor, openingId: Id): Promise<OpeningDone> {
    const opening = await this.#locked(tx, openingId);
    this.#access.require(actor, 'break-glass:see', tiesOf(tx.countyId, opening));
    await markSeen(tx, openingId, actor.personId, this.#clock.now());
    await this.#audit.deed(tx, {
      actor,
      act: 'care-team:emergency-opening-seen',
      objectKind: 'break-glass',
      objectId: openingId,
      ...(opening.patientId === null ? {} : { patientId: opening.patientId }),
    });
    return { done: true };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, REVIEW_OF_ONESELF, REVIEW_DONE */
  async review(tx: Tx, actor: Actor, openingId: Id, { verdict, note }: ReviewBody): Promise<OpeningDone> {
    const opening = await this.#locked(tx, openingId);
    await this.#access.requireInCounty(tx, actor, 'break-glass:review');
    unwrap(mayReview(actor, { personId: opening.personId, reviewedAt: opening.review?.at ?? null }));
    const review = { id: openingId, by: actor.personId, at: this.#clock.now(), verdict, note };
    await storeReview(tx, await this.#vaults.of(tx.countyId), review);
    await this.#agenda.finishForOffice(tx, { kind: 'openingReview', causeId: openingId, by: actor.personId });
    await this.#audit.deed(tx, {
      actor,
      act: 'care-team:emergency-opening-reviewed',
      objectKind: 'break-glass',
      objectId: openingId,
      ...(opening.patientId === null ? {} : { patientId: opening.patientId }),
      facts: { verdict },
    });
    return { done: true };
  }

  /** On the last day of a try that found nobody: whoever may review it is asked once more, unless somebody did. @throws Later before that day */
  async remind(countyId: CountyId, openingId: Id): Promise<void> {
    await this.#database.county(countyId).inTransaction(async tx => {
      const { patientId, personId, review, reviewBy } = await this.#locked(tx, openingId);
      if (review) return;
      const early = startOf(reviewBy).getTime() - this.#clock.now().getTime();
      if (early > 0) throw new Later(Math.ceil(early / 1000));
      await this.#offices.run(tx, { key: `due:${openingId}`, patientId, permission: 'break-glass:review', except: [personId] });
    });
  }

  async #locked(tx: Tx, openingId: Id): Promise<OpeningFacts> {
    const opening = await lockOpening(tx, await this.#vaults.of(tx.countyId), openingId);
    if (!opening) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return opening;
  }

  /** An administrator reviews what nobody has; an office notes what it has not seen. */
  #isYours(actor: Actor, each: OpeningFacts): boolean {
    const ties = tiesOf(actor.countyId, each);
    if (actor.posts.some(post => post.role === 'administrator'))
      return mayReview(actor, { personId: each.personId, reviewedAt: each.review?.at ?? null }).granted;
    return each.seenAt === null && may(actor, 'break-glass:see', ties);
  }
}

const tiesOf = (countyId: number, opening: OpeningFacts) => ({ countyId, areaPath: opening.areaPath ?? [] });
