import type { NewMessage, StoredAttachment } from './store.ts';

/** An error in the shape Resend sends: its SDK hands this object through unchanged. */
export type ResendError = { statusCode: number; name: string; message: string };

export function resendError(statusCode: number, name: string, message: string): ResendError {
  return { statusCode, name, message };
}

type Parsed = { ok: true; message: NewMessage } | { ok: false; error: ResendError };

const ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;
const NAMED = /^([^<>]*)<([^<>]+)>$/;
const MAX_RECIPIENTS = 50;
const MAX_ATTACHMENT_BYTES = 40 * 1024 * 1024;

const TYPES_BY_ENDING: Record<string, string> = {
  png: 'image/png',
  svg: 'image/svg+xml',
  ics: 'text/calendar',
  pdf: 'application/pdf',
  csv: 'text/csv',
  txt: 'text/plain',
};

class Invalid extends Error {
  readonly error: ResendError;
  constructor(error: ResendError) {
    super(error.message);
    this.error = error;
  }
}

function fail(name: string, message: string): never {
  throw new Invalid(resendError(422, name, message));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAddress(value: string): boolean {
  const named = NAMED.exec(value.trim());
  const address = (named ? named[2] : value)?.trim() ?? '';
  return address.length <= 254 && ADDRESS.test(address) && !/[\r\n]/.test(value);
}

function addresses(value: unknown, field: string, required: boolean): string[] {
  if (value === undefined || value === null) {
    if (required) fail('missing_required_field', `Missing \`${field}\` field.`);
    return [];
  }
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (required && list.length === 0) fail('missing_required_field', `Missing \`${field}\` field.`);
  if (list.length > MAX_RECIPIENTS) {
    fail('validation_error', `The \`${field}\` field must contain at most ${MAX_RECIPIENTS} addresses.`);
  }
  return list.map((entry) => {
    if (typeof entry !== 'string' || !isAddress(entry)) {
      fail(
        'validation_error',
        `Invalid \`${field}\` field. The email address needs to follow the \`email@example.com\` or \`Name <email@example.com>\` format.`,
      );
    }
    return entry.trim();
  });
}

function text(value: unknown, field: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') fail('validation_error', `The \`${field}\` field must be a \`string\`.`);
  return value;
}

function attachments(value: unknown): StoredAttachment[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) fail('invalid_attachment', 'The `attachments` field must be an array.');
  let total = 0;
  const list = value.map((entry: unknown): StoredAttachment => {
    if (!isRecord(entry)) fail('invalid_attachment', 'Attachment must be an object.');
    const path = text(entry.path, 'path');
    const encoded = text(entry.content, 'content');
    if (encoded === null && path === null) {
      fail('invalid_attachment', 'Attachment must have either a `content` or `path`.');
    }
    const filename = text(entry.filename, 'filename') ?? path?.split('/').at(-1);
    if (!filename) fail('invalid_attachment', 'Attachment must have a `filename`.');
    const content = encoded === null ? null : Buffer.from(encoded, 'base64');
    total += content?.length ?? 0;
    const ending = filename.split('.').at(-1)?.toLowerCase() ?? '';
    return {
      filename,
      contentType:
        text(entry.content_type, 'content_type') ?? TYPES_BY_ENDING[ending] ?? 'application/octet-stream',
      contentId: text(entry.content_id, 'content_id'),
      content,
      path,
    };
  });
  if (total > MAX_ATTACHMENT_BYTES) fail('invalid_attachment', 'Attachments must be under 40MB in total.');
  return list;
}

function headers(value: unknown): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) fail('validation_error', 'The `headers` field must be an object.');
  const out: Record<string, string> = {};
  for (const [name, content] of Object.entries(value)) {
    if (typeof content !== 'string' || /[\r\n]/.test(name + content)) {
      fail('validation_error', `Invalid \`headers\` field: \`${name}\`.`);
    }
    out[name] = content;
  }
  return out;
}

function tags(value: unknown): { name: string; value: string }[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) fail('validation_error', 'The `tags` field must be an array.');
  return value.map((tag: unknown) => {
    const name = isRecord(tag) ? tag.name : undefined;
    const content = isRecord(tag) ? tag.value : undefined;
    if (
      typeof name !== 'string' ||
      typeof content !== 'string' ||
      !/^[\w-]{1,256}$/.test(name) ||
      !/^[\w-]{0,256}$/.test(content)
    ) {
      fail('validation_error', 'Tags should only contain ASCII letters, numbers, underscores, or dashes.');
    }
    return { name, value: content };
  });
}

/**
 * Reads one message of `POST /emails` or of a batch by Resend's published rules
 * (https://resend.com/docs/api-reference/emails/send-email). Templates and scheduling are not played here
 * and are refused rather than ignored.
 */
export function parseEmail(input: unknown, options: { batch: boolean }): Parsed {
  try {
    if (!isRecord(input)) fail('validation_error', 'The request body must be an object.');
    if (input.template || input.scheduled_at) {
      fail('invalid_parameter', 'This stand-in plays neither `template` nor `scheduled_at`.');
    }
    if (options.batch && Array.isArray(input.attachments) && input.attachments.length > 0) {
      fail('validation_error', 'The `attachments` field is not supported in batch emails.');
    }
    const from = addresses(input.from, 'from', true);
    const to = addresses(input.to, 'to', true);
    const subject = text(input.subject, 'subject');
    if (!subject) fail('missing_required_field', 'Missing `subject` field.');
    const html = text(input.html, 'html');
    const plain = text(input.text, 'text');
    if (!html && !plain) fail('missing_required_field', 'Missing `html` or `text` field.');
    return {
      ok: true,
      message: {
        from: from[0] ?? '',
        to,
        cc: addresses(input.cc, 'cc', false),
        bcc: addresses(input.bcc, 'bcc', false),
        replyTo: addresses(input.reply_to, 'reply_to', false),
        subject,
        html,
        text: plain,
        headers: headers(input.headers),
        tags: tags(input.tags),
        attachments: attachments(input.attachments),
      },
    };
  } catch (error) {
    if (error instanceof Invalid) return { ok: false, error: error.error };
    throw error;
  }
}
