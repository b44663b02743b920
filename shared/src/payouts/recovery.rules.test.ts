import fc from 'fast-check';
import { fen } from '../kernel/fen.ts';
import { balancesOf, type Posting } from './ledger.rules.ts';
import { decideAmount, decideRepayment, decideSecond, moveRecovery } from './recovery.rules.ts';
import { RECOVERY_STATE_CODES, type RecoveryState } from './recovery.terms.ts';

describe('a debt after fraud', () => {
  it('is owed only when a second person agrees, and is over when it was paid back or withdrawn', () => {
    expect(moveRecovery('proposed', 'agree', 0)).toEqual({ granted: true, value: 'owed' });
    expect(moveRecovery('owed', 'withdraw', 1).granted).toBe(false);
    expect(
      RECOVERY_STATE_CODES.filter(state => (['agree', 'withdraw'] as const).every(event => !moveRecovery(state, event, 0).granted)),
    ).toEqual(['settled', 'withdrawn']);
  });

  it('takes two persons, and neither a party nor a stand-in makes one of them', () => {
    expect(decideSecond(['b'], 'a', 'g').granted).toBe(true);
    expect(decideSecond(['a'], 'a', 'g')).toEqual({ granted: false, code: 'SECOND_PERSON_NEEDED' });
    expect(decideSecond(['b', 'a'], 'a', 'g')).toEqual({ granted: false, code: 'SECOND_PERSON_NEEDED' });
    expect(decideSecond(['b', 'g'], 'a', 'g')).toEqual({ granted: false, code: 'BATCH_OWN_PARTY' });
  });

  it('is never more than was paid, is paid back to the fen, and the ledger holds every fen of it', () => {
    const deed = fc.oneof(
      fc.record({ kind: fc.constant('ask' as const), fen: fc.integer({ min: 1, max: 70_000 }) }),
      fc.record({ kind: fc.constantFrom('agree' as const, 'withdraw' as const), of: fc.nat(4) }),
      fc.record({ kind: fc.constant('repay' as const), of: fc.nat(4), fen: fc.integer({ min: 1, max: 30_000 }) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60_000 }), fc.array(deed, { maxLength: 30 }), (paid, deeds) => {
        const debts: { state: RecoveryState; amountFen: number; repaidFen: number }[] = [];
        const postings: Posting[] = [];
        const post = (kind: Posting['kind'], amount: number) => amount > 0 && postings.push({ kind, amountFen: fen(amount) });
        for (const kind of ['appropriation', 'commit', 'release', 'claim', 'paid'] as const) post(kind, paid);
        for (const one of deeds) {
          if (one.kind === 'ask') {
            const asked = debts.filter(each => each.state !== 'withdrawn').reduce((all, each) => all + each.amountFen, 0);
            if (decideAmount(one.fen, paid, asked).granted) debts.push({ state: 'proposed', amountFen: one.fen, repaidFen: 0 });
            continue;
          }
          const debt = debts[one.of];
          if (!debt) continue;
          if (one.kind === 'repay') {
            const decided = decideRepayment(debt.state, debt, one.fen);
            if (!decided.granted) continue;
            Object.assign(debt, decided.value);
            post('recovered', one.fen);
            continue;
          }
          const moved = moveRecovery(debt.state, one.kind, debt.repaidFen);
          if (!moved.granted) continue;
          if (moved.value === 'owed') post('recover', debt.amountFen);
          else if (debt.state === 'owed') post('waive', debt.amountFen);
          debt.state = moved.value;
        }
        const balances = balancesOf(postings);
        const owed = debts.filter(each => each.state === 'owed' || each.state === 'settled');
        const sum = (of: (each: (typeof debts)[number]) => number) => owed.reduce((all, each) => all + of(each), 0);
        expect(Object.values(balances).reduce((all, each) => all + each, 0)).toBe(0);
        expect(balances.paid).toBe(paid - sum(each => each.amountFen));
        expect(balances.recovering).toBe(sum(each => each.amountFen - each.repaidFen));
        expect(balances.available).toBe(sum(each => each.repaidFen));
        expect(balances.paid).toBeGreaterThanOrEqual(0);
        expect(debts.every(each => (each.state === 'settled') === (each.state !== 'withdrawn' && each.repaidFen === each.amountFen))).toBe(
          true,
        );
      }),
    );
  });
});
