import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { JobList } from '#platform/jobs';
import { LiveDoor, LiveHub } from '#platform/live';
import { loggingModule } from './logging.js';
import { Metrics } from './metrics.js';
import { OperationsController } from './operations.controller.js';
import { Readiness } from './readiness.js';

@Global()
@Module({
  imports: [loggingModule],
  controllers: [OperationsController],
  providers: [Metrics, Readiness],
  exports: [Metrics, Readiness],
})
export class TelemetryModule implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly jobs: JobList,
    private readonly hub: LiveHub,
    private readonly door: LiveDoor,
  ) {}

  onModuleInit(): void {
    this.metrics.gauge(
      'gemina_jobs_waiting',
      'Jobs that wait, those under way included',
      async () => (await this.jobs.counts()).waiting,
    );
    this.metrics.gauge(
      'gemina_jobs_dead',
      'Jobs that have used up their attempts',
      async () => (await this.jobs.counts()).dead,
    );
    this.metrics.gauge('gemina_sockets', 'Open WebSockets', () => this.door.socketCount);
    this.metrics.gauge('gemina_live_subscribers', 'Subscriptions that follow a topic', () => this.hub.subscriberCount);
    this.metrics.gauge('gemina_live_delivered', 'Live frames sent since the start', () => this.hub.delivered);
    this.metrics.gauge('gemina_live_cut_off', 'Slow readers cut off since the start', () => this.hub.cutOff);
  }
}
