import { expect, test } from 'playwright/test';
import { useVerbs } from '../stage/application.ts';
import { house } from '../stage/house.ts';
import { actions } from './actions.ts';
import { checkActions, checkRoutes } from './matrix.ts';
import { listActions, listRoutes } from './route-tree.ts';
import { routes } from './routes.ts';
import { buildWorld, type World } from './world.ts';

// Who gets what: every page, route handler and server action of the tree, for everybody there is.

useVerbs();
let world: World;
test.beforeAll(async () => {
  world = await buildWorld();
});

test('every route of the tree is in the table, and none that is gone', () => {
  expect(Object.keys(routes).toSorted()).toEqual(
    [...new Set(listRoutes().map(({ path }) => path))].toSorted(),
  );
});

test('every server action of the build is in the table, and none that is gone', () => {
  expect(Object.keys(actions).toSorted()).toEqual([...listActions().keys()].toSorted());
});

for (const path of Object.keys(routes)) {
  test(`route ${path}`, () => checkRoutes(house().appUrl, world, path));
}

for (const name of Object.keys(actions)) {
  test(`action ${name}`, () => checkActions(house().appUrl, world, name, listActions()));
}
