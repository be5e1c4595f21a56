// The one barrel of the tree: Drizzle wants the schema as a single object.
export * from './bookings.ts';
export * from './catalog.ts';
export * from './check-ins.ts';
export * from './mail-keys.ts';
export * from './media.ts';
export * from './operations.ts';
export * from './organizers.ts';
export * from './payments.ts';
export * from './people.ts';
export * from './posters.ts';
export * from './transfers.ts';
