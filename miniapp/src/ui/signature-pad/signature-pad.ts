import type { Stroke } from '../../platform/canvas/strokes.ts';

export type SignaturePadProps = { readonly strokes: readonly Stroke[]; readonly onChange: (strokes: readonly Stroke[]) => void };
