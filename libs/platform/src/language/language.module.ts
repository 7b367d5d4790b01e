import { Global, Module } from '@nestjs/common';
import { Language } from './language.js';

@Global()
@Module({ providers: [Language], exports: [Language] })
export class LanguageModule {}
