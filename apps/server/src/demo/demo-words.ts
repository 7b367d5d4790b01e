/** The demo network's people and what they say. Invented people at real cities; addresses end in `.example`, which nobody owns. */
export const demoPassword = 'human rights for all';

export interface DemoPerson {
  key: string;
  name: string;
  city: string | null;
  title: string;
  locale: 'en' | 'fr' | 'de';
  timeZone: string;
  roles?: ('ADMIN' | 'ORGANISER' | 'MODERATOR')[];
  focalPoint?: boolean;
}

export const demoPeople: DemoPerson[] = [
  {
    key: 'admin',
    name: 'Amina Okafor',
    city: null,
    title: 'Network office',
    locale: 'en',
    timeZone: 'Europe/Brussels',
    roles: ['ADMIN', 'ORGANISER'],
  },
  {
    key: 'jana',
    name: 'Jana Nováková',
    city: 'brno',
    title: 'Social inclusion officer',
    locale: 'en',
    timeZone: 'Europe/Prague',
    focalPoint: true,
  },
  {
    key: 'gernot',
    name: 'Gernot Huber',
    city: 'graz',
    title: 'Office of the Human Rights Advisory Council',
    locale: 'de',
    timeZone: 'Europe/Vienna',
    focalPoint: true,
  },
  {
    key: 'shirin',
    name: 'Shirin Farhadi',
    city: 'vienna',
    title: 'Human Rights Office',
    locale: 'de',
    timeZone: 'Europe/Vienna',
    focalPoint: true,
  },
  {
    key: 'hanneke',
    name: 'Hanneke de Wit',
    city: 'utrecht',
    title: 'Senior adviser, international affairs',
    locale: 'en',
    timeZone: 'Europe/Amsterdam',
    focalPoint: true,
  },
  {
    key: 'linnea',
    name: 'Linnea Sandberg',
    city: 'lund',
    title: 'Strategist for human rights',
    locale: 'en',
    timeZone: 'Europe/Stockholm',
    focalPoint: true,
  },
  {
    key: 'oliver',
    name: 'Oliver Bennett',
    city: 'york',
    title: 'Communities and equalities',
    locale: 'en',
    timeZone: 'Europe/London',
    focalPoint: true,
  },
  {
    key: 'nuria',
    name: 'Núria Ferrer',
    city: 'barcelona',
    title: 'Citizens’ Rights and Diversity',
    locale: 'fr',
    timeZone: 'Europe/Madrid',
    focalPoint: true,
  },
  {
    key: 'markus',
    name: 'Markus Lehner',
    city: 'nuremberg',
    title: 'Human Rights Office',
    locale: 'de',
    timeZone: 'Europe/Berlin',
    focalPoint: true,
  },
  {
    key: 'ilze',
    name: 'Ilze Bērziņa',
    city: 'riga',
    title: 'Integration programme',
    locale: 'en',
    timeZone: 'Europe/Riga',
    focalPoint: true,
  },
  {
    key: 'clara',
    name: 'Clara Weiss',
    city: 'graz',
    title: 'Anti-discrimination office',
    locale: 'de',
    timeZone: 'Europe/Vienna',
  },
  {
    key: 'petr',
    name: 'Petr Dvořák',
    city: 'brno',
    title: 'Housing department',
    locale: 'en',
    timeZone: 'Europe/Prague',
  },
];

export interface DemoThread {
  group: string;
  title: string;
  themes: string[];
  posts: {
    by: string;
    hoursAgo: number;
    body: string;
    origin?: 'EMAIL';
    quoted?: string;
    reactions?: [string, string][];
  }[];
}

export const demoGroups = [
  {
    key: 'practitioners',
    name: 'Practitioners’ forum',
    visibility: 'MEMBERS' as const,
    about: 'Questions, answers and news among those who do the work. By web, or wholly by mail.',
  },
  {
    key: 'open-forum',
    name: 'Open forum on human rights cities',
    visibility: 'PUBLIC' as const,
    about: 'What a human rights city is, and how one becomes one. Everybody may read along.',
  },
];

export const demoThreads: DemoThread[] = [
  {
    group: 'open-forum',
    title: 'Where do we begin? First steps of a human rights city',
    themes: ['GOVERNANCE', 'PARTICIPATION'],
    posts: [
      {
        by: 'ilze',
        hoursAgo: 190,
        body: 'Riga has an integration programme with human rights in it since 2012, but no declaration. **What came first for you**: the declaration, an office, or an action plan?',
      },
      {
        by: 'linnea',
        hoursAgo: 182,
        body: 'In Lund the council decided first. The work in the departments took much longer than the declaration, so start it early:\n\n1. one person with time for it,\n2. a baseline of what departments already do,\n3. a public report each year.',
        reactions: [
          ['ilze', '👍'],
          ['jana', '👍'],
          ['oliver', '💡'],
        ],
      },
      {
        by: 'hanneke',
        hoursAgo: 170,
        body: 'For us the order was the other way round: a local coalition of civil society and businesses asked what human rights mean in Utrecht, and the city answered with a report. The declaration is the last page, not the first.',
      },
      {
        by: 'oliver',
        hoursAgo: 150,
        origin: 'EMAIL',
        body: 'York began with an indicator report made with the university and residents. It is short: five rights that people chose, two indicators for each.',
        quoted: 'On Thu, Hanneke de Wit wrote:\n> a local coalition of civil society and businesses asked …',
        reactions: [['hanneke', '❤️']],
      },
      { by: 'ilze', hoursAgo: 28, body: 'Thank you! We will try Lund’s baseline first. Is there a template?' },
    ],
  },
  {
    group: 'practitioners',
    title: 'Human rights in the housing department: who has trained case workers?',
    themes: ['HOUSING', 'HUMAN_RIGHTS_EDUCATION'],
    posts: [
      {
        by: 'petr',
        hoursAgo: 96,
        body: 'We are looking for a **training of half a day** for case workers who allocate flats. Not a lecture on treaties: cases, decisions, doubts.',
      },
      {
        by: 'markus',
        hoursAgo: 92,
        body: 'Nuremberg has run such trainings with our human rights office. The cases are what works: each group brings one of its own from last month.\n\n| part | minutes |\n| --- | --- |\n| a case from last month | 40 |\n| which rights are at stake | 30 |\n| what would we do differently | 50 |',
        reactions: [
          ['petr', '🙏'],
          ['jana', '👍'],
        ],
      },
      {
        by: 'clara',
        hoursAgo: 90,
        origin: 'EMAIL',
        body: 'In Graz the anti-discrimination office joins the second part and says which complaints it gets. That changes the conversation.',
      },
      {
        by: 'jana',
        hoursAgo: 20,
        body: 'Could one of you show us this on site? I have put it into our learning request.',
      },
    ],
  },
  {
    group: 'practitioners',
    title: 'Easy language in council decisions',
    themes: ['DISABILITY', 'PARTICIPATION'],
    posts: [
      {
        by: 'nuria',
        hoursAgo: 60,
        body: 'Nous publions depuis peu les décisions importantes en langage clair. Qui le fait aussi, et **qui relit** les textes ?',
      },
      {
        by: 'shirin',
        hoursAgo: 52,
        body: 'In Wien prüft eine Gruppe von Menschen mit Lernschwierigkeiten die Texte; sie wird dafür bezahlt. Ohne Bezahlung würde ich es nicht machen.',
        reactions: [
          ['nuria', '❤️'],
          ['clara', '👍'],
        ],
      },
    ],
  },
];
