export const home = {
  'home.tab': 'Menschenrechtsstädte lernen voneinander',
  'home.claim': 'Städte, die Menschenrechte leben, lernen voneinander',
  'home.lead':
    'Eine Stadt, die lernen will, findet eine Mentorstadt, die den Weg schon gegangen ist. Beide tauschen sich im Web oder per E-Mail aus, ganz wie sie wollen, und treffen einmal im Jahr das ganze Netzwerk.',
  'home.join': 'Mit Ihrer Stadt mitmachen',
  'home.look': 'Die Städte ansehen',
  'home.map': 'Europakarte mit {count, plural, one {# Stadt} other {# Städten}} des Netzwerks',
  'home.figure.cities': '{count, plural, one {Stadt oder Region} other {Städte und Regionen}}',
  'home.figure.declared': '{count, plural, one {erklärte Menschenrechtsstadt} other {erklärte Menschenrechtsstädte}}',
  'home.figure.countries': '{count, plural, one {Land} other {Länder}}',
  'home.figure.twinnings': '{count, plural, one {laufende Partnerschaft} other {laufende Partnerschaften}}',
  'home.how': 'So geht es',
  'home.find': 'Eine Mentorstadt finden',
  'home.find.detail':
    'Sagen Sie, was Ihre Stadt lernen will. Sie sehen, wer es lehren könnte und warum es passt: Themen, Sprachen, Größe, Erfahrung und freie Plätze.',
  'home.talk': 'Im Web oder per E-Mail reden',
  'home.talk.detail':
    'Ein Gespräch, auf welchem Weg auch immer. Antworten Sie aus Ihrem Postfach, und Ihre Kolleginnen und Kollegen sehen es sofort im Web, und umgekehrt.',
  'home.meet': 'Sich einmal im Jahr treffen',
  'home.meet.detail':
    'Die Tagesordnung entsteht offen, die ständigen Punkte bleiben darauf, und was beschlossen wurde, wird im Jahr darauf wieder aufgenommen.',
  'home.welcome': 'Schön, Sie zu sehen, {name}',
  'home.waiting': 'Was auf Sie wartet',
  'home.nothing': 'Im Moment wartet nichts auf Sie.',
  'home.task.proposal': '{learner} bittet {mentor}, Mentorstadt zu sein',
  'home.task.memberships': '{count, plural, one {# Person möchte} other {# Personen möchten}} für eine Stadt sprechen',
  'home.task.city': 'Finden Sie Ihre Stadt, und sagen Sie, dass Sie für sie arbeiten',
} as const;
