import { differencesOf, knownValues } from '@guanhu/shared/exchange/difference.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Standings } from '../assessment/assessment.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Files } from '../registry/registry.public.ts';
import { deleteDifferences, insertDifferences, readOfPatients, type DifferenceRow, type NewDifference } from './difference.store.ts';
import { byPatient, readClaims } from './row.store.ts';

/** Patients whose files are held at once. */
const AT_ONCE = 500;

/** Compares what the departments say of these patients with each other and with the files. */
@Injectable()
export class FindDifferences {
  readonly #files: Files;
  readonly #standings: Standings;
  readonly #vaults: Vaults;

  constructor(files: Files, standings: Standings, vaults: Vaults) {
    this.#files = files;
    this.#standings = standings;
    this.#vaults = vaults;
  }

  /** What is answered stays, and so does what is open and still the same. */
  async run(tx: Tx, roundId: Id, patientIds: readonly Id[]): Promise<void> {
    const vault = await this.#vaults.of(tx.countyId);
    for (let at = 0; at < patientIds.length; at += AT_ONCE) {
      const ids = patientIds.slice(at, at + AT_ONCE);
      const files = await this.#files.ofMany(tx, ids);
      const risks = await this.#standings.risks(tx, ids);
      const claims = byPatient(await readClaims(tx, vault, roundId, ids));
      const found = files.flatMap(({ id, state, values }) => {
        const said = (claims.get(id) ?? []).map(({ department, content }) => ({ department, values: content.values }));
        return differencesOf(knownValues(state, values, risks.get(id) ?? null), said).map(each => ({
          ...each,
          id: newId(),
          patientId: id,
        }));
      });
      const gone = outdated(await readOfPatients(tx, vault, roundId, ids), found);
      await deleteDifferences(tx, roundId, gone);
      await insertDifferences(tx, vault, roundId, found);
    }
  }
}

/** Open differences that are found no more, or with another value of the file. */
function outdated(there: readonly DifferenceRow[], found: readonly NewDifference[]): Id[] {
  const key = ({ patientId, department, field, stated, known }: DifferenceRow | NewDifference) =>
    JSON.stringify([patientId, department, field, stated, known]);
  const still = new Set(found.map(key));
  return there.filter(one => one.state === 'open' && !still.has(key(one))).map(one => one.id);
}
