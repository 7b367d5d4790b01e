import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NodeSources } from '#platform/graphql';
import { LearningRequestLoader } from './learning-request.loader.js';
import { MentorOfferLoader } from './mentor-offer.loader.js';
import { EvaluationLoader, ExchangeLoader, MilestoneLoader } from './twinning-record.loader.js';
import { TwinningLoader } from './twinning.loader.js';

/** Lets everything of twinning be found by its id alone. */
@Injectable()
export class TwinningNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeSources,
    private readonly offers: MentorOfferLoader,
    private readonly requests: LearningRequestLoader,
    private readonly twinnings: TwinningLoader,
    private readonly milestones: MilestoneLoader,
    private readonly exchanges: ExchangeLoader,
    private readonly evaluations: EvaluationLoader,
  ) {}

  onModuleInit(): void {
    this.nodes.add('MentorOffer', 'mentor_offer', this.offers);
    this.nodes.add('LearningRequest', 'learning_request', this.requests);
    this.nodes.add('Twinning', 'twinning', this.twinnings);
    this.nodes.add('Milestone', 'milestone', this.milestones);
    this.nodes.add('Exchange', 'exchange', this.exchanges);
    this.nodes.add('Evaluation', 'evaluation', this.evaluations);
  }
}
