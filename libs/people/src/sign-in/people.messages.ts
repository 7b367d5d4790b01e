import type { Message } from '#platform/language';

/** What a letter says; `button` stands on its link where it has one. */
export interface LetterWords {
  subject: Message;
  greeting: Message;
  why: Message;
  button: Message;
  until: Message;
  ifNotYou: Message;
}

const greeting: Message = { en: 'Hello {name},', fr: 'Bonjour {name},', de: 'Guten Tag {name},' };

export const verifyWords: LetterWords = {
  subject: {
    en: 'Confirm your e-mail address for Gemina',
    fr: 'Confirmez votre adresse e-mail pour Gemina',
    de: 'Bestätigen Sie Ihre E-Mail-Adresse für Gemina',
  },
  greeting,
  why: {
    en: 'Somebody, you we hope, has signed up to Gemina under this name and with this address.',
    fr: 'Quelqu’un, vous sans doute, s’est inscrit à Gemina sous ce nom et avec cette adresse.',
    de: 'Jemand, vermutlich Sie, hat sich unter diesem Namen und mit dieser Adresse bei Gemina angemeldet.',
  },
  button: { en: 'Confirm this address', fr: 'Confirmer cette adresse', de: 'Diese Adresse bestätigen' },
  until: {
    en: 'The link is good once and for {days} days.',
    fr: 'Le lien est valable une seule fois, pendant {days} jours.',
    de: 'Der Link gilt einmal, {days} Tage lang.',
  },
  ifNotYou: {
    en: 'If it was not you, do not confirm: without your confirmation the sign-up lapses by itself.',
    fr: 'Si ce n’était pas vous, ne confirmez pas : sans votre confirmation, l’inscription s’efface d’elle-même.',
    de: 'Wenn Sie es nicht waren, bestätigen Sie nicht: Ohne Ihre Bestätigung verfällt die Anmeldung von selbst.',
  },
};

export const signInWords: LetterWords = {
  subject: {
    en: 'Your link to sign in to Gemina',
    fr: 'Votre lien de connexion à Gemina',
    de: 'Ihr Link zum Einloggen bei Gemina',
  },
  greeting,
  why: {
    en: 'Here is the link to sign in that was asked for with this address.',
    fr: 'Voici le lien de connexion demandé avec cette adresse.',
    de: 'Hier ist der Link zum Einloggen, der mit dieser Adresse angefordert wurde.',
  },
  button: { en: 'Sign in', fr: 'Se connecter', de: 'Einloggen' },
  until: {
    en: 'The link is good once and for {minutes} minutes; a newer one takes its place.',
    fr: 'Le lien est valable une seule fois, pendant {minutes} minutes ; un lien plus récent le remplace.',
    de: 'Der Link gilt einmal, {minutes} Minuten lang; ein neuerer ersetzt ihn.',
  },
  ifNotYou: {
    en: 'If you did not ask for it, you need do nothing. Pass the link on to nobody.',
    fr: 'Si vous ne l’avez pas demandé, vous n’avez rien à faire. Ne transmettez ce lien à personne.',
    de: 'Wenn Sie ihn nicht angefordert haben, brauchen Sie nichts zu tun. Geben Sie den Link nicht weiter.',
  },
};

export const alreadyKnownWords: LetterWords = {
  subject: {
    en: 'You already have an account with Gemina',
    fr: 'Vous avez déjà un compte Gemina',
    de: 'Sie haben schon ein Konto bei Gemina',
  },
  greeting,
  why: {
    en: 'Somebody, you perhaps, has tried to sign up to Gemina with this address. It already belongs to your account, in which nothing has changed.',
    fr: 'Quelqu’un, vous peut-être, a voulu s’inscrire à Gemina avec cette adresse. Elle appartient déjà à votre compte, où rien n’a changé.',
    de: 'Jemand, vielleicht Sie, wollte sich mit dieser Adresse bei Gemina anmelden. Sie gehört schon zu Ihrem Konto, an dem sich nichts geändert hat.',
  },
  button: { en: 'To the sign-in page', fr: 'Vers la page de connexion', de: 'Zur Einlogg-Seite' },
  until: {
    en: 'If you have forgotten your password, have a link mailed to you there.',
    fr: 'Si vous avez oublié votre mot de passe, faites-vous y envoyer un lien.',
    de: 'Wenn Sie Ihr Passwort vergessen haben, lassen Sie sich dort einen Link schicken.',
  },
  ifNotYou: {
    en: 'If it was not you, you need do nothing: whoever it was has learnt nothing about you.',
    fr: 'Si ce n’était pas vous, vous n’avez rien à faire : la personne n’a rien appris sur vous.',
    de: 'Wenn Sie es nicht waren, brauchen Sie nichts zu tun: Wer es auch war, hat nichts über Sie erfahren.',
  },
};
