import { createServer } from 'node:net';

/** Below the range from which systems take ports for outgoing connections: one of those could be gone a moment later. */
const lowest = 10_000;
const highest = 32_000;

/** A TCP port that nothing listened on a moment ago, and that nothing is likely to take meanwhile. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port was found between ${lowest} and ${highest}.`);
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
