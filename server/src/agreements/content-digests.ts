import { canonicalText, type AgreementText } from '@guanhu/shared/agreements/agreement-template';
import { textDigests } from '../platform/crypto/text-digests.ts';

/** Digests of the canonical text. */
export const contentDigests = (text: AgreementText): ReturnType<typeof textDigests> => textDigests(canonicalText(text));
