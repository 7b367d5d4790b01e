export { Language, locales, type Message, type Said, type SpokenLocale } from './language.js';
export { LanguageModule } from './language.module.js';
