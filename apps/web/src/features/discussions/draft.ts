import { useState } from 'react';

const keyOf = (name: string) => `gemina.draft.${name}`;

function read(name: string): string {
  try {
    return localStorage.getItem(keyOf(name)) ?? '';
  } catch {
    return '';
  }
}

/** Words not yet sent, kept on this device so that a closed tab or a dead battery loses none of them. */
export function useDraft(name: string): [words: string, set: (words: string) => void] {
  const [words, setWords] = useState(() => read(name));
  const set = (next: string) => {
    setWords(next);
    try {
      if (next) localStorage.setItem(keyOf(name), next);
      else localStorage.removeItem(keyOf(name));
    } catch {
      // Without storage the draft lasts as long as the page.
    }
  };
  return [words, set];
}
