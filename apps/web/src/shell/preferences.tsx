import { activateLocale, locales, useLocale, useText, type AppLocale } from '../i18n/i18n.js';
import { Button } from '../ui/button.js';
import { Select } from '../ui/field.js';
import { Icon, type IconName } from '../ui/icon.js';
import styles from './preferences.module.css';
import { setTheme, themes, useTheme, type Theme } from './theme.js';

/** Each language by its own name, so that it can be found by who reads no other. */
const names: Record<AppLocale, string> = { en: 'English', fr: 'Français', de: 'Deutsch' };
const icons: Record<Theme, IconName> = { system: 'contrast', light: 'sun', dark: 'moon' };

/** The language of the words, and day or night: in sight on every page. */
export function Preferences() {
  const text = useText();
  const locale = useLocale();
  const theme = useTheme();
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
  return (
    <div className={styles['preferences']}>
      <Select
        label={text('shell.language')}
        labelHidden
        className={styles['language']}
        value={locale}
        options={locales.map((value) => ({ value, label: names[value] }))}
        onChange={(chosen) => void activateLocale(chosen)}
      />
      <Button
        look="quiet"
        icon
        aria-label={text('shell.theme', { theme: text(`shell.theme.${theme}`) })}
        onPress={() => setTheme(next)}
      >
        <Icon name={icons[theme]} />
      </Button>
    </div>
  );
}
