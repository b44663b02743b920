import { pinyin } from 'pinyin-pro';

/** Whether `q` is a part of the name, of its pinyin (any reading, without tones) or of the initials of it. */
export function nameMatches(name: string, q: string): boolean {
  const wanted = q.replaceAll(/\s+/g, '').toLowerCase();
  if (name.includes(wanted)) return true;
  if (!/^[a-zü]+$/.test(wanted)) return false;
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true });
  return (
    syllables.join('').includes(wanted) ||
    syllables
      .map(syllable => syllable.charAt(0))
      .join('')
      .includes(wanted)
  );
}
