import { Module } from '@nestjs/common';
import { PersonLoader, StandingsLoader } from './person.loader.js';
import { People } from './person.queries.js';
import { Erasers, PersonalRecords } from './personal-records.js';

/** People, how they sign in, and who knocks. */
@Module({
  providers: [People, PersonLoader, StandingsLoader, PersonalRecords, Erasers],
  exports: [People, PersonLoader, PersonalRecords, Erasers],
})
export class PeopleModule {}
