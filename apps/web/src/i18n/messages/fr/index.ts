import type { en } from '../en/index.js';
import { shell } from './shell.js';
import { home } from './home.js';
import { people } from './people.js';
import { cities } from './cities.js';
import { vocabulary } from './vocabulary.js';
import { twinning } from './twinning.js';
import { discussions } from './discussions.js';
import { meetings } from './meetings.js';
import { mail } from './mail.js';

export const fr = {
  ...shell,
  ...home,
  ...people,
  ...cities,
  ...vocabulary,
  ...twinning,
  ...discussions,
  ...meetings,
  ...mail,
} satisfies Record<keyof typeof en, string>;
