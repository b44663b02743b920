import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Refused } from '../app/api.ts';
import { bytesFrom } from '../app/save-file.ts';
import { Problem } from './states.tsx';

type Media = { readonly path: string; readonly kind: 'sound' | 'picture'; readonly button: string; readonly label: string };

/** A recording or a photograph, fetched when somebody opens it, and that is noted. `path` stands below /api. */
export function FetchedMedia({ path, kind, button, label }: Media) {
  const [url, setUrl] = useState<string>();
  const [problem, setProblem] = useState<Refused>();
  useEffect(
    () => () => {
      if (url !== undefined) URL.revokeObjectURL(url);
    },
    [url],
  );
  const open = () =>
    bytesFrom(path).then(
      bytes => setUrl(URL.createObjectURL(bytes)),
      (error: unknown) => setProblem(error as Refused),
    );
  return (
    <div>
      {url === undefined ? (
        <Button onClick={() => void open()}>{button}</Button>
      ) : kind === 'sound' ? (
        <audio controls autoPlay src={url} aria-label={label} />
      ) : (
        <img src={url} alt={label} width={320} />
      )}
      {problem && <Problem refusal={problem} />}
    </div>
  );
}
