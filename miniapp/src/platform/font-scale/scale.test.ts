import { scaleOf } from './scale.ts';

describe('font scale', () => {
  it('follows the phone until the person chose', () => {
    expect(scaleOf(1, undefined)).toEqual({ scale: 1, care: false });
    expect(scaleOf(1.4, undefined)).toEqual({ scale: 1.4, care: true });
  });
  it('is what the person chose, but never smaller than a phone in care mode', () => {
    expect(scaleOf(1, true)).toEqual({ scale: 1.4, care: true });
    expect(scaleOf(1.5, true).scale).toBe(1.5);
    expect(scaleOf(1.4, false)).toEqual({ scale: 1, care: false });
  });
  it('stays within what the screens were drawn for', () => {
    expect(scaleOf(9, undefined).scale).toBe(1.6);
    expect(scaleOf(0.1, undefined).scale).toBe(0.9);
  });
});
