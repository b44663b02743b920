import { markWords } from '@guanhu/shared/kernel/picture-mark';
import { useEffect, useState } from 'react';
import { markPicture } from '../app/mark-picture.ts';
import { useMe } from '../app/use-me.ts';
import { todayInChina } from './words.ts';

/** A picture of somebody's file, with the viewer's name and the day in it. */
export function MarkedPicture({ file, label }: { file: Blob; label: string }) {
  const { name } = useMe();
  const [url, setUrl] = useState<string>();
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    let left = false;
    let made: string | undefined;
    markPicture(file, markWords(name, todayInChina())).then(
      marked => {
        if (left) return;
        made = URL.createObjectURL(marked);
        setUrl(made);
      },
      () => setBroken(true),
    );
    return () => {
      left = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [file, name]);
  if (broken) return <p className="sub">这张图片打不开</p>;
  return url === undefined ? null : <img className="kept-picture" src={url} alt={label} />;
}
