import { DatabaseSync } from 'node:sqlite';

/** An attachment as it was sent: bytes, or the address Resend would fetch it from (never fetched here). */
export type StoredAttachment = {
  filename: string;
  contentType: string;
  /** Present when the HTML refers to it as `cid:<contentId>`. */
  contentId: string | null;
  content: Buffer | null;
  path: string | null;
};

export type NewMessage = {
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
  html: string | null;
  text: string | null;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
  attachments: StoredAttachment[];
};

export type Message = NewMessage & {
  id: string;
  /** Milliseconds since 1970 on the stand-in's own clock. */
  receivedAt: number;
  idempotencyKey: string | null;
  /** True when it came by the batch call. */
  batch: boolean;
};

/** A message without its bodies and bytes: enough for a list. */
export type MessageSummary = {
  id: string;
  from: string;
  to: string[];
  subject: string;
  receivedAt: number;
  attachmentCount: number;
};

export type RememberedAnswer = { requestHash: string; status: number; body: string; storedAt: number };

export type MessageFilter = { to?: string; subject?: string; search?: string; limit?: number };

export type Store = ReturnType<typeof openStore>;

const SCHEMA = `
  create table if not exists message (
    seq integer primary key autoincrement,
    id text not null unique,
    received_at integer not null,
    recipients text not null,
    subject text not null,
    attachment_count integer not null,
    content text not null
  ) strict;
  create table if not exists attachment (
    message_id text not null references message(id) on delete cascade,
    position integer not null,
    filename text not null,
    content_type text not null,
    content_id text,
    content blob,
    path text,
    primary key (message_id, position)
  ) strict;
  create table if not exists idempotency (
    key text primary key,
    request_hash text not null,
    status integer not null,
    body text not null,
    stored_at integer not null
  ) strict;
  create table if not exists setting (name text primary key, value text not null) strict;
`;

type Content = Omit<Message, 'attachments' | 'id' | 'receivedAt'>;

function parseContent(text: string): Content {
  // Only this file writes the column, so its shape is the one written in `accept`.
  return JSON.parse(text) as Content;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function asNumber(value: unknown): number {
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : 0;
}

/**
 * Opens (or creates) the file everything is kept in. A commit has reached the operating system before a
 * caller is answered, so `kill -9` loses nothing that was acknowledged.
 */
export function openStore(file: string) {
  const db = new DatabaseSync(file);
  db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on;');
  db.exec(SCHEMA);

  const insertMessage = db.prepare(
    'insert into message (id, received_at, recipients, subject, attachment_count, content) values (?, ?, ?, ?, ?, ?)',
  );
  const insertAttachment = db.prepare(
    'insert into attachment (message_id, position, filename, content_type, content_id, content, path) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const insertAnswer = db.prepare(
    'insert or replace into idempotency (key, request_hash, status, body, stored_at) values (?, ?, ?, ?, ?)',
  );

  function attachmentsOf(id: string): StoredAttachment[] {
    const rows = db.prepare('select * from attachment where message_id = ? order by position').all(id);
    return rows.map((row) => ({
      filename: asText(row.filename),
      contentType: asText(row.content_type),
      contentId: typeof row.content_id === 'string' ? row.content_id : null,
      content: row.content instanceof Uint8Array ? Buffer.from(row.content) : null,
      path: typeof row.path === 'string' ? row.path : null,
    }));
  }

  return {
    /** Stores messages and, in the same transaction, the answer their idempotency key stands for. */
    accept(messages: Message[], answer: { key: string; value: RememberedAnswer } | null): void {
      db.exec('begin immediate');
      try {
        for (const message of messages) {
          const { attachments, id, receivedAt, ...content } = message;
          const recipients = [...message.to, ...message.cc, ...message.bcc].join(' ').toLowerCase();
          insertMessage.run(
            id,
            receivedAt,
            recipients,
            message.subject,
            attachments.length,
            JSON.stringify(content),
          );
          attachments.forEach((a, position) => {
            insertAttachment.run(id, position, a.filename, a.contentType, a.contentId, a.content, a.path);
          });
        }
        if (answer) {
          const { requestHash, status, body, storedAt } = answer.value;
          insertAnswer.run(answer.key, requestHash, status, body, storedAt);
        }
        db.exec('commit');
      } catch (error) {
        db.exec('rollback');
        throw error;
      }
    },

    answerFor(key: string): RememberedAnswer | null {
      const row = db.prepare('select * from idempotency where key = ?').get(key);
      if (!row) return null;
      return {
        requestHash: asText(row.request_hash),
        status: asNumber(row.status),
        body: asText(row.body),
        storedAt: asNumber(row.stored_at),
      };
    },

    forgetAnswersBefore(instant: number): void {
      db.prepare('delete from idempotency where stored_at < ?').run(instant);
    },

    message(id: string): Message | null {
      const row = db.prepare('select * from message where id = ?').get(id);
      if (!row) return null;
      return {
        ...parseContent(asText(row.content)),
        id,
        receivedAt: asNumber(row.received_at),
        attachments: attachmentsOf(id),
      };
    },

    /** Newest first. */
    list(filter: MessageFilter = {}): MessageSummary[] {
      const rows = db
        .prepare(
          `select id, received_at, subject, attachment_count, content from message
           where instr(recipients, lower(?)) > 0
             and instr(lower(subject), lower(?)) > 0
             and instr(recipients || ' ' || lower(subject), lower(?)) > 0
           order by seq desc limit ?`,
        )
        .all(filter.to ?? '', filter.subject ?? '', filter.search ?? '', filter.limit ?? 200);
      return rows.map((row) => {
        const content = parseContent(asText(row.content));
        return {
          id: asText(row.id),
          from: content.from,
          to: content.to,
          subject: content.subject,
          receivedAt: asNumber(row.received_at),
          attachmentCount: asNumber(row.attachment_count),
        };
      });
    },

    count(): number {
      return asNumber(db.prepare('select count(*) as n from message').get()?.n);
    },

    clear(): void {
      db.exec(
        'begin immediate; delete from attachment; delete from message; delete from idempotency; commit',
      );
    },

    setting(name: string): string | null {
      const row = db.prepare('select value from setting where name = ?').get(name);
      return row ? asText(row.value) : null;
    },

    saveSetting(name: string, value: string): void {
      db.prepare('insert or replace into setting (name, value) values (?, ?)').run(name, value);
    },

    close(): void {
      db.close();
    },
  };
}
