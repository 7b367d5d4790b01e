import { type Message } from '#platform/language';

/** The parts of letters about twinnings; parts about a text that nobody wrote are left out. */
export const letterWords = {
  greeting: { en: 'Hello {name},', fr: 'Bonjour {name},', de: 'Guten Tag {name},' },
  proposedSubject: {
    en: '{learner} asks {mentor} to be its mentor',
    fr: '{learner} demande à {mentor} de l’accompagner',
    de: '{learner} bittet {mentor} um Begleitung',
  },
  proposed: {
    en: '{learner} proposes a twinning in which {mentor} is the mentor. What it wants to reach:',
    fr: '{learner} propose un jumelage dans lequel {mentor} serait mentor. Ce qu’elle souhaite atteindre :',
    de: '{learner} schlägt eine Partnerschaft vor, in der {mentor} begleitet. Was erreicht werden soll:',
  },
  learnerWrites: { en: '{learner} writes:', fr: '{learner} écrit :', de: '{learner} schreibt:' },
  mentorWrites: { en: '{mentor} writes:', fr: '{mentor} écrit :', de: '{mentor} schreibt:' },
  answerBy: {
    en: 'Accept or decline before {until}; after that the proposal lapses:',
    fr: 'Acceptez ou déclinez avant le {until} ; ensuite la proposition devient caduque :',
    de: 'Nehmen Sie bis {until} an oder lehnen Sie ab; danach verfällt der Vorschlag:',
  },
  acceptedSubject: {
    en: '{mentor} accepts the twinning with {learner}',
    fr: '{mentor} accepte le jumelage avec {learner}',
    de: '{mentor} nimmt die Partnerschaft mit {learner} an',
  },
  accepted: {
    en: '{mentor} has accepted your proposal: the twinning has begun.',
    fr: '{mentor} a accepté votre proposition : le jumelage a commencé.',
    de: '{mentor} hat Ihren Vorschlag angenommen: Die Partnerschaft hat begonnen.',
  },
  group: {
    en: 'Both cities talk in a private group of their own:',
    fr: 'Les deux villes échangent dans un groupe privé :',
    de: 'Beide Städte sprechen in einer eigenen, geschlossenen Gruppe:',
  },
  declinedSubject: {
    en: '{mentor} declines the twinning with {learner}',
    fr: '{mentor} décline le jumelage avec {learner}',
    de: '{mentor} lehnt die Partnerschaft mit {learner} ab',
  },
  declined: {
    en: '{mentor} has declined your proposal.',
    fr: '{mentor} a décliné votre proposition.',
    de: '{mentor} hat Ihren Vorschlag abgelehnt.',
  },
  others: {
    en: 'Other mentors that fit what you want to learn are suggested here:',
    fr: 'D’autres mentors qui correspondent à votre demande sont proposés ici :',
    de: 'Andere, die zu Ihrem Anliegen passen, finden Sie hier:',
  },
} satisfies Record<string, Message>;
