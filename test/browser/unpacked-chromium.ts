import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface UnpackedChromium {
  program: string;
  /** What it needs to find the fonts that came along, and on bare systems the libraries too. */
  env: Record<string, string>;
}

const inPackage = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.resolve('@sparticuz/chromium')));
const cache = fileURLToPath(new URL('../../../node_modules/.cache', import.meta.url));

/** The fonts that came along, and the system's if it has any: without a single font the browser ends itself. */
const fontSettings = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>
`;

/**
 * The Chromium that the package @sparticuz/chromium carries in compressed form, unpacked once for each of its versions.
 * Several processes may come at once: each unpacks to a folder of its own, and the first to be done names its folder for all.
 */
export async function unpackedChromium(): Promise<UnpackedChromium> {
  const { version } = JSON.parse(await readFile(inPackage('package.json'), 'utf8')) as { version: string };
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) await unpackTo(folder);
  return {
    program: join(folder, 'chromium'),
    env: {
      FONTCONFIG_PATH: join(folder, 'fonts'),
      LD_LIBRARY_PATH: [process.env['LD_LIBRARY_PATH'], join(folder, 'al2023', 'lib')].filter(Boolean).join(':'),
    },
  };
}

async function unpackTo(folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const own = await mkdtemp(join(cache, 'chromium-'));
  try {
    await unpackInto(own);
    await writeFile(join(own, 'fonts', 'fonts.conf'), fontSettings(join(folder, 'fonts')));
    await rename(own, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** The package unpacks into the system's folder for temporary files, and nowhere else: for that long, that is ours. */
async function unpackInto(folder: string): Promise<void> {
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await Promise.all([chromium.executablePath(), inflate(inPackage('bin/al2023.tar.br'))]);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
