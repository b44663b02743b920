import { askPhone } from '../simulated-phone/index.h5.ts';
import { answersOf, MOST_TEMPLATES, type SubscribeAnswers } from './subscribe.ts';

export async function askToSubscribe(templateIds: readonly string[]): Promise<SubscribeAnswers> {
  const asked = templateIds.slice(0, MOST_TEMPLATES);
  if (asked.length === 0) return {};
  try {
    return answersOf(asked, await askPhone<Record<string, string>>('subscribe', { templateIds: asked }));
  } catch {
    return {};
  }
}
