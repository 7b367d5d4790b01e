import { Injectable } from '@nestjs/common';

/** Tells the relay of this process that a commit has left events to announce; a lost ring costs only its next round. */
@Injectable()
export class RelayBell {
  private listener: () => void = () => undefined;

  ring(): void {
    this.listener();
  }

  onRing(listener: () => void): void {
    this.listener = listener;
  }
}
