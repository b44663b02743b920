import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { may } from '@guanhu/shared/access/permissions.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { MoveState } from '@guanhu/shared/registry/move.terms';
import type { MovesAnswer } from '@guanhu/shared/registry/moves.contract';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Moves, openPatientName } from '../registry/registry.public.ts';

type Query = { state?: MoveState | undefined; patientId?: Id | undefined; after?: Id | undefined; limit: number };

/** Handovers from or to the reader's places: both sides see whom it is about. */
@Injectable()
export class ListMoves {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #access: Access;
  readonly #moves: Moves;
  readonly #people: People;
  readonly #audit: Audit;

  constructor(database: Database, vaults: Vaults, access: Access, moves: Moves, people: People, audit: Audit) {
    this.#database = database;
    this.#vaults = vaults;
    this.#access = access;
    this.#moves = moves;
    this.#people = people;
    this.#audit = audit;
  }

  async run(actor: Actor, { state, patientId, after, limit }: Query): Promise<MovesAnswer> {
    const county = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'move:decide');
    const which = { areas, state: state ?? null, patientId: patientId ?? null, after: after ?? null, limit: limit + 1 };
    const { shown, last } = pageOf(await this.#moves.list(county, which), limit);
    const vault = await this.#vaults.of(actor.countyId);
    const contacts = await this.#people.contacts(
      county,
      shown.flatMap(move => [move.proposedBy, ...(move.answeredBy === null ? [] : [move.answeredBy])]),
    );
    await this.#audit.read(county, { actor, what: 'moves', patientIds: [...new Set(shown.map(move => move.patientId))] });
    const { countyId } = actor;
    return {
      rows: shown.map(move => {
        const waits = move.state === 'waiting';
        const proposed = standsFor(actor).includes(move.proposedBy);
        return {
          moveId: move.id,
          patientId: move.patientId,
          patientName: openPatientName(vault, move.patientId, move.name_sealed),
          fromVillage: move.fromVillage,
          toVillage: move.toVillage,
          state: move.state,
          version: move.version,
          reason: move.reason,
          answer: move.answer,
          proposedBy: contacts.get(move.proposedBy)?.name ?? '',
          proposedAt: move.proposedAt.toISOString(),
          answeredBy: move.answeredBy === null ? null : (contacts.get(move.answeredBy)?.name ?? ''),
          answeredAt: move.answeredAt?.toISOString() ?? null,
          mayAnswer: waits && !proposed && may(actor, 'move:decide', { countyId, areaPath: move.toPath }),
          mayWithdraw: waits && may(actor, 'patient:move', { countyId, areaPath: move.fromPath }),
        };
      }),
      next: last?.id ?? null,
    };
  }
}
