import { describeSandbox } from './process/first-screen.ts';
import { runInFolder } from './process/run-in-folder.ts';

// npm run demo: the production build on stand-ins, for someone who wants to see Foyer.
await runInFolder('demo', (sandbox) => describeSandbox(sandbox));
