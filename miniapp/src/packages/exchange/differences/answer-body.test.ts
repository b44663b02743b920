import { answerBody } from './answer-body.ts';

const typed = { value: ' in ', words: ' ' };

it('sends a value with a correction alone', () => {
  expect(answerBody({ ...typed, outcome: 'confirmed' }, 2)).toEqual({ outcome: 'confirmed', version: 2 });
  expect(answerBody({ ...typed, outcome: 'corrected' }, 2)).toEqual({ outcome: 'corrected', version: 2, value: 'in' });
  expect(answerBody({ value: 'in', words: ' 两处住址 ', outcome: 'disputed' }, 2)).toEqual({
    outcome: 'disputed',
    version: 2,
    words: '两处住址',
  });
});

it('is not whole without an outcome, a correction’s value or a dispute’s reason', () => {
  expect(answerBody({ ...typed, outcome: undefined }, 2)).toBeUndefined();
  expect(answerBody({ value: ' ', words: '错了', outcome: 'corrected' }, 2)).toBeUndefined();
  expect(answerBody({ ...typed, outcome: 'disputed' }, 2)).toBeUndefined();
});
