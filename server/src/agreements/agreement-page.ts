import { governmentOf, type AgreementText } from '@guanhu/shared/agreements/agreement-template';
import { drawSignature, type Stroke } from '@guanhu/shared/agreements/signature.rules';
import { dayOf, inWords } from '@guanhu/shared/kernel/calendar-date';

export type PageSignature = {
  readonly name: string;
  readonly strokes: readonly Stroke[] | null;
  /** Of a signature on paper: the witness, and the digests of its photographed pages. */
  readonly paper: { readonly witness: string; readonly sha256: readonly string[] } | null;
  readonly at: Date;
};

/** What stands under a side that signed on paper. */
export const paperLines = ({ witness, sha256 }: NonNullable<PageSignature['paper']>): readonly string[] => [
  `纸质签名，照片 ${String(sha256.length)} 页`,
  `见证人：${witness}`,
];
/** The photographs' digests, so that what the document speaks of cannot be exchanged. */
export const pageDigests = ({ sha256 }: NonNullable<PageSignature['paper']>): readonly string[] =>
  sha256.map((digest, index) => `签字页照片 ${String(index + 1)} 校验值 SHA-256：${digest}`);

/** What the printable page is made of. A side that has not signed is null. */
export type AgreementPage = {
  readonly text: AgreementText;
  readonly guardian: PageSignature | null;
  readonly township: PageSignature | null;
  readonly townshipName: string;
  readonly sha256: string;
  readonly sm3: string;
};

const escape = (text: string): string => text.replace(/[&<>"']/g, character => `&#${String(character.charCodeAt(0))};`);

const STYLE = `
  @page { size: A4; margin: 22mm 20mm }
  body { font: 12pt/1.8 "Songti SC", "Noto Serif CJK SC", SimSun, serif; color: #000; max-width: 170mm; margin: 0 auto; padding: 8mm 0 }
  h1 { font-size: 20pt; text-align: center; margin: 0 0 8mm }
  h2 { font-size: 13pt; margin: 6mm 0 1mm; break-after: avoid }
  p { margin: 0; text-indent: 2em; orphans: 2; widows: 2 }
  .sides { display: flex; gap: 10mm; margin-top: 12mm; break-inside: avoid }
  .sides > div { flex: 1 }
  .sides p { text-indent: 0 }
  .ink { height: 22mm; display: block }
  footer { margin-top: 10mm; border-top: 1px solid #999; font-size: 8pt; line-height: 1.5; word-break: break-all; color: #444 }
  footer p { text-indent: 0 }
`;

function ink(strokes: readonly Stroke[]): string {
  const { path, width, height } = drawSignature(strokes);
  const box = `-6 -6 ${String(width + 12)} ${String(height + 12)}`;
  return `<svg class="ink" viewBox="${box}" role="img" aria-label="手写签名"><path d="${path}" fill="none" stroke="#000" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}

function side(heading: string, signature: PageSignature | null): string {
  if (!signature) return `<div><p>${heading}</p><p>（未签）</p></div>`;
  const written = signature.paper ? paperLines(signature.paper) : [`电子签章：${signature.name}`];
  const drawn = signature.strokes ? ink(signature.strokes) : written.map(line => `<p>${escape(line)}</p>`).join('');
  return `<div><p>${heading}</p>${drawn}<p>${inWords(dayOf(signature.at))}</p></div>`;
}

/** The whole page: no script, nothing loaded from elsewhere. */
export function agreementPage(page: AgreementPage): string {
  const sections = page.text.sections
    .map(({ heading, paragraphs }) => `<h2>${escape(heading)}</h2>${paragraphs.map(each => `<p>${escape(each)}</p>`).join('')}`)
    .join('');
  const pages = (page.guardian?.paper ? pageDigests(page.guardian.paper) : []).map(line => `<p>${line}</p>`).join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escape(page.text.title)}</title><style>${STYLE}</style></head><body>
<h1>${escape(page.text.title)}</h1>${sections}
<div class="sides">${side(`甲方：${escape(governmentOf(page.townshipName))}`, page.township)}${side('乙方（监护人）', page.guardian)}</div>
<footer><p>内容校验值 SHA-256：${page.sha256}</p><p>内容校验值 SM3：${page.sm3}</p>${pages}</footer>
</body></html>`;
}
