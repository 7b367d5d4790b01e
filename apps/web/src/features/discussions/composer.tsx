import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useText } from '../../i18n/i18n.js';
import type { Refusal } from '../../live/refusal.js';
import { Button } from '../../ui/button.js';
import fieldStyles from '../../ui/field.module.css';
import { FormActions, RefusalSummary } from '../../ui/form.js';
import { Icon } from '../../ui/icon.js';
import { useDraft } from './draft.js';
import type { ShownPost } from './thread-posts.js';
import styles from './thread.module.css';

interface ComposerProps {
  threadId: string;
  parent?: ShownPost;
  onForgetParent: () => void;
  send: (body: string, parentId?: string) => Promise<Refusal | undefined>;
}

/** Where a reply is written. The draft stays on this device until it was sent; Ctrl or ⌘ with Enter sends. */
export function Composer({ threadId, parent, onForgetParent, send }: ComposerProps) {
  const text = useText();
  const [draft, setDraft] = useDraft(`thread.${threadId}`);
  const [refusal, setRefusal] = useState<Refusal>();
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = draft.trim();
    if (!body) return;
    setDraft('');
    onForgetParent();
    const refused = await send(body, parent?.id);
    // A dead network keeps the reply in sight with its own button; a refusal gives the words back to be changed.
    if (refused && refused.code !== 'NETWORK') setDraft(body);
    setRefusal(refused?.code === 'NETWORK' ? undefined : refused);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  };
  return (
    <form
      ref={form}
      onSubmit={(event) => void submit(event)}
      className={styles['composer']}
      aria-label={text('thread.reply')}
    >
      {refusal && <RefusalSummary refusal={refusal} />}
      {parent && (
        <p className={styles['answering']}>
          <Icon name="reply" />
          {text('thread.inAnswerTo', { name: parent.authorName })}
          <Button look="quiet" small icon aria-label={text('thread.forgetParent')} onPress={onForgetParent}>
            <Icon name="close" />
          </Button>
        </p>
      )}
      <label className={fieldStyles['field']}>
        <span className={fieldStyles['label']}>{text('thread.yourReply')}</span>
        <textarea
          id="reply"
          rows={5}
          className={fieldStyles['input']}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
          aria-describedby="reply-hint"
        />
      </label>
      <p id="reply-hint" className={fieldStyles['hint']}>
        {text('thread.replyHint')}
      </p>
      <FormActions>
        <Button type="submit" look="primary" isDisabled={!draft.trim()}>
          {text('thread.send')}
        </Button>
      </FormActions>
    </form>
  );
}
