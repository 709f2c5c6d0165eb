import cliProgress from 'cli-progress';

/** Tells a person how far a load has come. */
export interface Progress {
  /** A part begins, of about so many rows. */
  begin(part: string, rows: number): void;
  /** So many of the part's rows are done. */
  reach(rows: number): void;
  /** All parts are done. */
  end(): void;
}

interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A bar on a terminal, a line for each part elsewhere. */
export function makeProgress(output: Output & NodeJS.WritableStream): Progress {
  return output.isTTY ? bar(output) : lines(output);
}

function bar(stream: NodeJS.WritableStream): Progress {
  const format = '{part} [{bar}] {percentage} % | {value}/{total} rows | {duration_formatted}';
  const one = new cliProgress.SingleBar(
    { format, stream, hideCursor: true, clearOnComplete: false },
    cliProgress.Presets.shades_classic,
  );
  let open = false;
  const close = () => {
    if (!open) return;
    one.update(one.getTotal());
    one.stop();
  };
  return {
    begin: (part, rows) => {
      close();
      open = true;
      one.start(rows, 0, { part: part.padEnd(24) });
    },
    reach: (rows) => {
      if (rows > one.getTotal()) one.setTotal(rows);
      one.update(rows);
    },
    end: () => {
      close();
      open = false;
    },
  };
}

/** How often a part that takes long is told of. */
const TELL_EVERY_MS = 15_000;

function lines(output: Output): Progress {
  let part = '';
  let total = 0;
  let began = 0;
  let told = 0;
  let done = 0;
  const close = () => {
    if (part)
      output.write(
        `${part}: ${done.toLocaleString('en')} rows in ${((performance.now() - began) / 1000).toFixed(1)} s\n`,
      );
  };
  return {
    begin: (next, rows) => {
      close();
      part = next;
      total = rows;
      began = performance.now();
      told = began;
      done = 0;
    },
    reach: (rows) => {
      done = rows;
      if (performance.now() - told < TELL_EVERY_MS) return;
      told = performance.now();
      output.write(`${part}: ${done.toLocaleString('en')} of about ${total.toLocaleString('en')} rows\n`);
    },
    end: () => {
      close();
      part = '';
    },
  };
}
