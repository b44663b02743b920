import { View } from '@tarojs/components';

/** The drawings of icon.css. */
export type IconName =
  | 'pill'
  | 'alert'
  | 'home'
  | 'book'
  | 'person'
  | 'phone'
  | 'go'
  | 'mic'
  | 'check'
  | 'people'
  | 'scan'
  | 'clock'
  | 'upload'
  | 'place'
  | 'pen'
  | 'fluctuate'
  | 'threat'
  | 'smash'
  | 'hurtSelf'
  | 'hurtOthers'
  | 'gone'
  | 'more'
  | 'camera'
  | 'play';

/** A drawing beside words, never instead of them. */
export function Icon({ name, size }: { name: IconName; size?: 'small' | 'large' | 'picture' }) {
  return <View className={`gh-icon gh-icon--${name}${size ? ` gh-icon--${size}` : ''}`} />;
}
