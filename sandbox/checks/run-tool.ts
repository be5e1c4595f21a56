import { spawn } from 'node:child_process';

/** The folder of the repository, with a slash at its end. */
export const ROOT = new URL('../../', import.meta.url).pathname;

/** What a tool said. `findings` is empty when it was content. */
export type Findings = string[];

type Tool = {
  /** A program of node_modules/.bin, `node`, or `npm`. */
  program: string;
  args: string[];
  /** Extra environment. */
  env?: Record<string, string>;
};

/**
 * Runs a program in the repository's folder and waits for its end.
 *
 * @returns exit code (-1 when it could not start) and everything it printed, in order.
 */
export function runTool({ program, args, env = {} }: Tool): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program === 'node' ? process.execPath : program, args, {
      cwd: ROOT,
      env: {
        ...process.env,
        PATH: `${ROOT}node_modules/.bin:${process.env.PATH ?? ''}`,
        NO_COLOR: '1',
        FORCE_COLOR: '0',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', (error) => resolve({ code: -1, output: `${program}: ${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? -1, output }));
  });
}

/** Runs a tool whose exit code is its verdict. */
export async function judge(tool: Tool): Promise<Findings> {
  const { code, output } = await runTool(tool);
  return code === 0 ? [] : [output.trim() || `${tool.program} ended with ${code} and said nothing.`];
}
