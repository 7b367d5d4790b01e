import { Length, Matches } from 'class-validator';

/** A title or name in an input: 1 to `most` characters of which one is visible, no line breaks or control characters. */
export function OneLine(what: string, most: number): PropertyDecorator {
  return (target, key) => {
    Length(1, most, { message: `a ${what} has 1 to ${most} characters` })(target, key);
    Matches(/^(?=.*[^\s\p{Z}\p{C}])[^\p{Cc}\u2028\u2029]*$/u, {
      message: `a ${what} is one line with at least one visible character`,
    })(target, key);
  };
}
