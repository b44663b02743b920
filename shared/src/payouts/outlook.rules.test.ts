import { foresee } from './outlook.rules.ts';

it('names what is missing to the fen, and nothing when there is enough', () => {
  expect(foresee({ availableFen: 100, approvedFen: 40, expectedFen: 60 })).toEqual({ neededFen: 100, missingFen: 0 });
  expect(foresee({ availableFen: 99, approvedFen: 40, expectedFen: 60 })).toEqual({ neededFen: 100, missingFen: 1 });
  expect(foresee({ availableFen: 500, approvedFen: 0, expectedFen: 0 })).toEqual({ neededFen: 0, missingFen: 0 });
});
