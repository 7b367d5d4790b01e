export { Config, ConfigFaults, crashPoints, knownVariables, readConfig, type CrashPoint, type Role } from './config.js';
export { ConfigModule } from './config.module.js';
export { crashHere } from './crash.js';
