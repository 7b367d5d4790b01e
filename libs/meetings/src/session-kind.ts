export const SessionKind = {
  PLENARY: 'PLENARY',
  WORKING_GROUP: 'WORKING_GROUP',
  PRACTICE_EXCHANGE: 'PRACTICE_EXCHANGE',
  PANEL: 'PANEL',
  REPORTING_BACK: 'REPORTING_BACK',
  BREAK: 'BREAK',
  MEAL: 'MEAL',
  SOCIAL: 'SOCIAL',
  REGISTRATION: 'REGISTRATION',
} as const;
export type SessionKind = (typeof SessionKind)[keyof typeof SessionKind];

/** First match wins, so that "welcome coffee" at the registration desk is registration. English, French, German. */
const tellingWords: [SessionKind, RegExp][] = [
  ['REGISTRATION', /\b(registration|check-in|inscription|accueil|anmeldung|registrierung)/i],
  ['MEAL', /\b(lunch|dinner|breakfast|déjeuner|dîner|mittagessen|abendessen|frühstück)/i],
  ['BREAK', /\b(break|coffee|pause)\b|kaffee/i],
  ['SOCIAL', /\b(reception|excursion|guided tour|city walk|visite|réception|empfang|stadtführung)/i],
  ['REPORTING_BACK', /\b(report(s|ing)? back|restitution|berichte aus)/i],
  [
    'PRACTICE_EXCHANGE',
    /\b(exchange of (good |promising |best )?practices?|échange de (bonnes )?pratiques|praxisaustausch)/i,
  ],
  ['WORKING_GROUP', /\b(working groups?|group discussions?|breakout|groupes? de travail|arbeitsgruppen?)/i],
  ['PANEL', /\b(panel|round ?table|table ronde|podium)/i],
];

/** The kind of session that a title speaks of; a plenary where it tells nothing else. */
export const kindOfTitle = (title: string): SessionKind =>
  tellingWords.find(([, words]) => words.test(title))?.[0] ?? 'PLENARY';
