import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';

/** One field that finds one thing: a plain form, so the address says what was looked for. */
export function LookUp({
  words,
  label,
  hint,
  submit,
}: {
  words: string;
  label: string;
  hint: string;
  submit: string;
}) {
  return (
    <search>
      <form className="flex max-w-[640px] flex-wrap items-start gap-3">
        <div className="min-w-60 grow">
          <TextField
            id="look-up"
            name="q"
            type="search"
            label={label}
            hint={hint}
            defaultValue={words}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        </div>
        <Button type="submit" className="h-[52px] tablet:mt-[26px]">
          {submit}
        </Button>
      </form>
    </search>
  );
}
