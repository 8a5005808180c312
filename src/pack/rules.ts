import { laterIsMarked, opensOnItsDay, sourceDatesExist } from './rules/days.ts';
import { announcedBefore, nestingEnds, partiesDiffer, statesFollowTime } from './rules/deals.ts';
import {
  everythingIsGrounded,
  figuresAreSound,
  paragraphsHaveClaims,
  readingsHaveVoices,
  verdictsAreDated
} from './rules/grounds.ts';
import { aliasesLead, idsAreUnique, retiredAreGone } from './rules/ids.ts';
import {
  flowsJoinSites,
  innerSitesBalance,
  passedOnIsAll,
  siteTotalsHold,
  stagesAreNamed,
  weakPointsResolve
} from './rules/lenses.ts';
import { markingsAreOrdered, ownMarkingIsRanked } from './rules/markings.ts';
import type { Rule } from './rules/rule.ts';
import { sceneFiguresAreGrounded } from './rules/scenes.ts';
import { shocksResolve } from './rules/scenarios.ts';
import { amountsArePositive, nothingIsBlank, sharesArePartial, sourcesCanBeFound } from './rules/sound.ts';
import { noLikelihoodWords, nothingUnverified } from './rules/words.ts';

/** All rules that look across tables. */
export const RULES: readonly Rule[] = [
  idsAreUnique,
  aliasesLead,
  retiredAreGone,
  markingsAreOrdered,
  ownMarkingIsRanked,
  stagesAreNamed,
  flowsJoinSites,
  weakPointsResolve,
  innerSitesBalance,
  passedOnIsAll,
  siteTotalsHold,
  shocksResolve,
  statesFollowTime,
  announcedBefore,
  partiesDiffer,
  nestingEnds,
  paragraphsHaveClaims,
  everythingIsGrounded,
  verdictsAreDated,
  readingsHaveVoices,
  sceneFiguresAreGrounded,
  noLikelihoodWords,
  figuresAreSound,
  opensOnItsDay,
  laterIsMarked,
  sourceDatesExist,
  sourcesCanBeFound,
  amountsArePositive,
  sharesArePartial,
  nothingIsBlank,
  nothingUnverified
];
