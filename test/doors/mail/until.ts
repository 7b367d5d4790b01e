/** Waits until something is so; for ten seconds if nothing else is said. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string, seconds = 10): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Waited ${seconds} seconds for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
