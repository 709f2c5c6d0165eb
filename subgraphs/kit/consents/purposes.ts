/** What a person may agree to, or not. */
export const CONSENT_PURPOSES = ['ATTRIBUTION', 'PERSONALIZATION', 'AI_TRAINING'] as const;

export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/**
 * What holds of who has said nothing. Attribution goes by what the person's events say (`EventInput.consent`) until the person says otherwise;
 * for the other two nobody is taken who was not asked.
 */
export const CONSENT_BY_DEFAULT: Readonly<Record<ConsentPurpose, boolean>> = {
  ATTRIBUTION: true,
  PERSONALIZATION: false,
  AI_TRAINING: false,
};
