import type { ReactNode } from 'react';

/** calm: as it should be; warn: late or waiting; danger: went wrong; plain: nothing to say about it. */
export type Tone = 'calm' | 'warn' | 'danger' | 'plain';

export const Tag = ({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`tag ${tone}`}>{children}</span>
);
