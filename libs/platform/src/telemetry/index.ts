export { requestId } from './logging.js';
export { Metrics } from './metrics.js';
export { Readiness } from './readiness.js';
export { TelemetryModule } from './telemetry.module.js';
