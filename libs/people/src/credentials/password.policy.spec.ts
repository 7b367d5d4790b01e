import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commonPasswords } from './common-passwords.js';
import { passwordFault, requireGoodPassword } from './password.policy.js';

const owner = { name: 'Ada Lovelace-King', email: 'ada.lovelace@example.org' };
const fault = (password: string) => passwordFault(password, owner);

describe('passwords', () => {
  it('may be any words, in any script and of any kind of characters', () => {
    for (const password of [
      'vier worte ohne ziffern',
      'aaaaaaaaaaab c',
      '世界人権宣言第二十六条教育',
      '😀😃😄😁😆😅🤣😂🙂🙃😉😊',
    ]) {
      assert.equal(fault(password), null);
    }
  });

  it('have 12 to 200 characters, counted as people count them', () => {
    assert.match(fault('eleven char') ?? '', /12 characters/);
    assert.match(fault('😀😃😄😁😆😅🤣😂🙂🙃😉') ?? '', /12 characters/);
    assert.equal(fault(`ab ${'c'.repeat(197)}`), null);
    assert.match(fault(`ab ${'c'.repeat(198)}`) ?? '', /200 characters/);
  });

  it('are not among the commonest, whatever their case', () => {
    assert.ok(
      [...commonPasswords].every((password) => [...password].length >= 12 && password === password.toLowerCase()),
    );
    for (const password of ['PasswordPassword', 'qwertyuiop123', ' 123456789012 ', 'Sonnenschein', 'motdepasse123']) {
      assert.match(fault(password) ?? '', /commonest/);
    }
  });

  it('are not two characters over and over', () => {
    assert.match(fault('xyxyxyxyxyxyxy') ?? '', /repeats/);
  });

  it('are not what an attacker knows of their owner', () => {
    for (const password of ['ada.lovelace@example.org', 'ADA.LOVELACE', 'Ada Lovelace-King', 'adalovelace-king']) {
      assert.match(fault(password) ?? '', /known to others/);
    }
    assert.throws(() => requireGoodPassword('ada.lovelace', owner), { code: 'BAD_USER_INPUT', field: 'password' });
  });
});
