import { storage } from '.';

/**
 * The last answers of a few reads, so that today's work can be done without signal. Only what the work needs, only on this
 * phone, and only while the person is signed in.
 */
const KEY = 'kept-answers';
const MOST = 40;

type Kept = Readonly<Record<string, unknown>>;
const all = (): Kept => storage.read<Kept>(KEY) ?? {};

export const keptAnswer = <T>(name: string): T | undefined => all()[name] as T | undefined;

/** The newest answers stay; the oldest go when there are too many. */
export function keepAnswer(name: string, value: unknown): void {
  const others = Object.entries(all()).filter(([each]) => each !== name);
  storage.write(KEY, Object.fromEntries([...others.slice(-(MOST - 1)), [name, value]]));
}

export const forgetKept = (): void => {
  storage.remove(KEY);
};
