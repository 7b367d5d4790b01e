export const home = {
  'home.tab': 'Les villes des droits humains apprennent les unes des autres',
  'home.claim': 'Les villes qui font vivre les droits humains apprennent les unes des autres',
  'home.lead':
    'Une ville qui veut apprendre trouve une ville mentor qui a déjà fait le chemin. Elles échangent par le web ou par courriel, à leur guise, et retrouvent tout le réseau une fois par an.',
  'home.join': 'Participer avec votre ville',
  'home.look': 'Voir les villes',
  'home.map': 'Carte de l’Europe avec {count, plural, one {# ville} other {# villes}} du réseau',
  'home.figure.cities': '{count, plural, one {ville ou région} other {villes et régions}}',
  'home.figure.declared':
    '{count, plural, one {ville des droits humains déclarée} other {villes des droits humains déclarées}}',
  'home.figure.countries': 'pays',
  'home.figure.twinnings': '{count, plural, one {jumelage en cours} other {jumelages en cours}}',
  'home.how': 'Comment cela marche',
  'home.find': 'Trouver votre mentor',
  'home.find.detail':
    'Dites ce que votre ville veut apprendre. Vous voyez qui pourrait l’enseigner et pourquoi cela convient : thèmes, langues, taille, expérience et places libres.',
  'home.talk': 'Échanger par le web ou par courriel',
  'home.talk.detail':
    'Une seule conversation, quelle que soit la voie. Répondez depuis votre messagerie et vos collègues le voient aussitôt sur le web, et inversement.',
  'home.meet': 'Se réunir une fois par an',
  'home.meet.detail':
    'L’ordre du jour se prépare au grand jour, les points permanents y restent, et les conclusions sont reprises l’année suivante.',
  'home.welcome': 'Bienvenue, {name}',
  'home.waiting': 'Ce qui vous attend',
  'home.nothing': 'Rien ne vous attend pour le moment.',
  'home.task.proposal': '{learner} demande à {mentor} d’être son mentor',
  'home.task.memberships':
    '{count, plural, one {# personne demande} other {# personnes demandent}} à parler au nom d’une ville',
  'home.task.city': 'Trouvez votre ville et dites que vous travaillez pour elle',
} as const;
