import { NEWEST_FORM } from '@guanhu/shared/screening/clue-form.rules';
import { blankClue, clueBody, clueFaults, type ClueForm } from './clue-form.ts';

const YEAR = 2026;
const CLUE_ID = '01990000-0000-7000-8000-000000000001';
const filled: ClueForm = { ...blankClue(CLUE_ID), areaId: 'a', name: ' 老槐 ', yes: [3] };
const faults = (more: Partial<ClueForm>) => clueFaults({ ...filled, ...more }, YEAR);

describe('a clue on the phone', () => {
  it('needs a village, somebody, and one sign or group; nothing else', () => {
    expect(clueFaults(blankClue(CLUE_ID), YEAR)).toEqual(['village', 'who', 'signs']);
    expect(faults({})).toEqual([]);
    expect(faults({ yes: [], group: 6 })).toEqual([]);
    expect([faults({ name: '  ' }), faults({ yes: [] })]).toEqual([['who'], ['signs']]);
  });

  it.each([
    ['1968', []],
    ['2026', []],
    ['2027', ['born']],
    ['1899', ['born']],
    ['68', ['born']],
    ['1968-05', ['born']],
    ['', []],
  ])('takes %s as a year: %j', (born, wrong) => expect(faults({ born })).toEqual(wrong));

  it.each([
    ['', []],
    ['53042519680101001X', []],
    ['53042519680101001x', []],
    ['530425196801010', ['idNumber']],
    ['5304251968010100XX', ['idNumber']],
  ])('takes %s as a number: %j', (idNumber, wrong) => expect(faults({ idNumber })).toEqual(wrong));

  it('sends what is known and leaves out what is not', () => {
    expect(clueBody(blankClue(CLUE_ID), YEAR)).toBeUndefined();
    expect(clueBody(filled, YEAR)).toEqual({
      clueId: CLUE_ID,
      form: NEWEST_FORM.version,
      yes: [3],
      source: 'visit',
      whereabouts: 'atHome',
      person: { name: '老槐' },
    });
  });

  it('sends who told it apart from who it is, and no telephone of nobody', () => {
    const more = { born: '1968', idNumber: '53042519680101001x', sex: 'male', place: '桥头 ', group: 6, note: ' 夜里喊 ' } as const;
    const body = clueBody({ ...filled, ...more, informant: '卢婶', informantPhone: '13800000000' }, YEAR);
    expect(body).toMatchObject({
      person: { name: '老槐', born: '1968', idType: 'residentId', idNumber: '53042519680101001X', sex: 'male', place: '桥头' },
      group: 6,
      note: '夜里喊',
      informant: { name: '卢婶', phone: '13800000000' },
    });
    expect(clueBody({ ...filled, informantPhone: '13800000000' }, YEAR)).not.toHaveProperty('informant');
  });
});
