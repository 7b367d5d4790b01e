import { setupI18n, type Messages } from '@lingui/core';
import { useLingui } from '@lingui/react';
import type { en } from './messages/en/index.js';

export const locales = ['en', 'fr', 'de'] as const;
export type AppLocale = (typeof locales)[number];
export type MessageId = keyof typeof en;

/** What may stand in for a message's `{placeholders}`. */
export type MessageValues = Record<string, string | number>;

const catalogs: Record<AppLocale, () => Promise<Messages>> = {
  en: async () => (await import('./messages/en/index.js')).en,
  fr: async () => (await import('./messages/fr/index.js')).fr,
  de: async () => (await import('./messages/de/index.js')).de,
};

export const i18n = setupI18n();

const storageKey = 'gemina.locale';
const isAppLocale = (tag: string | undefined): tag is AppLocale => locales.some((known) => known === tag);

/** The language chosen before on this device, else the first of the browser's that we speak, else English. */
export function preferredLocale(): AppLocale {
  const candidates = [readStored(), ...navigator.languages];
  return candidates.map((tag) => tag?.split('-')[0]).find(isAppLocale) ?? 'en';
}

/** Loads one language's catalog, and makes it the page's; the others are not fetched. */
export async function activateLocale(locale: AppLocale): Promise<void> {
  const messages = await catalogs[locale]();
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
  try {
    localStorage.setItem(storageKey, locale);
  } catch {
    // Private windows may refuse storage: the choice then lasts as long as the page.
  }
}

function readStored(): string | undefined {
  try {
    return localStorage.getItem(storageKey) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Words in the reader's language: `text('cities.count', { count: 47 })`. Renders again when the language changes. */
export function useText(): (id: MessageId, values?: MessageValues) => string {
  const { i18n: current } = useLingui();
  return (id, values) => current._(id, values);
}

/** The active language, for `Intl`. */
export function useLocale(): AppLocale {
  const { i18n: current } = useLingui();
  return isAppLocale(current.locale) ? current.locale : 'en';
}
