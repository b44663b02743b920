import { CONTRACT_VERSION } from '@guanhu/shared/kernel/contract-version';
import { inThisVersion } from './endpoint.ts';

/** An endpoint whose field was renamed with this version. */
const renamed = {
  door: 'signed-in',
  earlier: (body: unknown) => {
    const { old, ...rest } = body as { old: string };
    return { ...rest, renamed: old };
  },
} as const;

describe('a write that waited on a phone', () => {
  it('is read as it was written', () => {
    const written = { old: 'words' };
    expect(inThisVersion(renamed, String(CONTRACT_VERSION - 1), written)).toEqual({ renamed: 'words' });
    expect(inThisVersion({ door: 'signed-in' }, String(CONTRACT_VERSION - 1), written)).toBe(written);
    expect(inThisVersion(renamed, String(CONTRACT_VERSION), { renamed: 'words' })).toEqual({ renamed: 'words' });
    expect(inThisVersion(renamed, undefined, { renamed: 'words' })).toEqual({ renamed: 'words' });
  });
  it('is refused for good when nobody knows any more what it means, and for now when nobody knows it yet', () => {
    expect(() => inThisVersion(renamed, String(CONTRACT_VERSION - 2), {})).toThrow(
      expect.objectContaining({ code: 'PHONE_TOO_OLD' }) as Error,
    );
    expect(() => inThisVersion(renamed, String(CONTRACT_VERSION + 1), {})).toThrow(
      expect.objectContaining({ code: 'SERVER_BUSY' }) as Error,
    );
  });
  it('is nothing that WeChat’s callbacks know of', () => {
    expect(inThisVersion({ door: 'platform' }, '1', '<xml/>')).toBe('<xml/>');
  });
});
