import sharp from 'sharp';
import { expect, test } from 'vitest';
import { useApplication } from '#sandbox/testing/application.ts';
import { findAccount } from '../auth/session-row.ts';
import { codeOf, sessionOf } from '../auth/testing.ts';
import { database } from '../database.ts';
import { findPicture } from '../media/find-picture.ts';
import { changePicture, removePicture } from './change-picture.ts';
import { makeAccount } from './testing.ts';

const app = useApplication();

const plain = (background: string) => async () =>
  sharp({ create: { width: 40, height: 40, channels: 3, background } })
    .png()
    .toBuffer();

/** Somebody with an account, as their next request sees them. */
async function somebody(email: string) {
  const userId = await makeAccount(email);
  const session = await sessionOf(userId, null);
  const now = async () => {
    const account = await findAccount(session);
    if (!account) throw new Error('nobody is signed in');
    return account;
  };
  return { userId, now, actor: (await now()).actor };
}

const stored = () => app.asOwner<{ id: string; width: number }>('select id, width from media');

/** The file that an `<img>` would ask for. */
const fileOf = (src = '') => src.replace('/pictures/', '');

test('a picture is stored in its sizes, replaced without a rest, and removed', async () => {
  const { userId, now, actor } = await somebody('picture@example.org');
  expect((await now()).picture).toBeNull();
  await changePicture(actor, plain('#f00'));
  const first = (await now()).picture;
  expect(await stored()).toHaveLength(3);
  expect(await findPicture(database(), fileOf(first?.src))).toMatchObject({ contentType: 'image/webp' });

  await changePicture(actor, plain('#00f'));
  const second = (await now()).picture;
  expect(second?.src).not.toBe(first?.src);
  expect(await findPicture(database(), fileOf(first?.src))).toBeNull();
  expect((await stored()).map(({ width }) => width).toSorted((a, b) => a - b)).toEqual([96, 192, 512]);
  for (const source of second?.srcSet.split(', ') ?? []) {
    const [path, width] = source.split(' ');
    const picture = await findPicture(database(), fileOf(path));
    expect(`${(await sharp(picture?.bytes).metadata()).width}w`).toBe(width);
  }

  await removePicture(actor);
  await removePicture(actor);
  expect((await now()).picture).toBeNull();
  expect(await stored()).toEqual([]);
  const log = await app.asOwner(
    `select action, changes from audit_log where actor_user_id = $1 and action like 'user.picture%' order by id`,
    [userId],
  );
  expect(log).toEqual([
    { action: 'user.picture_changed', changes: {} },
    { action: 'user.picture_changed', changes: {} },
    { action: 'user.picture_removed', changes: {} },
  ]);
});

test('of several at once one stays, and nothing of the others', async () => {
  const { now, actor } = await somebody('several@example.org');
  const before = (await stored()).length;
  await Promise.all(['#f00', '#0f0', '#00f', '#ff0'].map((colour) => changePicture(actor, plain(colour))));
  expect(await stored()).toHaveLength(before + 3);
  expect(await findPicture(database(), fileOf((await now()).picture?.src))).not.toBeNull();
});

test('what cannot be taken leaves the picture that was there', async () => {
  const { now, actor } = await somebody('kept@example.org');
  await changePicture(actor, plain('#f00'));
  const { picture } = await now();
  expect(await codeOf(changePicture(actor, async () => Buffer.from('<svg/>')))).toBe('picture_unknown');
  expect((await now()).picture).toEqual(picture);
});

test('beyond twenty an hour none is even read, whoever else sends theirs', async () => {
  const { actor } = await somebody('eager@example.org');
  let read = 0;
  const nothing = async () => {
    read += 1;
    return Buffer.of();
  };
  const codes = await Promise.all(Array.from({ length: 21 }, () => codeOf(changePicture(actor, nothing))));
  expect(codes.filter((code) => code === 'too_many_tries')).toHaveLength(1);
  expect(read).toBe(20);
  const other = await somebody('patient@example.org');
  expect(await codeOf(changePicture(other.actor, plain('#0f0')))).toBe('done');
});

test('a file that is no address of a picture is none', async () => {
  for (const file of [
    '',
    'x.webp',
    `${crypto.randomUUID()}-96.webp`,
    `${crypto.randomUUID()}-97.webp`,
    "'-96.webp",
  ])
    expect(await findPicture(database(), file)).toBeNull();
});
