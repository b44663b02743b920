import type { Cast } from './cast.terms.ts';
import { listEntries, listWorkbook, type ListEntry } from './responsibility-list.ts';

/** A list as a township really keeps it, and what its import must find. */
export type MessyList = {
  readonly bytes: Uint8Array;
  readonly entries: readonly ListEntry[];
  /** Codes of `MISMATCHES` that wait for a person. */
  readonly asks: readonly string[];
  /** Codes of `MISMATCHES` that are only told. */
  readonly tells: readonly string[];
  /** Patients whose rows are refused whatever is answered. */
  readonly refused: readonly string[];
};

const spaced = (name: string, space: string): string => `${name.slice(0, 1)}${space}${name.slice(1)}`;

/**
 * The list of one township with the faults that such lists have: names with full-width, double and no spaces, two holders in one cell,
 * a village under two names, an unknown village, blank cells, a patient twice, a wrong identity number, words for a diagnosis that mean
 * none of the six, and total, remark and blank rows. Its other rows are the cast's own.
 */
export function messyList(cast: Cast, townshipKey: string): MessyList {
  const villages = cast.villages.filter(village => village.townshipKey === townshipKey);
  const keys = new Set(villages.map(village => village.key));
  const entries = listEntries(
    cast,
    cast.patients.filter(patient => keys.has(patient.villageKey) && patient.guardians.length === 1),
  );
  const [home] = villages;
  const change = (at: number, by: (entry: ListEntry) => Partial<ListEntry>): void => {
    const entry = entries[at];
    if (entry !== undefined) entries[at] = { ...entry, ...by(entry) };
  };
  const inHome = entries.flatMap((entry, at) => (entry.village === home?.name ? [at] : []));
  const outside = entries.flatMap((entry, at) => (entry.village === home?.name ? [] : [at]));
  const [wideSpaced, otherName, blank] = inHome;
  const [doubled, wrongNumber, unknownVillage, unknownDiagnosis] = outside;
  if (wideSpaced === undefined || otherName === undefined || blank === undefined)
    throw new RangeError('too few patients in the first village');
  if (doubled === undefined || wrongNumber === undefined || unknownVillage === undefined || unknownDiagnosis === undefined)
    throw new RangeError('too few patients');

  change(wideSpaced, entry => ({
    patient: spaced(entry.patient, '\u3000'),
    seats: { ...entry.seats, lead: spaced(entry.seats.lead, '  '), guardian: spaced(entry.seats.guardian, '\u00a0') },
  }));
  change(otherName, entry => ({ village: home?.alsoWritten ?? '', seats: { ...entry.seats, lead: `${entry.seats.lead}\u200b` } }));
  change(blank, entry => ({ seats: { ...entry.seats, rehabCoordinator: '', civilAffairs: '/' } }));
  change(doubled, entry => ({ seats: { ...entry.seats, gridWorker: `${entry.seats.gridWorker}、${entry.seats.securityOfficer}` } }));
  change(wrongNumber, entry => ({
    identityNumber: `${entry.identityNumber.slice(0, 17)}${entry.identityNumber.endsWith('X') ? '0' : 'X'}`,
  }));
  change(unknownVillage, () => ({ village: '云根村' }));
  change(unknownDiagnosis, () => ({ diagnosis: '精神异常' }));
  const refused = [entries[wrongNumber]?.patient ?? ''];
  const repeated = entries[blank];
  return {
    bytes: listWorkbook([...entries, ...(repeated === undefined ? [] : [repeated])], {
      title: `${cast.townships.find(township => township.key === townshipKey)?.name ?? ''}严重精神障碍患者「一人一专班」责任清单`,
      blankColumns: 1,
      trimmings: true,
    }),
    entries,
    asks: ['villageUnknown', 'twoHolders', 'diagnosisUnknown'],
    tells: ['duplicateRow', 'spelling', 'personInTwoPosts', 'guardianOfSeveral'],
    refused,
  };
}
