import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type CrashPoint } from '#platform/config';
import { MailScene, newMessageId } from './mail-scene.js';
import { ServerProcess } from './server-process.js';

describe('a server killed on the way of a mail', () => {
  let scene: MailScene;
  before(async () => {
    scene = await MailScene.set();
  });
  after(() => scene.strike());

  const cases: { point: CrashPoint; heard: boolean; doubles: number; what: string }[] = [
    { point: 'after-data', heard: false, doubles: 0, what: 'loses nothing and sends nothing twice' },
    { point: 'after-commit', heard: false, doubles: 0, what: 'loses nothing and posts nothing twice' },
    { point: 'before-delivery', heard: true, doubles: 0, what: 'loses nothing and sends nothing twice' },
    { point: 'after-relay', heard: true, doubles: 1, what: 'sends the one in flight twice, under the same Message-ID' },
  ];
  for (const { point, heard, doubles, what } of cases) {
    it(`${point}: ${what}`, async () => {
      const messageId = newMessageId(point);
      const doomed = await ServerProcess.start({ ...scene.env, GEMINA_CRASH_AT: point });

      assert.equal(await scene.send(messageId), heard);
      assert.equal(await doomed.ended(), 'SIGKILL');
      const server = await ServerProcess.start(scene.env);
      if (!heard) assert.ok(await scene.send(messageId), 'the sender tries again, as mail servers do, and is heard');
      await scene.settled([messageId]);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await server.kill('SIGTERM');

      assert.equal(await scene.posts(messageId), 1);
      const copies = scene.copies(messageId);
      assert.deepEqual([...copies.keys()].sort(), [...scene.readers].sort());
      assert.equal(
        [...copies.values()].reduce((sum, count) => sum + count, 0),
        scene.readers.length + doubles,
      );
    });
  }
});
