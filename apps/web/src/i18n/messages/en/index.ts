import { shell } from './shell.js';
import { home } from './home.js';
import { people } from './people.js';
import { cities } from './cities.js';
import { vocabulary } from './vocabulary.js';
import { twinning } from './twinning.js';
import { discussions } from './discussions.js';
import { meetings } from './meetings.js';
import { mail } from './mail.js';

/** English is where messages are first written; the other languages must have the same ids, or the build fails. */
export const en = {
  ...shell,
  ...home,
  ...people,
  ...cities,
  ...vocabulary,
  ...twinning,
  ...discussions,
  ...meetings,
  ...mail,
};
