import sharp from 'sharp';
import { ask } from '../stage/database.ts';
import { at } from '../stage/house.ts';
import { expect, type Page, test } from '../stage/journey.ts';
import { someone } from '../stage/purchase.ts';
import { signUp } from '../stage/sign-up.ts';

const GREEN = '#00a000';

/** A photograph as a phone makes it, with the place where it was taken. */
const photograph = async (background: string) => ({
  name: 'IMG_2041.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 1200, height: 900, channels: 3, background } })
    .jpeg()
    .withExif({ IFD0: { Model: 'Her Camera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 30/1 0/1' } })
    .toBuffer(),
});

/** What a picture on the page shows in its middle, once it is there. */
const middleOf = (page: Page, image: string) =>
  page
    .locator(image)
    .first()
    .evaluate(async (element) => {
      if (element instanceof HTMLImageElement) await element.decode();
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      if (element instanceof HTMLImageElement || element instanceof HTMLCanvasElement)
        context?.drawImage(element, 0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = context?.getImageData(0, 0, 1, 1).data ?? [];
      return green > 120 && red < 60 && blue < 60 ? 'green' : `${red} ${green} ${blue}`;
    });

const chosenIs = (page: Page) => page.getByRole('img', { name: 'The picture you have chosen' });

test('choose a picture, see it everywhere, replace what cannot be taken, remove it', async ({
  page,
  request,
  watching,
}) => {
  const olga = someone('Olga Founder');
  await signUp(page, olga);
  await page.goto('/dashboard/new');
  const house = `Lantern ${olga.email.replace(/\W.*/, '')}`;
  await page.getByLabel('Name', { exact: true }).fill(house);
  await page.getByLabel('Country').selectOption('PT');
  await page.getByRole('button', { name: /^Create/ }).click();
  await expect(page).toHaveURL(/\/dashboard\/[\w-]+\/events$/);
  const dashboard = new URL(page.url()).pathname.replace('/events', '');

  await page.goto('/account');
  await expect(page.getByText('in its place stand your initials')).toBeVisible();
  const file = page.getByLabel('Choose a picture');
  // No picture at all: said before anything is sent, and the way to another one stays.
  await file.setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg/>') });
  await expect(page.getByRole('alert').filter({ hasText: 'not a picture' })).toBeVisible();
  await expect(page.locator(':focus')).toContainText('not a picture');
  await expect(page.getByRole('button', { name: 'Use this picture' })).toBeHidden();

  await file.setInputFiles(await photograph(GREEN));
  await expect(page.getByText('Chosen: IMG_2041.jpg')).toBeVisible();
  await expect(chosenIs(page)).toBeVisible();
  expect(await middleOf(page, 'canvas')).toBe('green');
  await page.getByRole('button', { name: 'Use this picture' }).press('Enter');
  await expect(page.getByRole('status')).toContainText('Your picture is changed');
  const own = page.getByRole('img', { name: 'Your picture' });
  expect(await middleOf(page, 'img[alt="Your picture"]')).toBe('green');
  expect(await middleOf(page, 'header img')).toBe('green');

  const address = (await own.getAttribute('src')) ?? '';
  const served = await request.get(address);
  expect(served.headers()).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'private, max-age=2592000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  expect((await served.body()).includes('Her Camera')).toBe(false);

  await page.goto(`${dashboard}/team`);
  expect(await middleOf(page, 'main img')).toBe('green');
  expect(await middleOf(page, 'header img')).toBe('green');

  // What only the house can see is said on the page as well, and the picture stays.
  watching.expectFailures(422);
  await page.goto('/account');
  const many = await sharp({ create: { width: 5100, height: 5000, channels: 3, background: GREEN } })
    .png()
    .toBuffer();
  await page
    .getByLabel('Choose another')
    .setInputFiles({ name: 'p.png', mimeType: 'image/png', buffer: many });
  await page.getByRole('button', { name: 'Use this picture' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'too many pixels' })).toBeVisible();
  await expect(page.locator(':focus')).toContainText('too many pixels');
  await expect(chosenIs(page)).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: 'Remove picture' }).click();
  await expect(page.getByRole('status')).toContainText('Your picture is removed');
  await expect(page.locator('img[src^="/pictures/"]')).toHaveCount(0);
  expect((await request.get(address)).status()).toBe(404);
  await page.goto(`${dashboard}/team`);
  await expect(page.locator('main').getByText('OF', { exact: true })).toBeVisible();
});

test('without a script, and in German: a plain form, and what it could not take', async ({
  page,
  browser,
  watching,
}) => {
  const ben = someone('Ben Helper');
  await signUp(page, ben);
  const bare = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  watching.watch(bare);
  const plain = await bare.newPage();
  await plain.goto(at('/de/account'));
  const field = plain.locator('#picture-file');
  await field.setInputFiles({ name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
  await plain.getByRole('button', { name: 'Dieses Bild verwenden' }).click();
  await expect(plain.getByRole('alert').filter({ hasText: 'kein Bild' })).toBeVisible();
  await field.setInputFiles(await photograph(GREEN));
  await plain.getByRole('button', { name: 'Dieses Bild verwenden' }).click();
  await expect(plain.getByRole('status')).toContainText('Ihr Bild ist geändert');
  await expect(plain.getByRole('img', { name: 'Ihr Bild' })).toBeVisible();
  await plain.getByRole('button', { name: 'Bild entfernen' }).click();
  await expect(plain.getByRole('status')).toContainText('Ihr Bild ist entfernt');
  expect(
    await ask('select from media m join users u on u.picture_id = m.id where u.email = $1', [ben.email]),
  ).toEqual([]);
  await bare.close();
});

test('no page of another site sends one, and nothing larger than a picture may be is read', async ({
  page,
}) => {
  await signUp(page, someone('Ada Nwosu'));
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const send = async (bytes: number, headers: Record<string, string>) => {
    const body = new FormData();
    body.append('picture', new File([new Uint8Array(bytes)], 'p.jpg'));
    const init = { method: 'POST', body, headers: { cookie, ...headers }, redirect: 'manual' as const };
    const response = await fetch(at('/api/account/picture'), init);
    return { status: response.status, location: response.headers.get('location') };
  };
  const origin = new URL(at('/')).origin;
  for (const foreign of [{ origin: 'https://elsewhere.example' }, { origin: 'null' }, {}])
    expect((await send(10, foreign)).status).toBe(403);
  expect(await send(11 * 1024 * 1024, { origin })).toEqual({
    status: 303,
    location: '/account?picture=picture_too_large#picture',
  });
});
