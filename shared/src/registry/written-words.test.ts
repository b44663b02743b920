import { DIAGNOSES, DIAGNOSIS_CODES, readDiagnosis } from './diagnosis.rules.ts';
import { GUARDIAN_RELATION_CODES, GUARDIAN_RELATIONS, readGuardianRelation } from './guardian-relation.rules.ts';
import { isMobile, readMobile } from './mobile.rules.ts';
import { isRiskRating, readRiskRating } from './risk-rating.rules.ts';

describe('a mobile number', () => {
  it.each([
    '19900000001',
    '199 0000 0001',
    '199-0000-0001',
    '+86 19900000001',
    '008619900000001',
    '8619900000001',
    '１９９０００００００１',
    "'19900000001",
  ])('%s is read', written => {
    expect(readMobile(written)).toEqual({ ok: true, mobile: '19900000001' });
  });
  it.each([
    ['12900000001', 'MOBILE_INVALID'],
    ['1990000000', 'MOBILE_INVALID'],
    ['199000000012', 'MOBILE_INVALID'],
    ['29900000001', 'MOBILE_INVALID'],
    ['', 'MOBILE_INVALID'],
    ['0719-8880001', 'MOBILE_LANDLINE'],
    ['8880001', 'MOBILE_LANDLINE'],
    ['19900000001、19900000002', 'MOBILE_SEVERAL'],
    ['19900000001 19900000002', 'MOBILE_SEVERAL'],
  ])('%s is refused: %s', (written, fault) => {
    expect(readMobile(written)).toEqual({ ok: false, fault });
  });
  it('begins with 13 to 19', () => {
    expect(['12', '13', '19', '20'].map(head => isMobile(`${head}900000001`))).toEqual([false, true, true, false]);
  });
});

describe('a risk rating', () => {
  it.each([
    ['0', 0],
    ['5', 5],
    ['3级', 3],
    ['三级', 3],
    ['Ⅲ级', 3],
    ['危险性4级', 4],
    ['危险性评估：2', 2],
    [' 1.0 ', 1],
    ['６', null],
    ['-1', null],
    ['3-4', null],
    ['2.5', null],
    ['高', null],
    ['', null],
  ])('%s means %s', (written, level) => {
    expect(readRiskRating(written)).toBe(level);
  });
  it('is one of six levels', () => {
    expect([-1, 0, 5, 6, 2.5, '3'].map(isRiskRating)).toEqual([false, true, true, false, false, false]);
  });
});

describe('a diagnosis', () => {
  it.each(DIAGNOSIS_CODES)('%s is known by its own name', code => {
    expect(readDiagnosis(DIAGNOSES[code].label)).toBe(code);
  });
  it.each([
    ['精神分裂', 'schizophrenia'],
    ['F20 精神分裂症', 'schizophrenia'],
    ['精神分裂症（F20.0）', 'schizophrenia'],
    ['F20.9', 'schizophrenia'],
    ['双相障碍', 'bipolar'],
    ['双向情感障碍', 'bipolar'],
    ['双相（情感）障碍', 'bipolar'],
    ['癫痫所致精神障碍', 'epilepticPsychosis'],
    ['F06.813', 'epilepticPsychosis'],
    ['F71', 'idWithPsychosis'],
    ['精神发育迟滞（伴发精神障碍）', 'idWithPsychosis'],
    ['F20 双相情感障碍', null],
    ['F32 抑郁症', null],
    ['抑郁症', null],
    ['精神病', null],
    ['', null],
  ])('%s means %s', (written, code) => {
    expect(readDiagnosis(written)).toBe(code);
  });
});

describe("a guardian's relation", () => {
  it.each(GUARDIAN_RELATION_CODES)('%s is known by its own name', code => {
    expect(readGuardianRelation(GUARDIAN_RELATIONS[code])).toBe(code);
  });
  it.each([
    ['妻子', 'spouse'],
    ['母 亲', 'parent'],
    ['患者之父', 'parent'],
    ['长子', 'child'],
    ['胞弟', 'sibling'],
    ['奶奶', 'grandparent'],
    ['外孙女', 'grandchild'],
    ['堂兄', 'otherRelative'],
    ['邻居', 'entrusted'],
    ['村委会', 'organisation'],
    ['父子', null],
    ['祖孙', null],
    ['其他', null],
    ['', null],
  ])('%s means %s', (written, relation) => {
    expect(readGuardianRelation(written)).toBe(relation);
  });
});
