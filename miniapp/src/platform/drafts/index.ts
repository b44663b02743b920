import { storage } from '../storage';

/** Forms that somebody began on this phone, by name. They outlive a crash, belong to whoever began them, and go when the server has what was written. */
type Drafts = Readonly<Record<string, unknown>>;

const keyOf = (personId: string) => `drafts:${personId}`;
const all = (personId: string): Drafts => storage.read<Drafts>(keyOf(personId)) ?? {};

export const draftOf = <T>(personId: string, name: string): T | undefined => all(personId)[name] as T | undefined;
export const saveDraft = (personId: string, name: string, draft: unknown): void => {
  storage.write(keyOf(personId), { ...all(personId), [name]: draft });
};
export const dropDraft = (personId: string, name: string): void => {
  storage.write(keyOf(personId), Object.fromEntries(Object.entries(all(personId)).filter(([each]) => each !== name)));
};
