import { kept } from '../kept';
import { sealed } from '../storage/sealed';
import { Drafts } from './drafts.ts';

/** The forms that were begun on this phone. */
export const drafts = new Drafts(sealed, () => kept.forget());
