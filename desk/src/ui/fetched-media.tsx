import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Refused } from '../app/api.ts';
import { bytesFrom } from '../app/save-file.ts';
import { MarkedPicture } from './marked-picture.tsx';
import { Problem } from './states.tsx';

type Media = { readonly path: string; readonly kind: 'sound' | 'picture'; readonly button: string; readonly label: string };

/** A recording or a photograph, fetched when somebody opens it, and that is noted. `path` stands below /api. */
export function FetchedMedia({ path, kind, button, label }: Media) {
  const [file, setFile] = useState<Blob>();
  const [problem, setProblem] = useState<Refused>();
  const open = () => bytesFrom(path).then(setFile, (error: unknown) => setProblem(error as Refused));
  return (
    <div>
      {file === undefined ? (
        <Button onClick={() => void open()}>{button}</Button>
      ) : kind === 'sound' ? (
        <Sound file={file} label={label} autoPlay />
      ) : (
        <MarkedPicture file={file} label={label} />
      )}
      {problem && <Problem refusal={problem} />}
    </div>
  );
}

/** A recording to listen to. */
export function Sound({ file, label, autoPlay = false }: { file: Blob; label: string; autoPlay?: boolean }) {
  const [url] = useState(() => URL.createObjectURL(file));
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return <audio controls autoPlay={autoPlay} src={url} aria-label={label} />;
}
