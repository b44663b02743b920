import { governmentOf } from '@guanhu/shared/agreements/agreement-template';
import { drawSignature } from '@guanhu/shared/agreements/signature.rules';
import { dayOf, inWords } from '@guanhu/shared/kernel/calendar-date';
import type { PrintBlock, PrintDocument, PrintedSignature } from '../platform/print/print-document.ts';
import { pageDigests, paperLines, type AgreementPage, type PageSignature } from './agreement-page.ts';

/** How somebody who holds the paper finds out whether it is genuine. */
const CHECK = ['核验真伪：打开本县工作台网址后面加 /verify.html 的网页，', '输入协议编号和页脚校验值的前 16 位。只回答真伪，不显示内容。'];

function side(heading: string, signature: PageSignature | null): PrintedSignature {
  if (!signature) return { heading, lines: ['（未签）'], ink: null };
  const signed = inWords(dayOf(signature.at));
  if (signature.paper) return { heading, lines: [...paperLines(signature.paper), signed], ink: null };
  if (!signature.strokes) return { heading, lines: [`电子签章：${signature.name}`, signed], ink: null };
  return { heading, lines: [signed], ink: drawSignature(signature.strokes) };
}

/** The agreement as it is printed on A4, the signatures drawn in, the digests of its text at the foot of every page. */
export function agreementDocument(
  page: AgreementPage,
  { number, at, photographs = [] }: { readonly number: string; readonly at: Date; readonly photographs?: readonly Uint8Array[] },
): PrintDocument {
  const text = page.text.sections.flatMap(({ heading, paragraphs }): PrintBlock[] => [
    { kind: 'heading', text: heading },
    ...paragraphs.map(paragraph => ({ kind: 'paragraph' as const, text: paragraph })),
  ]);
  const township = side(`甲方：${governmentOf(page.townshipName)}`, page.township);
  return {
    title: page.text.title,
    number: `协议编号：${number}`,
    blocks: [
      ...text,
      { kind: 'signatures', sides: [township, side('乙方（监护人）', page.guardian)] },
      ...(page.guardian?.paper ? pageDigests(page.guardian.paper) : []).map((text): PrintBlock => ({
        kind: 'paragraph',
        text,
        plain: true,
        small: true,
      })),
      ...photographs.map((bytes, index): PrintBlock => ({ kind: 'picture', bytes, caption: `签字页照片 ${String(index + 1)}` })),
      // The code holds what stands on the paper anyway, and no state.
      { kind: 'code', text: `${number} ${page.sha256}`, caption: CHECK },
    ],
    footer: [`正文校验值 SHA-256：${page.sha256}`, `正文校验值 SM3：${page.sm3}`],
    at,
  };
}
