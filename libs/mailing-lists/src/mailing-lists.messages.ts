import { type Message } from '#platform/language';

/** The name beside the list's address in From: who wrote it, by way of which list. */
export const authorViaList: Message = {
  en: '{author} via {list}',
  fr: '{author} via {list}',
  de: '{author} über {list}',
};
export const wroteInThread: Message = {
  en: '{author} in “{thread}”, {at}',
  fr: '{author} dans « {thread} », {at}',
  de: '{author} in „{thread}“, {at}',
};
export const readOnTheWeb: Message = {
  en: 'Read and answer on the web',
  fr: 'Lire et répondre sur le web',
  de: 'Im Web lesen und antworten',
};
export const answerByMail: Message = {
  en: 'Or simply answer this mail: your reply joins the thread.',
  fr: 'Ou répondez simplement à ce message : votre réponse rejoint le fil.',
  de: 'Oder antworten Sie einfach auf diese Mail: Ihre Antwort kommt in den Faden.',
};
export const leaveByMail: Message = {
  en: 'To get no more mail from this list, write to',
  fr: 'Pour ne plus recevoir de messages de cette liste, écrivez à',
  de: 'Keine Mails dieser Liste mehr? Schreiben Sie an',
};
/** Subject of an answer to somebody's mail. */
export const yourMailTo: Message = {
  en: 'Your mail to {list}: {subject}',
  fr: 'Votre message à {list} : {subject}',
  de: 'Ihre Mail an {list}: {subject}',
};
export const yourText: Message = {
  en: 'You wrote:',
  fr: 'Vous avez écrit :',
  de: 'Sie schrieben:',
};
export const joinedByMail: Message = {
  en: 'You are a member of {list} now and get its posts by mail. To get no more mail, write to {leave}.',
  fr: 'Vous êtes maintenant membre de {list} et recevez ses messages par courriel. Pour ne plus en recevoir, écrivez à {leave}.',
  de: 'Sie sind jetzt Mitglied von {list} und bekommen die Beiträge als Mail. Wenn Sie keine mehr wollen, schreiben Sie an {leave}.',
};
export const leftByMail: Message = {
  en: 'You get no more mail from {list}. You are still a member: on the web you can read, write, or leave the group.',
  fr: 'Vous ne recevez plus de courriels de {list}. Vous êtes toujours membre : sur le web, vous pouvez lire, écrire ou quitter le groupe.',
  de: 'Sie bekommen keine Mails von {list} mehr. Mitglied sind Sie weiterhin: im Web können Sie lesen, schreiben oder austreten.',
};
export const notJoined: Message = {
  en: 'You could not be added to {list}. {reason}',
  fr: 'Vous n’avez pas pu être ajouté à {list}. {reason}',
  de: 'Sie konnten nicht in {list} aufgenommen werden. {reason}',
};
export const unknownAddress: Message = {
  en: 'We know of no account with the address you wrote from. Make one on the web, or write from the address of your account.',
  fr: 'Aucun compte ne correspond à l’adresse dont vous écrivez. Créez-en un sur le web, ou écrivez depuis l’adresse de votre compte.',
  de: 'Zu der Adresse, von der Sie schreiben, gibt es kein Konto. Legen Sie im Web eines an, oder schreiben Sie von der Adresse Ihres Kontos.',
};
/** Over a mail that a moderator posts for somebody without an account. */
export const wroteByMail: Message = {
  en: '{name} wrote by mail:',
  fr: '{name} a écrit par courriel :',
  de: '{name} schrieb per Mail:',
};
/** Subject of a mail that is passed on to the moderators of a group. */
export const mailToOwner: Message = {
  en: 'To the moderators of {list}: {subject}',
  fr: 'Aux modérateurs de {list} : {subject}',
  de: 'An die Moderation von {list}: {subject}',
};
export const heldMailRejected: Message = {
  en: 'The moderators of {list} did not post your mail.',
  fr: 'Les modérateurs de {list} n’ont pas publié votre message.',
  de: 'Die Moderation von {list} hat Ihre Mail nicht veröffentlicht.',
};
export const heldMailRejectedBecause: Message = {
  en: 'The moderators of {list} did not post your mail. They say: {reason}',
  fr: 'Les modérateurs de {list} n’ont pas publié votre message. Ils écrivent : {reason}',
  de: 'Die Moderation von {list} hat Ihre Mail nicht veröffentlicht. Sie schreibt: {reason}',
};
