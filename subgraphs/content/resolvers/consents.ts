import type { Claims } from '../../kit/claims/claims.ts';
import { CONSENT_BY_DEFAULT, CONSENT_PURPOSES } from '../../kit/consents/purposes.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { createLoaders } from '../loaders.ts';
import type { ConsentSettingModel } from '../models.ts';
import { tellAgeCohortAnew } from '../store/age-cohorts.ts';
import { type Consent, setConsent } from '../store/consents.ts';
import type { ContentUserErrorCode } from '../user-errors.ts';

/** What persons say of the purposes for which their data may be used. */
export const consentResolvers: Resolvers = {
  Query: {
    consents: async (_query, _args, { person, claims, loaders }) => {
      if (!person || !speaksForItself(claims)) return null;
      const said = (await loaders.consentsOfPerson.load(Buffer.from(person).toString('hex'))) ?? [];
      return CONSENT_PURPOSES.map((purpose) => {
        const known = said.find((each) => each.purpose === purpose);
        return known ? settingOf(known) : { purpose, granted: CONSENT_BY_DEFAULT[purpose], updatedAt: null };
      });
    },
  },
  Mutation: {
    consentUpdate: async (_mutation, { input: { purpose, granted } }, context) => {
      const { person, claims, db, now } = context;
      if (!person || !speaksForItself(claims)) {
        const message = 'Nobody knows whose consent this is.';
        const code: ContentUserErrorCode = 'PERSON_UNKNOWN';
        return { consent: null, userErrors: [{ field: null, code, message }] };
      }
      const said = { person, purpose, granted, changedAt: now };
      const consent = await setConsent(db, said, async (transaction) => {
        if (purpose === 'ATTRIBUTION') await tellAgeCohortAnew(transaction, person);
      });
      context.loaders = createLoaders(db, context.brands);
      return { consent: settingOf(consent), userErrors: [] };
    },
  },
};

function settingOf({ purpose, granted, changedAt }: Consent): ConsentSettingModel {
  return { purpose, granted, updatedAt: changedAt };
}

/** A partner's header may name anyone: nobody says for others what they agree to. */
function speaksForItself({ kind }: Claims): boolean {
  return kind === 'viewer' || kind === 'development';
}
