import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { replyText } from './reply-text.js';

const lines = (...text: string[]) => text.join('\n');

describe('the text of a reply', () => {
  const quotes: [language: string, attribution: string[]][] = [
    ['English', ['On Sat, 21 Nov 2026 at 18:33, Ana Müller via Housing', '<housing@lists.example> wrote:']],
    ['French', ['Le sam. 21 nov. 2026 à 18:33, Ana Müller <ana@graz.example> a écrit :']],
    ['German', ['Am Sa., 21. Nov. 2026 um 18:33 Uhr schrieb Ana Müller <ana@graz.example>:']],
    ['German, Thunderbird', ['Am 21.11.26 um 18:33 schrieb Ana Müller:']],
  ];
  for (const [language, attribution] of quotes) {
    it(`loses the quote below it, kept aside (${language})`, () => {
      const reply = replyText(lines('We do.', '', ...attribution, '> Who pays', '> for the key?', ''));

      assert.equal(reply.text, 'We do.');
      assert.equal(reply.quoted, lines(...attribution, '> Who pays', '> for the key?'));
    });
  }

  it('loses what Outlook puts below, in three languages', () => {
    const blocks = [
      ['From: Ana', 'Sent: Saturday', 'To: Housing', 'Subject: Keys'],
      ['De : Ana', 'Envoyé : samedi', 'À : Logement', 'Objet : Clés'],
      ['Von: Ana', 'Gesendet: Samstag', 'An: Wohnen', 'Betreff: Schlüssel'],
    ];
    for (const block of blocks) {
      assert.equal(
        replyText(lines('We do.', '', '________________________________', ...block, '', 'Who pays?')).text,
        'We do.',
      );
    }
    assert.equal(replyText(lines('Ja.', '', '-----Ursprüngliche Nachricht-----', 'Wer zahlt?')).text, 'Ja.');
  });

  it('loses signatures and what telephones add', () => {
    for (const signature of [
      '-- \nBo, City of Graz',
      'Sent from my iPhone',
      'Envoyé de mon iPhone',
      'Von meinem iPhone gesendet',
    ]) {
      assert.deepEqual(replyText(lines('We do.', '', signature)), { text: 'We do.', quoted: signature });
    }
  });

  it('loses signature and quote together, in either order', () => {
    const quote = lines('On 21 Nov 2026, Ana wrote:', '> Who?');

    assert.equal(replyText(lines('We do.', '', '-- ', 'Bo', '', quote)).text, 'We do.');
    assert.equal(replyText(lines('We do.', '', quote, '', '-- ', 'Bo')).text, 'We do.');
  });

  it('keeps the quotes that are answered below or between', () => {
    const bottom = lines('On 21 Nov 2026, Ana wrote:', '> Who pays?', '', 'We do.');
    const between = lines('> Who pays?', 'We do.', '> And who cleans?', 'They do.');

    assert.equal(replyText(bottom).text, bottom);
    assert.equal(replyText(lines(between, '', '> Regards, Ana')).text, between);
  });

  it('leaves alone what only looks like a quote or a signature', () => {
    const texts = [
      'On Monday the mayor wrote: nothing.\nSo we went on.',
      'From: the start\nwe knew.',
      'A list:\n-- not a signature --\nmore',
      '> only a quote',
      'Am Montag kommt er.\n\nEr schrieb gern.',
    ];
    for (const text of texts) assert.deepEqual(replyText(text), { text, quoted: null });
  });

  it('loses no letter of any mail, and takes linear time', () => {
    const letters = (text: string) => text.replace(/\s/g, '');
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.constantFrom('> a', '-- ', 'On x, y wrote:', '', 'From: a', 'To: b', 'Date: c'), fc.string()),
        ),
        (parts) => {
          const mail = parts.join('\n');
          const { text, quoted } = replyText(mail);
          assert.equal(letters(text + (quoted ?? '')), letters(mail));
        },
      ),
    );
    const before = process.threadCpuUsage();
    for (const line of ['> x', 'On a', 'From: x', '-- ', '', 'On a wrote:', 'x'.repeat(300), 'Le , wrote'])
      replyText(`text\n${`${line}\n`.repeat(20_000)}`);
    replyText('On '.repeat(70_000));
    assert.ok(process.threadCpuUsage(before).user < 2_000_000);
  });
});
