import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { WorldData } from './world.ts';

const SHAPE = 1;

/** The world of the last run, or null when there is none. Throws when the file is not one of ours. */
export const readStateFile = (path: string): WorldData | null => {
  if (!existsSync(path)) return null;
  const kept = JSON.parse(readFileSync(path, 'utf8')) as { shape?: number; world?: WorldData };
  if (kept.shape !== SHAPE || !kept.world) throw new Error(`${path} is not a state file of this simulator; move it away to begin anew`);
  return kept.world;
};

/** Writes whole or not at all; private keys are in it, so only the owner may read it. */
const writeStateFile = (path: string, world: WorldData): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify({ shape: SHAPE, world }), { mode: 0o600 });
  renameSync(`${path}.new`, path);
};

/** Keeps a file abreast of the world: at most one write every `pause` milliseconds, and a last one at the end. */
export const keepStateFile = (path: string, snapshot: () => WorldData, pause = 200): { touch: () => void; close: () => void } => {
  let timer: NodeJS.Timeout | undefined;
  const write = (): void => {
    timer = undefined;
    writeStateFile(path, snapshot());
  };
  return {
    touch: () => {
      timer ??= setTimeout(write, pause).unref();
    },
    close: () => {
      clearTimeout(timer);
      write();
    },
  };
};
