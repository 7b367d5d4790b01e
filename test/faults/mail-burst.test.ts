import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { MailScene, newMessageId } from './mail-scene.js';
import { ServerProcess } from './server-process.js';

const kills = 3;

describe('a burst of mail while the server is killed at random', () => {
  let scene: MailScene;
  before(async () => {
    scene = await MailScene.set();
  });
  after(() => scene.strike());

  it('arrives whole, and nobody gets a mail more than once for each kill and once besides', async () => {
    const ids = Array.from({ length: 12 }, (_, at) => newMessageId(`burst-${at}`));
    let server = await ServerProcess.start(scene.env);
    const sending = (async () => {
      for (const id of ids) while (!(await scene.send(id))) await new Promise((resolve) => setTimeout(resolve, 100));
    })();
    for (let killed = 0; killed < kills; killed += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 900));
      await server.kill('SIGKILL');
      server = await ServerProcess.start(scene.env);
    }
    await sending;
    await scene.settled(ids);
    await server.kill('SIGTERM');

    for (const id of ids) assert.equal(await scene.posts(id), 1, id);
    const counts = ids.flatMap((id) => [...scene.copies(id).values()]);
    assert.ok(Math.max(...counts) <= 1 + kills);
    const doubles = counts.reduce((sum, count) => sum + count - 1, 0);
    assert.ok(doubles <= kills * 5, `${doubles} doubles, although ${kills} kills found five in flight at the most`);
  });
});
