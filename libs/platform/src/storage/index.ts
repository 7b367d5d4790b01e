export { type FileAccess, Files, type StoredFile } from './files.js';
export { mostFileBytes } from './files.controller.js';
export { mediaTypeOf } from './media-type.js';
export { Storage } from './storage.js';
export { StorageModule, storageOf } from './storage.module.js';
