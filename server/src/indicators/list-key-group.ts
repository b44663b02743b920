import type { Actor } from '@guanhu/shared/access/access.terms';
import { isOfGroup, isPoor } from '@guanhu/shared/indicators/key-groups.rules';
import type { KeyGroupPage } from '@guanhu/shared/indicators/key-groups.contract';
import type { KeyGroup } from '@guanhu/shared/indicators/key-groups.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { factsOf } from '@guanhu/shared/relief/facts.rules';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Policies } from '../policy/policy.public.ts';
import { Files, openPatientName } from '../registry/registry.public.ts';
import { readKeyGroupFacts, type KeyGroupRow } from './key-group.store.ts';

/** Patients whose facts are read at a time: whether a family is in need stands in what is sealed, so the rule looks at each. */
const AT_A_TIME = 250;

type Asked = { group: KeyGroup; after?: Id | undefined; limit: number };

/** Whom to look after first: those of a group whom the reader may see, as they are today. Who reads it is noted. */
@Injectable()
export class ListKeyGroup {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #access: Access;
  readonly #policies: Policies;
  readonly #files: Files;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, vaults: Vaults, access: Access, policies: Policies, files: Files, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#vaults = vaults;
    this.#access = access;
    this.#policies = policies;
    this.#files = files;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(actor: Actor, { group, after, limit }: Asked): Promise<KeyGroupPage> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const { shown, last } = pageOf(await this.#rows(county, actor, { group, after: after ?? null, most: limit + 1 }), limit);
    await this.#audit.read(county, { actor, what: 'key-group-list', patientIds: shown.map(row => row.id) });
    return {
      rows: shown.map(({ id, state, villageName, nameSealed, ...facts }) => ({
        patientId: id,
        patientName: openPatientName(vault, id, nameSealed),
        villageName,
        state,
        since: group === 'cameHome' ? facts.homeOn : group === 'withoutMedicine' ? facts.runsOutOn : null,
      })),
      next: last?.id ?? null,
    };
  }

  /** The first `most` of the group behind a row. */
  async #rows(
    county: Reader,
    actor: Actor,
    { group, after, most }: { group: KeyGroup; after: Id | null; most: number },
  ): Promise<KeyGroupRow[]> {
    const today = this.#clock.today();
    const { keyGroups } = await this.#policies.inForce(county, 'indicators', today, 'county');
    const scope = this.#access.scope(actor, 'patient:read');
    const found: KeyGroupRow[] = [];
    for (let from = after; ;) {
      const batch = await readKeyGroupFacts(county, { today, scope, after: from, limit: AT_A_TIME });
      const ofGroup = group === 'poor' ? await this.#poor(county, batch) : batch.filter(row => isOfGroup(group, row, keyGroups, today));
      found.push(...ofGroup);
      from = batch.at(-1)?.id ?? null;
      if (batch.length < AT_A_TIME || found.length >= most) return found.slice(0, most);
    }
  }

  async #poor(county: Reader, batch: readonly KeyGroupRow[]): Promise<KeyGroupRow[]> {
    const files = new Map(
      (
        await this.#files.ofMany(
          county,
          batch.map(row => row.id),
        )
      ).map(file => [file.id, file.values]),
    );
    return batch.filter(({ id, held, answers }) => {
      const file = files.get(id);
      // Whether somebody is of this county says nothing about need.
      return file !== undefined && isPoor(factsOf({ file, held, answers, county: null }));
    });
  }
}
