import { Injectable } from '@nestjs/common';

/** Wakes the sending of mail in this process as soon as there is some; other processes look for it themselves. */
@Injectable()
export class DeliveryBell {
  private listener: (() => void) | null = null;

  onRing(listener: () => void): void {
    this.listener = listener;
  }

  ring(): void {
    this.listener?.();
  }
}
