import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NodeSources } from '#platform/graphql';
import { RoundLoader } from './round.loader.js';

/** Lets rounds be found by their id alone. */
@Injectable()
export class RoundNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeSources,
    private readonly rounds: RoundLoader,
  ) {}

  onModuleInit(): void {
    this.nodes.add('MatchingRound', 'matching_round', this.rounds);
  }
}
