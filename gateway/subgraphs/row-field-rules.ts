import { z } from 'zod';

/** `Type.field=policy+policy` */
const RULE = /^([_A-Za-z]\w*\.[_A-Za-z]\w*)=([A-Za-z]\w*(?:\+[A-Za-z]\w*)*)$/;

/** Reads which fields differ by which rows: see the setting. */
export const rowFields: z.ZodType<ReadonlyMap<string, readonly string[]> | 'any', string> = z
  .string()
  .transform((text, context) => {
    if (text === 'any') return 'any';
    const rules = new Map<string, readonly string[]>();
    for (const rule of text === 'none' ? [] : text.split(',')) {
      const [, field, policies] = RULE.exec(rule.trim()) ?? [];
      if (field === undefined || policies === undefined || rules.has(field)) {
        const message = 'must read like Query.order=own_shop,Note.conversion=own_shop+own_author, each field once';
        context.addIssue({ code: 'custom', message });
        return z.NEVER;
      }
      rules.set(field, policies.split('+'));
    }
    return rules;
  });
