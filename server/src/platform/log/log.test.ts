import { createLog } from './log.ts';

it('shows of an error its kind, its code and where it was thrown, and never its words, however it is logged', () => {
  const lines: string[] = [];
  const log = createLog('test', 'info', { write: line => void lines.push(line) });
  const error = Object.assign(new RangeError('试甲的手机号'), { code: '23505', detail: '试甲' });
  log.error({ err: error }, 'what went wrong');
  log.error({ err: error });
  log.error(error);
  log.error(error, 'what went wrong');
  log.error({ err: '试甲的手机号' }, 'what went wrong');
  expect(lines.join('')).not.toContain('试甲');
  const shown = lines.map(line => (JSON.parse(line) as { err: { type: string; code?: string; at?: string[] } }).err);
  for (const each of shown.slice(0, 4)) {
    expect(each).toMatchObject({ type: 'RangeError', code: '23505' });
    expect(each.at?.[0]).toContain('log.test');
  }
  expect(shown[4]).toEqual({ type: 'string' });
});
