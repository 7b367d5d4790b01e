import { type Message } from '#platform/language';
import { type AgendaChange } from './agenda-changes.js';
import { type Conflict } from './agenda-conflicts.js';

/** What a new version of an agenda changed, for whoever reads it. */
export const changeMessages: Record<AgendaChange['what'], Message> = {
  FIRST: {
    en: 'The agenda is published: {count, plural, one {one session} other {# sessions}}.',
    fr: 'L’ordre du jour est publié : {count, plural, one {une séance} other {# séances}}.',
    de: 'Die Tagesordnung ist veröffentlicht: {count, plural, one {ein Programmpunkt} other {# Programmpunkte}}.',
  },
  ADDED: {
    en: '“{title}” is new{hasAt, select, no {} other {: {at}}}.',
    fr: '« {title} » est nouveau{hasAt, select, no {} other { : {at}}}.',
    de: '„{title}“ ist neu{hasAt, select, no {} other {: {at}}}.',
  },
  REMOVED: {
    en: '“{title}” has been dropped{hasAt, select, no {} other { (it was planned for {at})}}.',
    fr: '« {title} » a été supprimé{hasAt, select, no {} other { (prévu le {at})}}.',
    de: '„{title}“ entfällt{hasAt, select, no {} other { (geplant war {at})}}.',
  },
  RENAMED: {
    en: '“{from}” is now called “{title}”.',
    fr: '« {from} » s’intitule désormais « {title} ».',
    de: '„{from}“ heißt jetzt „{title}“.',
  },
  SCHEDULED: {
    en: '“{title}” takes place on {at}.',
    fr: '« {title} » aura lieu le {at}.',
    de: '„{title}“ findet am {at} statt.',
  },
  UNSCHEDULED: {
    en: '“{title}” has no time for now (it was planned for {from}).',
    fr: '« {title} » n’a plus d’horaire pour l’instant (prévu le {from}).',
    de: '„{title}“ hat vorerst keine Zeit (geplant war {from}).',
  },
  MOVED: {
    en: '“{title}” has moved from {from} to {at}.',
    fr: '« {title} » est déplacé du {from} au {at}.',
    de: '„{title}“ ist von {from} auf {at} verlegt.',
  },
  LENGTH: {
    en: '“{title}” now lasts {minutes} minutes instead of {from}.',
    fr: '« {title} » dure désormais {minutes} minutes au lieu de {from}.',
    de: '„{title}“ dauert jetzt {minutes} statt {from} Minuten.',
  },
  ROOM: {
    en: '{hasRoom, select, no {“{title}” has no room for now.} other {“{title}” is in {room}{hasFrom, select, no {} other { instead of {from}}}.}}',
    fr: '{hasRoom, select, no {« {title} » n’a plus de salle pour l’instant.} other {« {title} » a lieu en {room}{hasFrom, select, no {} other { au lieu de {from}}}.}}',
    de: '{hasRoom, select, no {„{title}“ hat vorerst keinen Raum.} other {„{title}“ ist in {room}{hasFrom, select, no {} other { statt in {from}}}.}}',
  },
  PEOPLE: {
    en: '“{title}” has other speakers or moderators.',
    fr: 'Les intervenants ou modérateurs de « {title} » ont changé.',
    de: 'Bei „{title}“ haben sich Vortragende oder Moderation geändert.',
  },
  CONTENT: {
    en: 'The description of “{title}” has changed.',
    fr: 'La description de « {title} » a changé.',
    de: 'Die Beschreibung von „{title}“ hat sich geändert.',
  },
};

/** What does not fit in a draft, for those who plan it. */
export const conflictMessages: Record<Conflict['kind'], Message> = {
  ROOM_CLASH: {
    en: '“{one}” and “{two}” are in {room} at the same time.',
    fr: '« {one} » et « {two} » ont lieu en même temps en {room}.',
    de: '„{one}“ und „{two}“ sind zur selben Zeit in {room}.',
  },
  PERSON_CLASH: {
    en: '{person} is in “{one}” and “{two}” at the same time.',
    fr: '{person} participe en même temps à « {one} » et « {two} ».',
    de: '{person} ist zur selben Zeit bei „{one}“ und „{two}“.',
  },
  OUTSIDE_MEETING: {
    en: '“{title}” lies outside of the meeting’s times.',
    fr: '« {title} » se situe en dehors des horaires de la réunion.',
    de: '„{title}“ liegt außerhalb der Zeiten des Treffens.',
  },
  OVER_CAPACITY: {
    en: '“{title}” is for {wanted} people, {room} has {capacity} places.',
    fr: '« {title} » est prévu pour {wanted} personnes, {room} a {capacity} places.',
    de: '„{title}“ ist für {wanted} Personen, {room} hat {capacity} Plätze.',
  },
  MISSING_FEATURE: {
    en: '“{title}” needs what {room} does not have: {features}.',
    fr: '« {title} » a besoin de ce que {room} n’a pas : {features}.',
    de: '„{title}“ braucht, was {room} nicht hat: {features}.',
  },
  MISSING_STANDING_ITEM: {
    en: 'Every meeting of this series has “{title}”: give it a time.',
    fr: 'Chaque réunion de cette série comporte « {title} » : donnez-lui un horaire.',
    de: 'Jedes Treffen dieser Reihe hat „{title}“: Geben Sie ihm eine Zeit.',
  },
  UNSCHEDULED: {
    en: '“{title}” has no time yet.',
    fr: '« {title} » n’a pas encore d’horaire.',
    de: '„{title}“ hat noch keine Zeit.',
  },
};

/** Headings in a calendar entry's description. */
export const calendarMessages = {
  speakers: { en: 'Speakers', fr: 'Intervenants', de: 'Mit' },
  moderators: { en: 'Moderators', fr: 'Modération', de: 'Moderation' },
  online: { en: 'Online', fr: 'En ligne', de: 'Online' },
} satisfies Record<string, Message>;
