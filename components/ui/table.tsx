import type { ReactNode } from 'react';

export type Column = {
  key: string;
  label: ReactNode;
  /** Numbers stand right. */
  number?: boolean;
  /** The least needed columns leave first: `tablet` is gone on a phone, `desk` also on a tablet. */
  from?: 'tablet' | 'desk';
};

const leaves = { tablet: 'hidden tablet:table-cell', desk: 'hidden desk:table-cell' };

/** How a cell of this column stands, in its head and in its rows alike. */
function cellClass({ number, from }: Column): string {
  return `ps-3 first:ps-0 desk:ps-6 desk:first:ps-0 ${number ? 'text-end' : 'text-start'} ${from ? leaves[from] : ''}`;
}

/** A dense table for work: small type, a head that stays, hairlines, no cages. */
export function Table({
  caption,
  columns,
  rows,
}: {
  /** Read out, not drawn: the heading above says the same. */
  caption: string;
  columns: Column[];
  rows: { key: string; cells: Record<string, ReactNode> }[];
}) {
  return (
    <table className="w-full border-separate border-spacing-0 text-t1 leading-5">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={`sticky top-0 z-[1] border-b-[1.5px] border-rule bg-paper py-2 font-[560] text-ink-2 ${cellClass(column)}`}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key} className="hover:bg-paper-2">
            {columns.map((column, index) => {
              const Cell = index === 0 ? 'th' : 'td';
              return (
                <Cell
                  key={column.key}
                  scope={index === 0 ? 'row' : undefined}
                  className={`border-b border-hairline py-2 align-top font-[450] ${cellClass(column)}`}
                >
                  {cells[column.key]}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
