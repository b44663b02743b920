import fc from 'fast-check';
import { decideAnswer, differencesOf, knownValues, outcomeOf } from './difference.rules.ts';
import { DEPARTMENT_KEYS } from './exchange.terms.ts';
import { BLANK_FILE } from '../registry/file-values.rules.ts';

it('finds a claim that the file contradicts, field by field (SJ-22)', () => {
  const known = { status: 'inCare', address: '竹坪村3号', risk: '3' };
  const claims = [
    { department: 'police', values: { status: 'lostToFollowUp', address: '竹坪村 ３号' } },
    { department: 'health', values: { risk: '4', status: 'inCare' } },
  ] as const;
  expect(differencesOf(known, claims)).toEqual([
    { department: 'police', field: 'status', stated: 'lostToFollowUp', known: 'inCare' },
    { department: 'health', field: 'risk', stated: '4', known: '3' },
  ]);
});

it('finds departments that contradict each other where the file says nothing, and none where only one speaks', () => {
  const police = { department: 'police', values: { address: '竹坪村3号' } } as const;
  const health = { department: 'health', values: { address: '柳湾村1号' } } as const;
  expect(differencesOf({}, [police, health]).map(one => one.department)).toEqual(['police', 'health']);
  expect(differencesOf({}, [police])).toEqual([]);
});

it('takes somebody in hospital for in care', () => {
  expect(differencesOf({ status: 'hospitalised' }, [{ department: 'civilAffairs', values: { status: 'inCare' } }])).toEqual([]);
  expect(knownValues('hospitalised', { ...BLANK_FILE, address: '竹坪村' }, 3)).toEqual({
    status: 'hospitalised',
    address: '竹坪村',
    admission: 'in',
    risk: '3',
  });
});

it('takes a correction in the field’s own values, and a dispute with its reason', () => {
  expect(decideAnswer('open', 'risk', { outcome: 'corrected', value: '三级' })).toMatchObject({
    value: { state: 'corrected', value: '3' },
  });
  expect(decideAnswer('open', 'risk', { outcome: 'corrected', value: '高' })).toMatchObject({ code: 'EXCHANGE_VALUE_UNKNOWN' });
  expect(decideAnswer('open', 'risk', { outcome: 'corrected' })).toMatchObject({ code: 'EXCHANGE_VALUE_UNKNOWN' });
  expect(decideAnswer('open', 'risk', { outcome: 'disputed' })).toMatchObject({ code: 'EXCHANGE_REASON_MISSING' });
  expect(decideAnswer('open', 'risk', { outcome: 'disputed', words: '医院另有结论' })).toMatchObject({ granted: true });
  expect(decideAnswer('confirmed', 'risk', { outcome: 'confirmed' })).toMatchObject({ code: 'EXCHANGE_ANSWERED' });
});

it('agrees when nobody disputes and all say the same, in whatever order they speak', () => {
  const claim = fc.record({ department: fc.constantFrom(...DEPARTMENT_KEYS), value: fc.constantFrom('1', '2'), disputed: fc.boolean() });
  fc.assert(
    fc.property(fc.array(claim, { minLength: 1, maxLength: 4 }), claims => {
      const outcome = outcomeOf('economy', claims);
      const agreed = claims.every(one => !one.disputed) && new Set(claims.map(one => one.value)).size === 1;
      expect(outcome).toEqual(agreed ? { agreed, value: claims[0]?.value } : { agreed: false });
      expect(outcomeOf('economy', claims.toReversed())).toEqual(outcome);
    }),
  );
  expect(outcomeOf('economy', [])).toBeNull();
});
