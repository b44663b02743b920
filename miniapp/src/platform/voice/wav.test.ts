import { wavOf } from './wav.ts';

it('writes what the server takes in: a head of 44 bytes, then the samples, cut at the loudest', () => {
  const bytes = wavOf(new Float32Array([0, 1, -1, 2, 0.5]), 8_000);
  const view = new DataView(bytes.buffer);
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  expect(text(0, 4) + text(8, 16)).toBe('RIFFWAVEfmt ');
  expect([view.getUint32(4, true), bytes.length]).toEqual([46, 54]);
  expect([view.getUint32(24, true), view.getUint32(40, true)]).toEqual([8_000, 10]);
  expect([0, 1, 2, 3, 4].map(i => view.getInt16(44 + 2 * i, true))).toEqual([0, 32_767, -32_767, 32_767, 16_384]);
});
