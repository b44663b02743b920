import Taro from '@tarojs/taro';
import { PATIENCE_MS, type Place } from './place.ts';

/** One look at where the phone is; undefined when the person says no or it takes too long. Nothing is followed. */
export async function placeNow(): Promise<Place | undefined> {
  const patience = new Promise<undefined>(resolve => setTimeout(resolve, PATIENCE_MS, undefined));
  const asked = Taro.getLocation({ type: 'gcj02' }).then(
    ({ latitude, longitude, accuracy }) => ({ latitude, longitude, accuracyMetres: Math.max(0, Math.round(accuracy)) }),
    () => undefined,
  );
  return Promise.race([asked, patience]);
}
