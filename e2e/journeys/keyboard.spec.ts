import { bookingState } from '../stage/database.ts';
import { expect, type Page, test } from '../stage/journey.ts';
import { atCheckout, choose, hold, isConfirmed, payButton, someone } from '../stage/purchase.ts';

/**
 * Presses Tab until the focus is on what has this name, inside the card form too, and looks that each stop on the way
 * shows a focus ring.
 */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const visited: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await focusedElement(page);
    visited.push(focused.name);
    expect(focused.ring, `a focus ring on "${focused.name}"`).toBe(true);
    const found = typeof name === 'string' ? focused.name === name : name.test(focused.name);
    if (found) return;
  }
  throw new Error(`Tab never reached ${name}. It went over: ${visited.join(' | ')}`);
}

/** The element with the focus, by the name a screen reader would read, and whether one can see that it has it. */
async function focusedElement(page: Page): Promise<{ name: string; ring: boolean }> {
  for (const frame of page.frames()) {
    const found = await frame
      .evaluate(() => {
        const element = document.activeElement;
        if (
          !(element instanceof HTMLElement) ||
          element === document.body ||
          element instanceof HTMLIFrameElement
        )
          return null;
        const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
        // A link that stands for a whole card has its ring around all of that.
        const ring = [undefined, '::after'].some((part) => {
          const style = getComputedStyle(element, part);
          return (
            (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) ||
            style.boxShadow !== 'none'
          );
        });
        const name = element.getAttribute('aria-label') ?? label ?? element.textContent ?? '';
        return { name: name.trim().replaceAll(/\s+/g, ' '), ring };
      })
      .catch(() => null);
    if (found && (await hasFocus(page, frame === page.mainFrame()))) return found;
    if (found && frame !== page.mainFrame()) return found;
  }
  return { name: '', ring: true };
}

/** In the main frame a focused frame element stands for whatever is focused inside it. */
async function hasFocus(page: Page, main: boolean): Promise<boolean> {
  if (!main) return true;
  return page.evaluate(() => !(document.activeElement instanceof HTMLIFrameElement));
}

test('the whole purchase with the keyboard alone', async ({ page }) => {
  const buyer = someone('Keyboard Only');
  await page.goto('/events/paid-concert');
  const { keyboard } = page;

  await tabTo(page, 'Skip to the content');
  await keyboard.press('Enter');
  await tabTo(page, 'One more: Standing');
  await keyboard.press('Space');
  await keyboard.press('Space');
  await expect(page.getByLabel('How many: Standing')).toHaveValue('2');
  await tabTo(page, 'How many: Balcony seat');
  await keyboard.type('1');
  await tabTo(page, 'Hold 3 tickets');
  await keyboard.press('Enter');
  const reference = await atCheckout(page);

  await tabTo(page, 'Full name');
  await keyboard.type(buyer.name);
  await tabTo(page, 'E-mail');
  await keyboard.type(buyer.email);
  await tabTo(page, 'Same as above');
  await expect(page.getByLabel('Same as above')).toBeChecked();
  for (const ticket of [2, 3]) {
    await tabTo(page, new RegExp(`^Ticket ${ticket}: `));
    await keyboard.type(`Friend ${ticket}`);
  }
  await tabTo(page, 'Card number');
  await keyboard.type('4242424242424242');
  await tabTo(page, 'Expiration date');
  await keyboard.type('1234');
  await tabTo(page, 'Security code');
  await keyboard.type('123');
  await tabTo(page, /^I accept the terms/);
  await keyboard.press('Space');
  await tabTo(page, /^Pay /);
  await keyboard.press('Enter');

  await isConfirmed(page, reference);
  expect(await bookingState(reference)).toMatchObject({ status: 'confirmed', tickets: 3 });
});

test('sending an empty checkout names the fields and puts the focus on the first', async ({ page }) => {
  await page.goto('/events/paid-concert');
  await page.getByRole('button', { name: 'One more: Standing' }).click();
  await page.getByRole('button', { name: 'Hold 1 ticket' }).click();
  await atCheckout(page);
  await page.getByLabel('E-mail', { exact: true }).fill('marta@gmial.com');
  await expect(page.getByRole('button', { name: 'marta@gmail.com?' })).toBeVisible();
  await page.getByRole('button', { name: /^Pay / }).click();
  await expect(page.getByLabel('Full name')).toBeFocused();
  await expect(page.getByLabel('Full name')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Please accept the terms to go on.')).toBeVisible();
  // The first ticket is the buyer's: one name is missing, not two.
  await expect(page.getByText('2 fields need a look')).toBeVisible();
  await expect(page.getByText('Who is this ticket for?')).toHaveCount(0);
  await page.getByRole('link', { name: 'Terms of sale', exact: true }).press('Enter');
  await expect(page.getByRole('checkbox', { name: /^I accept/ })).toBeFocused();
  // What was typed is still there, and a likely typo was pointed out without being blocked.
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue('marta@gmial.com');
});

for (const viewport of [
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 422, height: 320 },
]) {
  test(`at ${viewport.width} by ${viewport.height} nothing lies on what has the focus in the checkout`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await choose(page, 'paid-concert', { Standing: 2 });
    await hold(page);
    await expect(payButton(page)).toBeEnabled();
    await payButton(page).focus();
    const seen: string[] = [];
    for (let step = 0; step < 14; step += 1) {
      await page.keyboard.press('Shift+Tab');
      const focused = await page.evaluate(() => {
        const { activeElement } = document;
        if (!(activeElement instanceof HTMLElement) || activeElement.tagName === 'IFRAME') return null;
        const box = activeElement.getBoundingClientRect();
        const over = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
        return { name: activeElement.id, free: activeElement.contains(over) };
      });
      if (!focused) continue;
      seen.push(focused.name);
      expect(focused.free, `${focused.name} is covered`).toBe(true);
    }
    expect(seen).toEqual(expect.arrayContaining(['accept-terms', 'attendee-1', 'buyer-email']));
  });
}
