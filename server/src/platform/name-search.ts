import { pinyin } from 'pinyin-pro';

const syllablesOf = (name: string): string[] => pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true });

/** Whether `q` is a part of the name, of its pinyin (any reading, without tones) or of the initials of it. */
export function nameMatches(name: string, q: string): boolean {
  const wanted = q.replaceAll(/\s+/g, '').toLowerCase();
  if (name.includes(wanted)) return true;
  if (!/^[a-zü]+$/.test(wanted)) return false;
  const syllables = syllablesOf(name);
  return (
    syllables.join('').includes(wanted) ||
    syllables
      .map(syllable => syllable.charAt(0))
      .join('')
      .includes(wanted)
  );
}

/** How a syllable sounds to somebody who does not tell zh from z, n from l, or -ng from -n: most people who spell by ear. */
const byEar = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouv])/, 'l')
    .replace(/ng$/, 'n');
const soundOf = (name: string): string => syllablesOf(name).map(byEar).join(' ');

/** Tells of other names whether they sound like this one. */
export function soundsLike(name: string): (other: string) => boolean {
  const sound = soundOf(name);
  return other => other.length === name.length && soundOf(other) === sound;
}
