import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { EventHandler } from './handles.js';
import { handlesKey } from './handles.js';

/** The handlers that the modules of this program brought, by event and by name. */
@Injectable()
export class Handlers {
  private byEvent: Map<string, string[]> | null = null;
  private readonly byName = new Map<string, EventHandler>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** Names of the handlers of an event, as kept in jobs. */
  namesFor(eventName: string): string[] {
    return this.discovered().get(eventName) ?? [];
  }

  named(handlerName: string): EventHandler | null {
    this.discovered();
    return this.byName.get(handlerName) ?? null;
  }

  private discovered(): Map<string, string[]> {
    if (this.byEvent) return this.byEvent;
    this.byEvent = new Map();
    for (const { instance, metatype } of this.discovery.getProviders()) {
      const events = metatype ? this.reflector.get<string[] | undefined>(handlesKey, metatype) : undefined;
      if (!events || !metatype) continue;
      this.byName.set(metatype.name, instance as EventHandler);
      for (const event of events) this.byEvent.set(event, [...(this.byEvent.get(event) ?? []), metatype.name]);
    }
    return this.byEvent;
  }
}
