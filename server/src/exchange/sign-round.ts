import { createHash } from 'node:crypto';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { outcomeOf, type FinalClaim } from '@guanhu/shared/exchange/difference.rules';
import type { RoundAnswer, SignBody } from '@guanhu/shared/exchange/exchange.contract';
import { DEPARTMENT_KEYS, EXCHANGE_FIELD_KEYS } from '@guanhu/shared/exchange/exchange.terms';
import { canonicalPackage, decideSign, type ExchangePackage, type PackagePatient } from '@guanhu/shared/exchange/round.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults, type CountyVault } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { countOpen, readOfPatients, type DifferenceRow } from './difference.store.ts';
import { insertPackage } from './package.store.ts';
import { countVerdicts, readLists, touchRound, type ListRow, type RoundRow } from './round.store.ts';
import { byPatient, eraseRows, readClaims, readMatched, type ClaimRow } from './row.store.ts';
import { Rounds } from './rounds.ts';

/** Patients whose claims are held at once. */
const AT_ONCE = 500;

/** A named person signs what was agreed: hashed and frozen. What the departments handed in is erased with it. */
@Injectable()
export class SignRound {
  readonly #rounds: Rounds;
  readonly #vaults: Vaults;
  readonly #agenda: Agenda;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(rounds: Rounds, vaults: Vaults, agenda: Agenda, audit: Audit, clock: Clock) {
    this.#rounds = rounds;
    this.#vaults = vaults;
    this.#agenda = agenda;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal EXCHANGE_SIGNED, EXCHANGE_LIST_MISSING, EXCHANGE_ROWS_OPEN, EXCHANGE_DIFFERENCES_OPEN, STALE */
  async run(tx: Tx, actor: Actor, roundId: Id, { version }: SignBody): Promise<RoundAnswer> {
    const round = await this.#rounds.lockOpen(tx, actor, roundId, 'exchange:sign');
    if (round.version !== version) throw new Refusal('STALE');
    const lists = await readLists(tx, roundId);
    await this.#requireReady(tx, round, lists);
    const vault = await this.#vaults.of(tx.countyId);
    const patients = await this.#patients(tx, vault, roundId);
    const agreed = packageOf(round, lists, patients);
    const text = canonicalPackage(agreed);
    const digest = (algorithm: 'sha256' | 'sm3') => createHash(algorithm).update(text, 'utf8').digest('hex');
    const now = this.#clock.now();
    const notAgreed = patients.reduce((sum, { fields }) => sum + Object.values(fields).filter(one => !one.agreed).length, 0);
    const hashes = { sha256: digest('sha256'), sm3: digest('sm3') };
    await insertPackage(tx, vault, {
      roundId,
      townshipId: round.townshipId,
      month: round.month,
      text,
      ...hashes,
      patients: patients.length,
      notAgreed,
      by: actor.personId,
      at: now,
    });
    await eraseRows(tx, roundId);
    await touchRound(tx, roundId, 'signed');
    // Whoever handed in nothing is asked no more.
    await this.#agenda.dropNamed(tx, { kind: 'exchangeList', causeId: roundId });
    await this.#audit.deed(tx, {
      actor,
      act: 'exchange:signed',
      objectKind: 'exchange',
      objectId: roundId,
      facts: { ...hashes, patients: patients.length, notAgreed },
    });
    return this.#rounds.show(tx, actor, { ...round, state: 'signed', version: version + 1 });
  }

  async #requireReady(tx: Tx, round: RoundRow, lists: readonly ListRow[]): Promise<void> {
    const counts = await countVerdicts(tx, round.id);
    unwrap(
      decideSign({
        today: this.#clock.today(),
        deadline: round.deadline,
        missing: missingOf(lists),
        openRows: counts.filter(each => each.verdict === 'candidate').reduce((sum, each) => sum + each.count, 0),
        openDifferences: await countOpen(tx, round.id),
      }),
    );
  }

  async #patients(tx: Tx, vault: CountyVault, roundId: Id): Promise<PackagePatient[]> {
    const patients: PackagePatient[] = [];
    for (let after: Id | null = null; ;) {
      const ids: Id[] = await readMatched(tx, roundId, after, AT_ONCE);
      const claims = byPatient(await readClaims(tx, vault, roundId, ids));
      const differences = byPatient(await readOfPatients(tx, vault, roundId, ids));
      patients.push(...ids.map(id => patientOf(id, claims.get(id) ?? [], differences.get(id) ?? [])));
      after = ids.at(-1) ?? null;
      if (ids.length < AT_ONCE) return patients;
    }
  }
}

const missingOf = (lists: readonly ListRow[]) => DEPARTMENT_KEYS.filter(each => !lists.some(list => list.department === each));

function patientOf(patientId: Id, claims: readonly ClaimRow[], differences: readonly DifferenceRow[]): PackagePatient {
  const fields = EXCHANGE_FIELD_KEYS.flatMap(field => {
    const final = claims.flatMap(({ department, content }): FinalClaim[] => {
      const stated = content.values[field];
      const difference = differences.find(one => one.department === department && one.field === field);
      return stated === undefined ? [] : [{ department, value: difference?.value ?? stated, disputed: difference?.state === 'disputed' }];
    });
    const outcome = outcomeOf(field, final);
    return outcome ? [[field, outcome] as const] : [];
  });
  return { patientId, inLists: claims.map(claim => claim.department), fields: Object.fromEntries(fields) };
}

const packageOf = (round: RoundRow, lists: readonly ListRow[], patients: readonly PackagePatient[]): ExchangePackage => ({
  format: 1,
  townshipId: round.townshipId,
  month: round.month,
  lists: lists.map(({ department, rows, sha256, madeAt }) => ({
    department,
    rows,
    sha256: sha256.toString('hex'),
    handedInAt: madeAt.toISOString(),
  })),
  missing: missingOf(lists),
  patients,
});
