/** What a handler gets: which event, and which object it spoke of. The payload's own state is never acted on. */
export type StoredEvent = { id: string; objectId: string };
