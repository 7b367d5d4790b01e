import { type ArgumentMetadata, Injectable, type PipeTransform, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { BadUserInput } from '#platform/refusals';

const longest = 200_000;

/** What every argument must keep to, whatever its class says: no NUL, no half of a surrogate pair, no endless text. */
@Injectable()
export class SoundTextPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type === 'body' || metadata.type === 'query' || metadata.type === 'param')
      check(value, metadata.data ?? '');
    return value;
  }
}

function check(value: unknown, field: string): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new BadUserInput('A text may not contain the NUL character.', field);
    if (!value.isWellFormed()) throw new BadUserInput('A text must be well-formed Unicode.', field);
    if (value.length > longest) throw new BadUserInput(`A text has ${longest} characters at the most.`, field);
  } else if (Array.isArray(value)) {
    if (value.length > 1000) throw new BadUserInput('A list has 1,000 entries at the most.', field);
    for (const entry of value) check(entry, field);
  } else if (value && typeof value === 'object' && !(value instanceof Date)) {
    for (const [key, entry] of Object.entries(value)) check(entry, key);
  }
}

/** Checks inputs by their class's decorators; the first fault is told with its field. */
export const inputValidation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    forbidUnknownValues: false,
    stopAtFirstError: true,
    exceptionFactory: (errors) => firstFault(errors),
  });

function firstFault(errors: ValidationError[]): BadUserInput {
  let error = errors[0];
  while (error?.children?.length) error = error.children[0];
  const message = Object.values(error?.constraints ?? {})[0] ?? 'This cannot be used.';
  return new BadUserInput(
    `${message.charAt(0).toUpperCase()}${message.slice(1)}${message.endsWith('.') ? '' : '.'}`,
    error?.property,
  );
}
