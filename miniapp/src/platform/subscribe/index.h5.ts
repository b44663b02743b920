import { askPhone } from '../simulated-phone/index.h5.ts';
import { MOST_TEMPLATES, type SubscribeAnswers } from './subscribe.ts';

export async function askToSubscribe(templateIds: readonly string[]): Promise<SubscribeAnswers> {
  if (templateIds.length === 0) return {};
  try {
    return await askPhone<Record<string, string>>('subscribe', { templateIds: templateIds.slice(0, MOST_TEMPLATES) });
  } catch {
    return {};
  }
}
