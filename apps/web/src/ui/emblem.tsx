import { useId, type ReactNode } from 'react';
import styles from './emblem.module.css';

/** FNV-1a of a name: the same emblem on every page and device. */
function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name.normalize('NFC'))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

const shield = 'M2 2H38V23C38 33.5 30.5 40.5 20 44.5C9.5 40.5 2 33.5 2 23Z';
const tinctures = 9;
const b = styles['b'];
const line = styles['line'];

/** What may lie over the field, besides nothing: a chief across the top, or a bordure around. */
const overlays: readonly (() => ReactNode)[] = [
  () => null,
  () => null,
  () => <path className={b} d="M0 0H40V10H0Z" />,
  () => <path className={styles['bordure']} d={shield} />,
];

/** The ways of dividing a shield, by their names in heraldry. */
const divisions: readonly (() => ReactNode)[] = [
  /* per pale */ () => <path className={b} d="M20 0H40V46H20Z" />,
  /* per fess */ () => <path className={b} d="M0 22H40V46H0Z" />,
  /* per bend */ () => <path className={b} d="M0 0L40 42V46H0Z" />,
  /* quarterly */ () => <path className={b} d="M20 0H40V21H20ZM0 21H20V46H0Z" />,
  /* chevron */ () => <path className={b} d="M0 38L20 18L40 38V29L20 9L0 29Z" />,
  /* wavy, for a river */ () => (
    <path className={line} d="M-2 24q5.5-5 11 0t11 0 11 0 11 0M-2 32q5.5-5 11 0t11 0 11 0 11 0" />
  ),
  /* a bridge */ () => <path className={b} d="M0 30H8V27C8 17 32 17 32 27V30H40V19C30 11 10 11 0 19Z" />,
  /* a gate */ () => (
    <path className={b} d="M8 36V17H12V13H16V17H18V13H22V17H24V13H28V17H32V36H24V29A4 4 0 0 0 16 29V36Z" />
  ),
  /* a sun */ () => <circle className={b} cx="20" cy="20" r="9" />,
  /* pallets */ () => <path className={b} d="M8 0H14V46H8ZM20 0H26V46H20ZM32 0H38V46H32Z" />,
  /* twin discs */ () => (
    <path
      className={b}
      d="M14 12a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M26 12a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17"
      fillRule="evenodd"
    />
  ),
  /* a saltire */ () => <path className={line} d="M0 2L40 42M40 2L0 42" />,
];

type Size = 'small' | 'medium' | 'large';

/** A coat of arms drawn from a city's name. Decoration only: the name always stands beside it. */
export function Emblem({ name, size = 'medium' }: { name: string; size?: Size }) {
  const clip = useId();
  const seed = seedOf(name);
  const draw = divisions[Math.floor(seed / tinctures) % divisions.length];
  const overlay = overlays[Math.floor(seed / tinctures / divisions.length) % overlays.length];
  const sizes = size === 'medium' ? '' : styles[size];
  return (
    <svg
      viewBox="0 0 40 46"
      className={`${styles['emblem']} ${sizes} ${styles[`t${seed % tinctures}`]}`}
      aria-hidden="true"
    >
      <clipPath id={clip}>
        <path d={shield} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <rect className={styles['a']} width="40" height="46" />
        {draw?.()}
        {overlay?.()}
      </g>
      <path d={shield} className={styles['rim']} />
    </svg>
  );
}

/** Two cities' emblems side by side, mentor first. */
export function EmblemPair({ names }: { names: readonly [string, string] }) {
  return (
    <span className={styles['pair']}>
      <Emblem name={names[0]} />
      <Emblem name={names[1]} />
    </span>
  );
}

/** A person's initials in a disc; decoration beside the name. */
export function Avatar({ name, small }: { name: string; small?: boolean }) {
  const words = name.split(/\s+/).filter(Boolean);
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('');
  const tint = styles[`t${seedOf(name) % tinctures}`];
  return (
    <span
      aria-hidden="true"
      data-initials={initials.toLocaleUpperCase()}
      className={`${styles['avatar']} ${small ? styles['avatarSmall'] : ''} ${tint}`}
    />
  );
}
