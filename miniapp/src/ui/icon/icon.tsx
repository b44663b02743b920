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
  | 'wave'
  | 'talk'
  | 'broken'
  | 'heart'
  | 'people'
  | 'walk'
  | 'scan'
  | 'clock'
  | 'upload'
  | 'place'
  | 'pen';

/** A drawing beside words, never instead of them. */
export function Icon({ name, size }: { name: IconName; size?: 'small' | 'large' }) {
  return <View className={`gh-icon gh-icon--${name}${size ? ` gh-icon--${size}` : ''}`} />;
}
