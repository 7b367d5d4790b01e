export { type Job, JobFor, type JobOptions } from './job.js';
export { JobList, type WaitingJob } from './job-list.js';
export { JobsModule } from './jobs.module.js';
