import { Injectable } from '@nestjs/common';

/** The only source of the present instant; tests put a {@link SettableClock} in its place. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** The instant `seconds` from now; negative for the past. */
  in(seconds: number): Date {
    return new Date(this.now().getTime() + seconds * 1000);
  }
}

/** A clock that stands where a test sets it, or runs at an offset from the real one. */
export class SettableClock extends Clock {
  private offset = 0;
  private fixed: Date | null = null;

  override now(): Date {
    return this.fixed ?? new Date(Date.now() + this.offset);
  }

  set(instant: Date | string): void {
    this.fixed = new Date(instant);
  }

  advance(seconds: number): void {
    if (this.fixed) this.fixed = new Date(this.fixed.getTime() + seconds * 1000);
    else this.offset += seconds * 1000;
  }
}
