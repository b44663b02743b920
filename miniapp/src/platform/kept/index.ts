import { nowInstant } from '../now.ts';
import { sealed } from '../storage/sealed';
import { KeptAnswers } from './kept-answers.ts';

/** What this phone keeps of what the server answered. */
export const kept = new KeptAnswers(sealed, () => new Date(nowInstant()));
