import { type Message } from '#platform/language';
import { type LeftOutFor } from './why-unmatched.js';
import { type RoundSide } from './round.entity.js';

/** Why a city has got nobody; `{cities}` is a list of names. */
export const leftOutWords: Record<RoundSide, Record<LeftOutFor, Message>> = {
  LEARNER: {
    NO_CHOICES: {
      en: '{city} has ranked no mentor that still offers what it asks for.',
      fr: '{city} n’a classé aucun mentor qui propose encore ce qu’elle demande.',
      de: '{city} hat niemanden gereiht, der noch anbietet, was gesucht wird.',
    },
    NOT_RANKED_BACK: {
      en: '{city} has ranked {cities}, and was not ranked in return.',
      fr: '{city} a classé {cities}, sans être classée en retour.',
      de: '{city} hat {cities} gereiht, wurde aber dort nicht gereiht.',
    },
    NO_PLACES: {
      en: 'The mentors that have ranked {city} had no place in this round: {cities}.',
      fr: 'Les mentors qui ont classé {city} n’avaient aucune place dans ce cycle : {cities}.',
      de: 'Wer {city} gereiht hat, hatte in dieser Runde keinen Platz: {cities}.',
    },
    PREFERRED_OTHERS: {
      en: 'All places at {cities} went to cities that stand at least as high there as {city}.',
      fr: 'Toutes les places chez {cities} sont allées à des villes classées au moins aussi haut que {city}.',
      de: 'Alle Plätze bei {cities} gingen an Städte, die dort mindestens so weit oben stehen wie {city}.',
    },
    AIM_GAVE_TO_OTHERS: {
      en: 'The places at {cities} that {city} could have had were given to others: together these pairs fit the aim of the round better.',
      fr: 'Les places chez {cities} que {city} aurait pu avoir sont allées à d’autres : ensemble, ces paires servent mieux le but du cycle.',
      de: 'Plätze bei {cities}, die {city} hätte haben können, gingen an andere: Zusammen erfüllen diese Paare das Ziel der Runde besser.',
    },
  },
  MENTOR: {
    NO_CHOICES: {
      en: '{city} has ranked no learner that still asks for what it offers.',
      fr: '{city} n’a classé aucune ville apprenante qui demande encore ce qu’elle propose.',
      de: '{city} hat niemanden gereiht, der noch sucht, was angeboten wird.',
    },
    NOT_RANKED_BACK: {
      en: '{city} has ranked {cities}, and was not ranked in return.',
      fr: '{city} a classé {cities}, sans être classée en retour.',
      de: '{city} hat {cities} gereiht, wurde aber dort nicht gereiht.',
    },
    NO_PLACES: {
      en: '{city} had no place in this round.',
      fr: '{city} n’avait aucune place dans ce cycle.',
      de: '{city} hatte in dieser Runde keinen Platz.',
    },
    PREFERRED_OTHERS: {
      en: 'The learners that ranked {city} in return have mentors that they rank at least as high: {cities}.',
      fr: 'Les villes qui ont classé {city} en retour ont des mentors qu’elles classent au moins aussi haut : {cities}.',
      de: 'Wer {city} ebenfalls gereiht hat, wird von Städten begleitet, die dort mindestens so weit oben stehen: {cities}.',
    },
    AIM_GAVE_TO_OTHERS: {
      en: 'The learners that ranked {city} in return were not given to it ({cities}): together the pairs fit the aim of the round better.',
      fr: 'Les villes qui ont classé {city} en retour ne lui ont pas été attribuées ({cities}) : ensemble, les paires servent mieux le but du cycle.',
      de: 'Wer {city} ebenfalls gereiht hat ({cities}), kam nicht zu dieser Stadt: Zusammen erfüllen die Paare das Ziel der Runde besser.',
    },
  },
};

/** The parts of letters about rounds. */
export const roundLetterWords = {
  greeting: { en: 'Hello {name},', fr: 'Bonjour {name},', de: 'Guten Tag {name},' },
  publishedSubject: {
    en: '{city} in the round “{round}”: the result',
    fr: '{city} dans le cycle « {round} » : le résultat',
    de: '{city} in der Runde „{round}“: das Ergebnis',
  },
  published: {
    en: 'The matching round “{round}” is published.',
    fr: 'Le cycle de jumelage « {round} » est publié.',
    de: 'Die Vermittlungsrunde „{round}“ ist veröffentlicht.',
  },
  mentor: {
    en: '{other} is the mentor of {city}, which had ranked it {rank, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}. The twinning has begun.',
    fr: '{other} accompagne {city}, qui l’avait classée {rank, selectordinal, one {#re} other {#e}}. Le jumelage a commencé.',
    de: '{other} begleitet {city}; gereiht war diese Wahl an {rank}. Stelle. Die Partnerschaft hat begonnen.',
  },
  learner: {
    en: '{city} is the mentor of {other}, which it had ranked {rank, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}. The twinning has begun.',
    fr: '{city} accompagne {other}, qu’elle avait classée {rank, selectordinal, one {#re} other {#e}}. Le jumelage a commencé.',
    de: '{city} begleitet {other}; gereiht war diese Wahl an {rank}. Stelle. Die Partnerschaft hat begonnen.',
  },
  noMentor: {
    en: '{city} has no mentor from this round.',
    fr: '{city} n’a pas de mentor à l’issue de ce cycle.',
    de: '{city} hat in dieser Runde niemanden gefunden, der begleitet.',
  },
  noLearner: {
    en: '{city} mentors nobody from this round.',
    fr: '{city} n’accompagne personne à l’issue de ce cycle.',
    de: '{city} begleitet aus dieser Runde niemanden.',
  },
  others: {
    en: 'Mentors that fit what you want to learn are suggested here at any time:',
    fr: 'Des mentors qui correspondent à votre demande sont proposés ici à tout moment :',
    de: 'Wer zu Ihrem Anliegen passt, finden Sie jederzeit hier:',
  },
  twinnings: {
    en: 'Your twinnings, with their private groups:',
    fr: 'Vos jumelages, avec leurs groupes privés :',
    de: 'Ihre Partnerschaften mit ihren geschlossenen Gruppen:',
  },
  certificate: {
    en: 'Anyone can check the result with this certificate:',
    fr: 'Chacun peut vérifier le résultat avec ce certificat :',
    de: 'Mit diesem Zertifikat kann jede und jeder das Ergebnis prüfen:',
  },
  cancelledSubject: {
    en: 'The round “{round}” was cancelled',
    fr: 'Le cycle « {round} » est annulé',
    de: 'Die Runde „{round}“ wurde abgesagt',
  },
  cancelled: {
    en: 'The matching round “{round}”, in which {city} has ranked, was cancelled. Nothing comes of the rankings.',
    fr: 'Le cycle de jumelage « {round} », dans lequel {city} a classé des villes, est annulé. Les classements restent sans suite.',
    de: 'Die Vermittlungsrunde „{round}“, in der {city} gereiht hat, wurde abgesagt. Aus den Reihungen folgt nichts.',
  },
} satisfies Record<string, Message>;
