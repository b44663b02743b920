import { speak } from '@guanhu/shared/kernel/language';
import { chosenLanguage } from './choice.ts';

// The first that the app imports: whatever comes after it may open a catalogue.
speak(chosenLanguage());
