export const mail = {
  'mail.noToken': 'Dieser Link ist unvollständig',
  'mail.noToken.detail': 'Öffnen Sie ihn noch einmal aus der E-Mail, oder kopieren Sie ihn ganz.',
  'unsubscribe.title': 'Keine E-Mails mehr?',
  'unsubscribe.lead':
    'Drücken Sie den Knopf, und diese Adresse bekommt keine E-Mails dieser Gruppe mehr. Mitgliedschaft und Beiträge bleiben.',
  'unsubscribe.button': 'E-Mails beenden',
  'unsubscribe.done': 'Erledigt: keine E-Mails mehr',
  'unsubscribe.done.detail': 'Auf der Seite der Gruppe können Sie sie jederzeit wieder bestellen.',
  'outbox.title': 'Ausgehende E-Mails',
  'outbox.lead': 'Dies ist ein Demo-Netzwerk: Seine E-Mails werden nicht verschickt, sondern sind hier zu lesen.',
  'outbox.refresh': 'Neu nachsehen',
  'outbox.messages': 'Nachrichten',
  'outbox.none': 'Noch ist keine E-Mail hinausgegangen',
  'outbox.none.detail':
    'Fordern Sie einen Anmeldelink an oder antworten Sie in einem Thema, und sehen Sie wieder nach.',
  'outbox.gone': 'Diese E-Mail ist nicht mehr gespeichert.',
  'outbox.from': 'Von',
  'outbox.to': 'An',
  'outbox.at': 'Gesendet',
  'outbox.headers': 'Alle {count} Kopfzeilen',
  'outbox.raw': 'Wie es gesendet wurde',
} as const;
