/** Pixels of the longer side: a room and the words on a medicine box stay readable, and the picture goes through a weak signal. */
export const LONG_SIDE = 1600;

/** What a photograph is called on this phone until the server has it. */
export type KeptPhoto = string;
