import { apiAs } from './api-as.js';
import type { DemoCast } from './load-demo.js';

const offers = [
  {
    by: 'gernot',
    city: 'graz',
    themes: ['RACISM', 'NON_DISCRIMINATION', 'COMPLAINTS_MECHANISMS'],
    languages: ['de', 'en'],
    formats: ['ONLINE_SESSION', 'STUDY_VISIT'],
    capacity: 2,
    about: 'Our advisory council has reported to the city since 2007. We show how it is chosen, and what it may ask.',
  },
  {
    by: 'shirin',
    city: 'vienna',
    themes: ['GOVERNANCE', 'DISABILITY', 'HUMAN_RIGHTS_EDUCATION', 'PARTICIPATION'],
    languages: ['de', 'en'],
    formats: ['ONLINE_SESSION', 'STUDY_VISIT', 'WORKSHOP'],
    capacity: 3,
    about: 'Human rights as a cross-cutting issue: an office, contacts in all departments, trainings.',
  },
  {
    by: 'markus',
    city: 'nuremberg',
    themes: ['HUMAN_RIGHTS_EDUCATION', 'HOUSING', 'RACISM'],
    languages: ['de', 'en'],
    formats: ['WORKSHOP', 'STUDY_VISIT'],
    capacity: 1,
    about: 'Trainings for the administration, with cases rather than treaties.',
  },
  {
    by: 'hanneke',
    city: 'utrecht',
    themes: ['PARTICIPATION', 'CIVIL_SOCIETY', 'DATA_AND_INDICATORS', 'HOUSING'],
    languages: ['nl', 'en'],
    formats: ['ONLINE_SESSION', 'DOCUMENT_REVIEW'],
    capacity: 2,
    about: 'A local coalition, a report that residents read, and the goals of 2030 as its frame.',
  },
  {
    by: 'nuria',
    city: 'barcelona',
    themes: ['HOUSING', 'NON_DISCRIMINATION', 'MIGRATION_AND_ASYLUM'],
    languages: ['es', 'ca', 'fr', 'en'],
    formats: ['ONLINE_SESSION', 'STUDY_VISIT', 'STAFF_EXCHANGE'],
    capacity: 2,
    about: 'Le Bureau pour la non-discrimination, et une méthode écrite pour d’autres villes.',
  },
];

const requests = [
  {
    by: 'jana',
    city: 'brno',
    themes: ['HOUSING', 'SOCIAL_INCLUSION', 'HUMAN_RIGHTS_EDUCATION'],
    languages: ['en', 'de'],
    formats: ['STUDY_VISIT', 'WORKSHOP'],
    goal: 'Train the case workers who allocate flats, and see how it is done elsewhere.',
  },
  {
    by: 'ilze',
    city: 'riga',
    themes: ['GOVERNANCE', 'PARTICIPATION'],
    languages: ['en'],
    formats: ['ONLINE_SESSION', 'DOCUMENT_REVIEW'],
    goal: 'From an integration programme to a human rights city: the first year.',
  },
  {
    by: 'oliver',
    city: 'york',
    themes: ['COMPLAINTS_MECHANISMS', 'RACISM'],
    languages: ['en'],
    formats: ['ONLINE_SESSION', 'STUDY_VISIT'],
    goal: 'A local complaints mechanism that people find and trust.',
  },
];

/** Offers and requests; York and Graz have twinned, Riga has asked Vienna, Brno is still to choose. */
export async function twinDemoCities({ app, person, city }: DemoCast): Promise<void> {
  const ids = new Map<string, string>();
  for (const { by, city: slug, ...offer } of offers) {
    await apiAs(app, person(by), 'mutation($input: OfferMentoringInput!) { offerMentoring(input: $input) { id } }', {
      input: { ...offer, cityId: await city(slug) },
    });
  }
  for (const { by, city: slug, ...request } of requests) {
    const { requestLearning } = await apiAs(
      app,
      person(by),
      'mutation($input: RequestLearningInput!) { requestLearning(input: $input) { id } }',
      {
        input: { ...request, cityId: await city(slug) },
      },
    );
    ids.set(slug, requestLearning?.id ?? '');
  }
  const propose = 'mutation($input: ProposeTwinningInput!) { proposeTwinning(input: $input) { id } }';
  const { proposeTwinning } = await apiAs(app, person('oliver'), propose, {
    input: {
      learningRequestId: ids.get('york'),
      mentorId: await city('graz'),
      message: 'Your council publishes what it was told and what came of it. May we learn how?',
    },
  });
  const { answerTwinning } = await apiAs(
    app,
    person('gernot'),
    'mutation($input: AnswerTwinningInput!) { answerTwinning(input: $input) { group { id } } }',
    {
      input: {
        twinningId: proposeTwinning?.id,
        accept: true,
        answer: 'With pleasure. Come in May, when the report is presented.',
      },
    },
  );
  await apiAs(app, person('ilze'), propose, {
    input: {
      learningRequestId: ids.get('riga'),
      mentorId: await city('vienna'),
      message: 'We begin where you began in 2014.',
    },
  });
  const group = answerTwinning?.['group'] as { id: string };
  await apiAs(app, person('oliver'), 'mutation($input: StartThreadInput!) { startThread(input: $input) { id } }', {
    input: {
      groupId: group.id,
      title: 'Programme of our visit in May',
      body: 'Two days, three of us. We would most like to sit in on a consultation, if people agree.',
    },
  });
  await apiAs(app, person('gernot'), 'mutation($input: AddMilestoneInput!) { addMilestone(input: $input) { id } }', {
    input: { twinningId: proposeTwinning?.id, title: 'Study visit in Graz', dueOn: '2027-05-20' },
  });
}
