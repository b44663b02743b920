import Taro from '@tarojs/taro';
import { answersOf, MOST_TEMPLATES, type SubscribeAnswers } from './subscribe.ts';

/**
 * Asks whether messages of these templates may be sent. Must be called first thing in the handler of a tap, or WeChat refuses.
 * Never throws: switched off or unavailable is an empty answer.
 */
export async function askToSubscribe(templateIds: readonly string[]): Promise<SubscribeAnswers> {
  const asked = templateIds.slice(0, MOST_TEMPLATES);
  if (asked.length === 0) return {};
  try {
    return answersOf(asked, (await Taro.requestSubscribeMessage({ tmplIds: asked, entityIds: [] })) as unknown as Record<string, string>);
  } catch {
    return {};
  }
}
