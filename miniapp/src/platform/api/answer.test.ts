import { readWire } from './answer.ts';

describe('what came over the wire', () => {
  it('is a value for every success, an empty one included', () => {
    expect(readWire({ status: 201, data: { id: 'a' } })).toEqual({ ok: true, value: { id: 'a' } });
    expect(readWire({ status: 204, data: '' })).toEqual({ ok: true, value: '' });
  });

  it('is the server’s own words when it refused', () => {
    const answer = readWire({ status: 409, data: { code: 'STALE', say: '请刷新', retry: true } });
    expect(answer).toEqual({ ok: false, refusal: { code: 'STALE', say: '请刷新', retry: true, fields: [], unreached: false } });
  });

  it.each([429, 500, 503])('leaves open whether it was done at %d', status => {
    const answer = readWire({ status, data: { code: 'X', say: '稍后', retry: true } });
    expect(answer).toMatchObject({ ok: false, refusal: { unreached: true } });
  });

  it('leaves it open too when a page of some proxy came instead of JSON', () => {
    expect(readWire({ status: 502, data: '<html>' })).toMatchObject({ ok: false, refusal: { code: 'UNREADABLE', unreached: true } });
    expect(readWire({ status: 404, data: null })).toMatchObject({ ok: false, refusal: { code: 'UNREADABLE' } });
  });

  it.each([408, 429, 502, 503, 504])('says at %d nothing about this request, with whatever words', status => {
    for (const data of [{ code: 'X', say: '稍后', retry: true }, '<html>']) {
      const answer = readWire({ status, data });
      expect(answer).toMatchObject({ ok: false, refusal: { unreached: true } });
      expect(answer).not.toHaveProperty('refusal.undigested');
    }
  });

  it.each([
    [500, { code: 'INTERNAL', say: '出错了', retry: true }],
    [501, '<html>'],
    [413, '<html>'],
    [404, null],
  ])('leaves open at %d whether it was done, and that another request may fare better', (status, data) => {
    expect(readWire({ status, data })).toMatchObject({ ok: false, refusal: { unreached: true, undigested: true } });
  });
});
