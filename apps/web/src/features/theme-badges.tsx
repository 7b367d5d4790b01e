import type { Theme } from '../generated/graphql.js';
import { useText } from '../i18n/i18n.js';
import { Badge, Badges } from '../ui/badge.js';

/** The themes that something is about. */
export function ThemeBadges({ themes }: { themes: readonly Theme[] }) {
  const text = useText();
  if (themes.length === 0) return null;
  return (
    <Badges label={text('cities.themes')}>
      {themes.map((theme) => (
        <Badge key={theme} tone="verdigris">
          {text(`theme.${theme}`)}
        </Badge>
      ))}
    </Badges>
  );
}
