import type { Plan } from '../plan.ts';
import { permutation } from '../random/permutation.ts';

/** What one person answered. */
export interface SurveyAnswer {
  readonly respondent: number;
  /** Searches before buying. */
  readonly searchesFirst: boolean;
  readonly bornSince1990: boolean;
  /** Says that search sways what they buy. */
  readonly searchSways: boolean;
}

/** The answers of everyone asked, each question's share exact. */
export function* makeSurvey({ seed, survey }: Plan): Generator<SurveyAnswer> {
  const first = permutation(seed, 'survey.first', survey.asked);
  const born = permutation(seed, 'survey.born', survey.asked);
  const sways = permutation(seed, 'survey.sways', survey.asked);
  for (let place = 0; place < survey.asked; place += 1)
    yield {
      respondent: place + 1,
      searchesFirst: first.at(place) < survey.searchFirst,
      bornSince1990: born.at(place) < survey.bornSince1990,
      searchSways: sways.at(place) < survey.searchSways,
    };
}
