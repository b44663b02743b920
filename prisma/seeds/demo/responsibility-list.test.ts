import { SEATS } from '@guanhu/shared/care-team/seats.terms';
import { planImport, writesFor } from '@guanhu/shared/intake/import-plan.rules';
import type { Answers, ImportFacts, KeyOf, RawCell, RawSheet } from '@guanhu/shared/intake/import.terms';
import { readResponsibilityList } from '@guanhu/shared/intake/responsibility-list.rules';
import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { read, utils } from '@e965/xlsx';
import { demoCast } from './cast.ts';
import { messyList } from './messy-list.ts';
import { detailsWorkbook, listEntries, listWorkbook } from './responsibility-list.ts';

const cast = demoCast();
const keyOf: KeyOf = { identity: number => number, mobile: mobile => mobile };
const facts: ImportFacts = {
  areas: cast.villages.map(({ key, name, townshipKey, aliases }) => ({ key, name, townshipKey, aliases })),
  patients: [],
  persons: [],
  seats: [],
  guardianships: [],
  identitiesElsewhere: [],
};
const sheetsOf = (bytes: Uint8Array): RawSheet[] => {
  const book = read(bytes, { type: 'array' });
  return book.SheetNames.map(name => {
    const sheet = book.Sheets[name] ?? {};
    const merges = (sheet['!merges'] ?? []).map(range => ({ top: range.s.r, left: range.s.c, bottom: range.e.r, right: range.e.c }));
    return {
      name,
      cells: utils.sheet_to_json<RawCell[]>(sheet, { header: 1, defval: null, range: 0, blankrows: true }),
      merges,
      flags: [],
    };
  });
};
const readBack = (...files: Uint8Array[]) => readResponsibilityList(files.flatMap(sheetsOf), calendarDate('2026-03-01'));
const style = { title: '责任清单' };

describe('the list of the cast', () => {
  it('is read without a fault and, but for two guardians in one cell, without a question', () => {
    const { rows, problems } = readBack(listWorkbook(listEntries(cast), { ...style, trimmings: true }));
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(120);
    const plan = planImport(rows, facts, {}, keyOf);
    expect(plan.rows.filter(row => row.verdict === 'refused')).toEqual([]);
    expect(plan.mismatches.filter(one => one.open).map(one => one.code)).toEqual(
      [...Array<string>(4).fill('twoHolders'), 'samePerson'].sort(),
    );
  });
  it('says the same in any order of columns, in one file or two', () => {
    const entries = listEntries(cast, cast.patients.slice(0, 9));
    const writes = (...files: Uint8Array[]) => {
      const plan = planImport(readBack(...files).rows, facts, {}, keyOf);
      return writesFor(
        plan,
        plan.rows.map(row => row.key),
      );
    };
    const plain = writes(listWorkbook(entries, style));
    expect(plain.length).toBeGreaterThan(50);
    expect(writes(listWorkbook(entries, { ...style, seats: [...SEATS].reverse(), blankColumns: 3 }))).toEqual(plain);
    expect(writes(listWorkbook(entries, { ...style, details: false, trimmings: true }), detailsWorkbook(entries))).toEqual(plain);
  });
});

describe('the messy list', () => {
  it.each(cast.townships.map(township => township.key))('of %s has its faults found, asked about and settled', key => {
    const messy = messyList(cast, key);
    const { rows, problems, skipped } = readBack(messy.bytes);
    expect(problems).toEqual([]);
    expect(skipped.map(row => row.kind)).toEqual(expect.arrayContaining(['title', 'head', 'blank', 'total', 'note']) as unknown[]);
    let answers: Answers = {};
    const seen = new Set<string>();
    for (let round = 0; round < 9; round += 1) {
      const open = planImport(rows, facts, answers, keyOf).mismatches.filter(one => one.open);
      for (const one of open) seen.add(one.code);
      answers = { ...answers, ...Object.fromEntries(open.map(one => [one.key, one.options[0]?.value ?? ''])) };
    }
    const plan = planImport(rows, facts, answers, keyOf);
    expect([...seen]).toEqual(expect.arrayContaining([...messy.asks]) as unknown[]);
    const refused = rows.filter((_, at) => plan.rows[at]?.verdict === 'refused').map(row => row.patient.written.replace(/\s/gu, ''));
    expect(new Set(refused)).toEqual(new Set(messy.refused));
    expect(plan.rows.filter(row => row.verdict === 'needsConfirmation')).toEqual([]);
    expect(plan.mismatches.map(one => one.code)).toEqual(expect.arrayContaining([...messy.tells]) as unknown[]);
    const created = writesFor(
      plan,
      plan.rows.map(row => row.key),
    ).filter(write => write.kind === 'patient');
    expect(created).toHaveLength(messy.entries.length - messy.refused.length);
  });
});
