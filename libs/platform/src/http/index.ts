export { furnishHttp, httpAdapter } from './http-door.js';
export { HttpModule } from './http.module.js';
