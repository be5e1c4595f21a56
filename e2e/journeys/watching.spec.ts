import { expect, test } from '../stage/journey.ts';

// Journeys fail on whatever the browser complains about. These show that they would.

test('errors, exceptions, forbidden scripts and unexpected answers are noticed', async ({
  page,
  watching,
}) => {
  const complaintsAfter = async (act: () => Promise<unknown>) => {
    await act();
    await expect.poll(() => complaints.push(...watching.takeComplaints())).toBeGreaterThan(0);
    return complaints.splice(0).join('\n');
  };
  const complaints: string[] = [];
  await page.goto('/');
  expect(await complaintsAfter(() => page.evaluate(() => console.error('something is wrong')))).toContain(
    'something is wrong',
  );
  const uncaught = await complaintsAfter(() =>
    page.evaluate(() => {
      setTimeout(() => {
        throw new Error('nobody catches this');
      });
    }),
  );
  expect(uncaught).toContain('nobody catches this');
  const forbidden = await complaintsAfter(() =>
    page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
    }),
  );
  expect(forbidden).toContain('Content Security Policy');
  expect(await complaintsAfter(() => page.goto('/there-is-no-such-page'))).toContain('404');
});

test.fail('and a journey that leaves one fails (this one has to)', async ({ page }) => {
  await page.goto('/there-is-no-such-page');
});
