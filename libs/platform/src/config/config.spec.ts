import assert from 'node:assert/strict';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ConfigFaults, readConfig } from './config.js';

const faultsOf = (env: Record<string, string>): string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigFaults);
    return error.faults;
  }
};

const folder = () => mkdtempSync(join(tmpdir(), 'gemina-config-'));

describe('configuration', () => {
  it('lists every fault at once, and names unknown variables with the likely meant one', () => {
    const faults = faultsOf({
      PORT: '70000',
      GEMINA_ROLES: 'api,cook',
      GEMINA_MAIL_DOMIAN: 'lists.example',
      GEMINA_TRUSTED_HOSTS: '10.0.0.0/99',
      DATABASE_URL: 'postgres://localhost/gemina',
    });

    assert.equal(faults.length, 5);
    assert.match(faults.join('\n'), /PORT must be a port number/);
    assert.match(faults.join('\n'), /GEMINA_ROLES must be/);
    assert.match(faults.join('\n'), /GEMINA_MAIL_DOMIAN is not a variable.*GEMINA_MAIL_DOMAIN/);
    assert.match(faults.join('\n'), /GEMINA_TRUSTED_HOSTS must be/);
    assert.match(faults.join('\n'), /GEMINA_SECRET is needed/);
  });

  it('keeps one secret in the data folder, readable by its owner only', () => {
    const data = folder();

    const first = readConfig({ GEMINA_DATA: data }).secret;
    const second = readConfig({ GEMINA_DATA: data }).secret;

    assert.equal(first, second);
    assert.equal(first.length, 64);
    assert.equal(statSync(join(data, 'secret')).mode & 0o777, 0o600);
  });

  it('shows the demo network with the embedded database only, unless told otherwise', () => {
    const secret = 'x'.repeat(32);

    const embedded = readConfig({ GEMINA_DATA: folder() });
    const external = readConfig({ DATABASE_URL: 'postgres://db/gemina', GEMINA_SECRET: secret });

    assert.equal(embedded.demo, true);
    assert.deepEqual(embedded.trustedHosts, ['127.0.0.0/8', '::1']);
    assert.equal(external.demo, false);
    assert.deepEqual(external.trustedHosts, []);
  });
});
