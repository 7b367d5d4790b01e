export const home = {
  'home.tab': 'Human rights cities learn from each other',
  'home.claim': 'Cities that put human rights to work learn from each other',
  'home.lead':
    'A city that wants to learn finds a mentor that has been there. They talk it through, by web or by mail as they like, and meet with the whole network once a year.',
  'home.join': 'Join with your city',
  'home.look': 'See the cities',
  'home.map': 'Map of Europe with {count, plural, one {# city} other {# cities}} of the network',
  'home.figure.cities': '{count, plural, one {city or region} other {cities and regions}}',
  'home.figure.declared': '{count, plural, one {declared human rights city} other {declared human rights cities}}',
  'home.figure.countries': '{count, plural, one {country} other {countries}}',
  'home.figure.twinnings': '{count, plural, one {twinning under way} other {twinnings under way}}',
  'home.how': 'How it works',
  'home.find': 'Find your mentor',
  'home.find.detail':
    'Say what your city wants to learn. You see who could teach it, and why it fits: themes, languages, size, experience, and who has a place free.',
  'home.talk': 'Talk by web or by mail',
  'home.talk.detail':
    'One conversation, whichever way you take part. Answer in your mailbox and your colleagues see it on the web at once, and the other way round.',
  'home.meet': 'Meet once a year',
  'home.meet.detail':
    'The agenda is planned in the open, the standing items stay on it, and what was concluded is taken up again the year after.',
  'home.welcome': 'Good to see you, {name}',
  'home.waiting': 'What waits for you',
  'home.nothing': 'Nothing waits for you just now.',
  'home.task.proposal': '{learner} asks {mentor} to be its mentor',
  'home.task.memberships': '{count, plural, one {# person asks} other {# people ask}} to speak for a city',
  'home.task.city': 'Find your city and say that you work for it',
} as const;
