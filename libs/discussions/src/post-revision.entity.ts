import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a post said before an edit, and who edited it when. */
@Entity('post_revision')
export class PostRevision {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'post_id' })
  postId!: string;
  /** The words before the edit. */
  @Column('text')
  body!: string;
  /** Null once the account is gone. */
  @Column('uuid', { name: 'editor_id', nullable: true })
  editorId!: string | null;
  @Column('timestamptz')
  at!: Date;
}
