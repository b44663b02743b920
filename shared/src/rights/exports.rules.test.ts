import type { Actor } from '../access/access.terms.ts';
import { exportNumber, exportState, mayDecideExport, mayDownload, type ExportFacts } from './exports.rules.ts';

const at = new Date('2026-07-06T09:00:00+08:00');
const later = (ms: number) => new Date(at.getTime() + ms);
const person = (personId: string, actingFor: string[] = []): Actor => ({
  countyId: 1,
  personId,
  sessionId: '',
  channel: 'desk',
  posts: [],
  actingFor,
});
const asked: ExportFacts = { state: 'requested', askedBy: 'a', expiresAt: null };
const approved: ExportFacts = { ...asked, state: 'approved', expiresAt: at };

describe('an export', () => {
  it('is decided by another person than the asker, once', () => {
    expect(mayDecideExport(person('b'), asked).granted).toBe(true);
    for (const each of [person('a'), person('b', ['a'])])
      expect(mayDecideExport(each, asked)).toEqual({ granted: false, code: 'EXPORT_OWN_REQUEST' });
    for (const state of ['approved', 'refused'] as const)
      expect(mayDecideExport(person('b'), { ...asked, state })).toEqual({ granted: false, code: 'EXPORT_NOT_OPEN' });
  });

  it('expires at the very instant that was named', () => {
    expect([exportState(approved, later(-1)), exportState(approved, at)]).toEqual(['approved', 'expired']);
    expect(exportState({ state: 'refused', expiresAt: null }, at)).toBe('refused');
  });

  it('is handed to the asker only, approved and in time', () => {
    expect(mayDownload(person('a'), approved, later(-1)).granted).toBe(true);
    expect(mayDownload(person('a'), approved, at)).toEqual({ granted: false, code: 'EXPORT_NOT_APPROVED' });
    expect(mayDownload(person('a'), asked, at)).toEqual({ granted: false, code: 'EXPORT_NOT_APPROVED' });
    expect(mayDownload(person('b', ['a']), approved, later(-1))).toEqual({ granted: false, code: 'EXPORT_OF_ANOTHER' });
  });

  it('has a number that people can read out', () => {
    expect(exportNumber('0190f000-0000-7000-8000-00abcdef1234')).toBe('ABCDEF1234');
  });
});
