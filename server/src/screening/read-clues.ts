import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { nameless, reporterState } from '@guanhu/shared/screening/clue.rules';
import type { ClueAnswer, ClueShown, CluesPage, MyCluesPage } from '@guanhu/shared/screening/clue.contract';
import type { ClueState, Whereabouts } from '@guanhu/shared/screening/clue.terms';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { readClues, type ClueRow } from './clue.store.ts';
import { Clues } from './clues.ts';

type PageAsked = {
  readonly state?: ClueState | undefined;
  readonly whereabouts?: Whereabouts | undefined;
  readonly group?: number | undefined;
  readonly after?: Id | undefined;
  readonly limit: number;
};

/** The lists of a screening name nobody; who opens one clue is noted. */
@Injectable()
export class ReadClues {
  readonly #database: Database;
  readonly #access: Access;
  readonly #clues: Clues;
  readonly #people: People;
  readonly #vaults: Vaults;

  constructor(database: Database, access: Access, clues: Clues, people: People, vaults: Vaults) {
    this.#database = database;
    this.#access = access;
    this.#clues = clues;
    this.#people = people;
    this.#vaults = vaults;
  }

  async list(actor: Actor, { state, whereabouts, group, after, limit }: PageAsked): Promise<CluesPage> {
    const county = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'clue:read');
    const asked = {
      areas,
      state: state ?? null,
      whereabouts: whereabouts ?? null,
      group: group ?? null,
      reportedBy: null,
      before: after ?? null,
    };
    const rows = await readClues(county, await this.#vaults.of(actor.countyId), { ...asked, limit: limit + 1 });
    const { shown, last } = pageOf(rows, limit);
    return { rows: shown.map(shownOf), next: last?.id ?? null };
  }

  /** What the reader handed in where they may still do so: how far it has got, and no outcome. */
  async mine(actor: Actor, { after, limit }: { after?: Id | undefined; limit: number }): Promise<MyCluesPage> {
    const county = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'clue:report');
    const own = { areas, state: null, whereabouts: null, group: null, reportedBy: actor.personId, before: after ?? null };
    const rows = await readClues(county, await this.#vaults.of(actor.countyId), { ...own, limit: limit + 1 });
    const { shown, last } = pageOf(rows, limit);
    return {
      rows: shown.map(({ id, areaName, told, state, reportedAt }) => ({
        clueId: id,
        areaName,
        nameless: told?.person ? nameless(told.person.name) : null,
        state: reporterState(state),
        reportedAt: reportedAt.toISOString(),
      })),
      next: last?.id ?? null,
    };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  one(actor: Actor, clueId: Id): Promise<ClueAnswer> {
    return this.#database.county(actor.countyId).inTransaction(async tx => {
      const clue = await this.#clues.find(tx, actor, 'clue:read', clueId);
      await this.#clues.note(tx, actor, 'screening:clue-read', clueId);
      const names = await this.#people.contacts(tx, [clue.reportedBy, ...(clue.checkedBy === null ? [] : [clue.checkedBy])]);
      const nameOf = (personId: Id) => names.get(personId)?.name ?? '';
      const { told, checkedBy, checkedAt, finding, reviewedOn, reviewWords } = clue;
      return {
        ...shownOf(clue),
        areaId: clue.areaId,
        person: told?.person ?? null,
        yes: [...(told?.yes ?? [])],
        note: told?.note ?? null,
        reportedBy: nameOf(clue.reportedBy),
        hasInformant: clue.hasInformant,
        incidentId: clue.incidentId,
        checked:
          checkedBy === null || checkedAt === null
            ? null
            : { by: nameOf(checkedBy), at: checkedAt.toISOString(), reason: clue.checkReason },
        review:
          finding === null || reviewedOn === null
            ? null
            : {
                finding,
                on: reviewedOn,
                words: reviewWords && [reviewWords.hospital, reviewWords.psychiatrist, reviewWords.opinion].filter(Boolean).join('，'),
              },
        patientId: clue.patientId,
        sameAs: clue.sameAs,
        endedAt: clue.endedAt?.toISOString() ?? null,
        erasedAt: clue.erasedAt?.toISOString() ?? null,
        version: clue.version,
      };
    });
  }
}

const shownOf = (clue: ClueRow): ClueShown => ({
  clueId: clue.id,
  areaName: clue.areaName,
  nameless: clue.told?.person ? nameless(clue.told.person.name) : null,
  state: clue.state,
  source: clue.source,
  whereabouts: clue.whereabouts,
  form: clue.form,
  group: clue.group,
  reportedAt: clue.reportedAt.toISOString(),
  dueOn: clue.dueOn,
});
