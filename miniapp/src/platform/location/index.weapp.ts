import Taro from '@tarojs/taro';
import { PATIENCE_MS, type Place } from './place.ts';

/** One look at where the phone is; undefined when the person says no, the phone cannot, or it takes too long. Nothing is followed. */
export async function placeNow(): Promise<Place | undefined> {
  const patience = new Promise<undefined>(resolve => setTimeout(resolve, PATIENCE_MS, undefined));
  return Promise.race([look(), patience]);
}

async function look(): Promise<Place | undefined> {
  try {
    const { latitude, longitude, accuracy } = await Taro.getLocation({ type: 'gcj02' });
    return { latitude, longitude, accuracyMetres: Math.max(0, Math.round(accuracy)) };
  } catch {
    return undefined;
  }
}
