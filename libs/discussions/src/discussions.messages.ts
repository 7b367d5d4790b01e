import { type Message } from '#platform/language';

/** The letter to moderators when somebody reports a post. */
export const reportWords = {
  subject: {
    en: 'A post in {group} was reported',
    fr: 'Un message de {group} a été signalé',
    de: 'Ein Beitrag in {group} wurde gemeldet',
  },
  letter: {
    en: 'Hello {name},\n\n{reporter} has reported the post by {author} in “{thread}” to the moderators of {group}:\n\n{reason}\n\nRead it and decide what to do:\n{url}',
    fr: 'Bonjour {name},\n\n{reporter} a signalé aux modérateurs de {group} le message de {author} dans « {thread} » :\n\n{reason}\n\nLisez-le et décidez de la suite :\n{url}',
    de: 'Guten Tag {name},\n\n{reporter} hat den Moderatoren von {group} den Beitrag von {author} in „{thread}“ gemeldet:\n\n{reason}\n\nLesen Sie ihn und entscheiden Sie, was geschehen soll:\n{url}',
  },
} satisfies Record<string, Message>;
