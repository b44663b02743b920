import { ticketFlow } from './ticket-flow.ts';

const ticket = { expiresAt: '2026-11-22T00:02:00Z' };
const START = Date.parse('2026-11-22T00:00:00Z');
const none = { ticket, asking: null, state: undefined, looking: null };

describe('a ticket on the screen', () => {
  it('is asked for, or could not be', () => {
    expect(ticketFlow({ ...none, ticket: undefined }, START)).toEqual({ at: 'asking' });
    expect(ticketFlow({ ...none, ticket: undefined, asking: { message: '操作太频繁' } }, START)).toEqual({
      at: 'failed',
      say: '操作太频繁',
    });
  });

  it('waits and counts down', () => {
    expect(ticketFlow({ ...none, state: 'waiting' }, START + 30_500)).toEqual({ at: 'waiting', secondsLeft: 90 });
  });

  it('goes on waiting while the server cannot be reached, but not beyond its time', () => {
    const looking = { code: 'OFFLINE', retry: true, message: '' };
    expect(ticketFlow({ ...none, looking }, START).at).toBe('waiting');
    expect(ticketFlow({ ...none, looking }, START + 120_000).at).toBe('expired');
  });

  it.each(['approved', 'refused'] as const)('is %s as the phone says', state => {
    expect(ticketFlow({ ...none, state }, START)).toEqual({ at: state });
  });

  it('needs another one when it was used, by whomever', () => {
    expect(ticketFlow({ ...none, looking: { code: 'TICKET_USED', retry: false, message: '' } }, START).at).toBe('expired');
    expect(ticketFlow({ ...none, state: 'used' }, START).at).toBe('expired');
  });

  it('stops at a refusal that asking again does not change', () => {
    const looking = { code: 'DESK_NOT_OPEN', retry: false, message: '您没有工作台的使用权限' };
    expect(ticketFlow({ ...none, looking }, START)).toEqual({ at: 'failed', say: '您没有工作台的使用权限' });
  });

  it('counts an approval that came in the last second', () => {
    expect(ticketFlow({ ...none, state: 'approved' }, START + 119_999).at).toBe('approved');
  });
});
