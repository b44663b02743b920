import { inWords } from '@guanhu/shared/kernel/calendar-date';
import type { PrintedLetter } from '@guanhu/shared/incidents/missing.rules';

const escape = (text: string): string => text.replace(/[&<>"']/g, character => `&#${String(character.charCodeAt(0))};`);

const STYLE = `
  @page { size: A4; margin: 22mm 20mm }
  body { font: 14pt/1.8 "Songti SC", "Noto Serif CJK SC", SimSun, serif; color: #000; max-width: 170mm; margin: 0 auto; padding: 8mm }
  @media print { body { padding: 0 } }
  h1 { font-size: 22pt; text-align: center; margin: 0 0 8mm }
  p { margin: 0 0 2mm; text-indent: 2em }
  .to, .from { text-indent: 0 }
  .from { text-align: right }
  img { display: block; max-width: 80mm; max-height: 90mm; margin: 4mm auto }
`;

export type Photo = { readonly type: string; readonly bytes: Buffer };

/** The whole page of a letter: no script, nothing loaded from elsewhere; a photograph stands in it. */
export function letterPage({ title, to, paragraphs, from, on }: PrintedLetter, photo: Photo | null): string {
  const picture = photo === null ? '' : `<img alt="照片" src="data:${photo.type};base64,${photo.bytes.toString('base64')}">`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escape(title)}</title><style>${STYLE}</style></head><body>
<h1>${escape(title)}</h1><p class="to">${escape(to.join('、'))}：</p>${paragraphs.map(each => `<p>${escape(each)}</p>`).join('')}${picture}
<p class="from">${escape(from)}</p><p class="from">${inWords(on)}</p>
</body></html>`;
}
