import { Refusal, grant, refuse, unwrap } from './decision.ts';
import { isId } from './ids.ts';
import { route, urlOf } from './route.ts';

const record = route<{ params: { visitId: string } }>()('POST', '/visits/:visitId/record');

it('fills in parameters and appends what is asked for', () => {
  expect(urlOf(record, { visitId: 'a' })).toBe('/visits/a/record');
  expect(urlOf(route()('GET', '/people'), {}, { q: '云 舟&x', after: undefined })).toBe('/people?q=%E4%BA%91%20%E8%88%9F%26x');
});

it('lets no parameter leave its place in the path', () => {
  expect(urlOf(record, { visitId: '../people?x' })).toBe('/visits/..%2Fpeople%3Fx/record');
});

it('misses no parameter silently', () => {
  expect(() => urlOf(record)).toThrow(TypeError);
});

it('tells ids from what is none', () => {
  expect(isId('01900000-0000-7000-8000-000000000001')).toBe(true);
  for (const wrong of [
    '',
    '01900000-0000-7000-8000-00000000000',
    '01900000-0000-7000-8000-00000000000G',
    '0190000000007000800000000000001',
  ])
    expect(isId(wrong)).toBe(false);
});

it('unwraps what was granted and throws what was refused', () => {
  expect(unwrap(grant(7))).toBe(7);
  expect(() => unwrap(refuse('STALE'))).toThrow(Refusal);
});
