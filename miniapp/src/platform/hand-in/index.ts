import { sealed } from '../storage/sealed';

const KEY = 'proofs';

/** Tokens of sessions that have ended, by person: each says whose the writes are that still wait on this phone, and opens nothing any more. */
type Proofs = Readonly<Record<string, string>>;

let proofs: Proofs = {};
let opened: Promise<void> | undefined;
let writing: Promise<void> = Promise.resolve();
/** Whether WeChat's account belongs to nobody here any more: until then whoever wrote may come back and send it themselves. */
let nobodyComesBack = false;
/** The one person that WeChat's account belongs to, as the server has just said: an account of theirs in another county has ended. */
let only: string | undefined;

/** Once, before anything is sent. */
export const openProofs = (): Promise<void> =>
  (opened ??= sealed.read<Proofs>(KEY).then(before => {
    proofs = { ...before, ...proofs };
  }));

function change(next: Proofs): void {
  proofs = next;
  writing = writing.then(() => (Object.keys(next).length === 0 ? sealed.remove(KEY) : sealed.write(KEY, next))).catch(() => undefined);
}

/** The person's session has ended on this phone. */
export const keepProof = (personId: string, token: string): void => {
  change({ ...proofs, [personId]: token });
};

/** The person is back. */
export const dropProof = (personId: string): void => {
  nobodyComesBack = false;
  only = undefined;
  const { [personId]: gone, ...rest } = proofs;
  if (gone !== undefined) change(rest);
};

/** Nothing waits on this phone any more. */
export const dropProofs = (): void => {
  if (Object.keys(proofs).length > 0) change({});
};

/** WeChat's account belongs to nobody here: what waits is the office's to look at. */
export const nobodyIsBack = (): void => {
  nobodyComesBack = true;
};

/** WeChat's account belongs to this person and to nobody else: whoever else wrote here cannot come back. */
export const onlyIsBack = (personId: string): void => {
  only = personId;
};

/** What the person's writes are handed in with; undefined while they may still come back. */
export const proofOf = (personId: string): string | undefined =>
  nobodyComesBack || (only !== undefined && only !== personId) ? proofs[personId] : undefined;
