import { kept } from '../kept';
import { sealed } from '../storage/sealed';
import { withRoom } from '../storage/sealed/with-room.ts';
import { Drafts } from './drafts.ts';

/** The forms that were begun on this phone. */
export const drafts = new Drafts(withRoom(sealed, () => kept.forget()));
