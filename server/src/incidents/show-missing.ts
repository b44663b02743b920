import type { Actor } from '@guanhu/shared/access/access.terms';
import type { MissingAnswer } from '@guanhu/shared/incidents/missing.contract';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { IncidentPost } from '@guanhu/shared/policy/policy.terms';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader } from '../platform/database/database.ts';
import { readReceipts, type ReceiptRow } from './incidents.store.ts';
import { readMissingRow, type MissingRow } from './missing.store.ts';
import { patientOf, ScopedReads } from './scoped-reads.ts';

/** One search and how far it has got. */
@Injectable()
export class ShowMissing {
  readonly #reads: ScopedReads;
  readonly #people: People;
  readonly #vaults: Vaults;

  constructor(reads: ScopedReads, people: People, vaults: Vaults) {
    this.#reads = reads;
    this.#people = people;
    this.#vaults = vaults;
  }

  async run(actor: Actor, missingId: Id): Promise<MissingAnswer> {
    const asked = { permission: 'missing:read', what: 'missing' } as const;
    const { county } = await this.#reads.one(actor, asked, (reader, vault) => readMissingRow(reader, vault, missingId));
    return this.view(county, missingId);
  }

  /** Of a search that the caller has asked about. */
  async view(reader: Reader, id: Id): Promise<MissingAnswer> {
    const vault = await this.#vaults.of(reader.countyId);
    const row = await readMissingRow(reader, vault, id);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const finder = row.foundBy === null ? undefined : (await this.#people.contacts(reader, [row.foundBy])).get(row.foundBy);
    const receipts = row.incidentId === null ? [] : await readReceipts(reader, row.incidentId);
    return {
      missingId: id,
      ...patientOf(vault, row),
      state: row.state,
      lastSeenAt: row.lastSeenAt.toISOString(),
      reportedAt: row.reportedAt.toISOString(),
      incidentId: row.incidentId,
      version: row.version,
      place: row.facts.place,
      clothes: row.facts.clothes,
      looks: row.facts.looks ?? null,
      sheetAgreed: row.facts.sheetAgreed,
      photoId: row.photoId,
      sent: { police: row.policeAt?.toISOString() ?? null, committee: row.committeeAt?.toISOString() ?? null },
      told: { police: toldOf(receipts, 'police'), committee: toldOf(receipts, 'politicalLegalCommittee') },
      found: foundOf(row, finder?.name ?? ''),
    };
  }
}

/** The first of a post who was told and the first who answered: one of them is enough. */
function toldOf(receipts: readonly ReceiptRow[], post: IncidentPost): MissingAnswer['told']['police'] {
  const theirs = receipts.filter(receipt => receipt.post === post);
  const first = (instants: readonly (Date | null)[]) =>
    instants
      .flatMap(at => at?.toISOString() ?? [])
      .sort()
      .at(0) ?? null;
  return { toldAt: first(theirs.map(one => one.toldAt)), acknowledgedAt: first(theirs.map(one => one.acknowledgedAt)) };
}

const foundOf = ({ foundAt, condition, found }: MissingRow, byName: string): MissingAnswer['found'] =>
  foundAt && condition && found ? { at: foundAt.toISOString(), place: found.place, condition, words: found.words ?? null, byName } : null;
