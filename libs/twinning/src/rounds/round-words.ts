import { registerEnumType } from '@nestjs/graphql';
import { RoundAim, RoundSide, RoundStatus } from './round.entity.js';

registerEnumType(RoundStatus, {
  name: 'RoundStatus',
  valuesMap: {
    COLLECTING: { description: 'Cities rank, until it closes.' },
    COMPUTED: { description: 'Organisers review the result; nobody ranks any more.' },
    PUBLISHED: { description: 'The pairs twin, and anyone can check the result.' },
  },
});
registerEnumType(RoundAim, {
  name: 'RoundAim',
  valuesMap: {
    LEARNERS_FIRST: { description: 'Deferred acceptance, best for learners; ties broken by the published seed.' },
    MOST_PAIRS: { description: 'As many pairs as a weakly stable matching can be shown to hold, ties kept.' },
    BEST_FIT: { description: 'Highest sum of suggestion scores; the blocking pairs it leaves are listed.' },
  },
});
registerEnumType(RoundSide, { name: 'RoundSide' });
