"""Reads what the command line is given: CSV, Parquet and XLSX files, or a folder of them, a table a file.

Nothing is guessed: CSV cells stay text, so that a mapping alone says what they mean; XLSX dates stay dates.
"""

from __future__ import annotations

import csv
import datetime
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow

Progress = Callable[[Iterable[Any], str], Iterable[Any]]

EXTENSIONS = (".csv", ".parquet", ".xlsx")


class SheetError(Exception):
    """A file that cannot be read; `key` names the text, `values` fill it."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def read_roster(source: Path, progress: Progress) -> dict[str, pyarrow.Table]:
    """The tables of a file (one: cadres) or of a folder (the file's name is the table's id)."""
    if source.is_dir():
        return {path.stem: read_sheet(path, progress) for path in table_files(source)}
    if not source.exists():
        raise SheetError("no_file", path=source)
    return {"cadres": read_sheet(source, progress)}


def table_files(folder: Path) -> list[Path]:
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in EXTENSIONS)
    if not files:
        raise SheetError("empty_folder", path=folder, extensions=", ".join(EXTENSIONS))
    seen: dict[str, Path] = {}
    for path in files:
        if path.stem in seen:
            raise SheetError("table_twice", path=path, other=seen[path.stem].name, table=path.stem)
        seen[path.stem] = path
    return files


def read_sheet(path: Path, progress: Progress) -> pyarrow.Table:
    readers = {".csv": read_csv, ".parquet": read_parquet, ".xlsx": read_xlsx}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise SheetError("unknown_format", path=path, extensions=", ".join(EXTENSIONS))
    try:
        return reader(path, progress)
    except SheetError:
        raise
    except OSError as error:
        raise SheetError("unreadable", path=path, reason=error.strerror or str(error)) from error
    except Exception as error:
        # Whatever a reader says about a damaged file, it is the file that is wrong.
        raise SheetError("damaged", path=path, reason=first_line(str(error))) from error


def first_line(text: str) -> str:
    return text.strip().splitlines()[0] if text.strip() else "?"


def read_csv(path: Path, progress: Progress) -> pyarrow.Table:
    import pyarrow
    from pyarrow import csv as arrow_csv

    check_rows(path, progress)
    names = column_names(path)
    return arrow_csv.read_csv(
        path,
        read_options=arrow_csv.ReadOptions(column_names=names, skip_rows_after_names=1),
        parse_options=arrow_csv.ParseOptions(newlines_in_values=True),
        convert_options=arrow_csv.ConvertOptions(
            column_types={name: pyarrow.string() for name in names},
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=True,
        ),
    )


def column_names(path: Path) -> list[str]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        names = next(csv.reader(file), [])
    check_names(path, names)
    return names


def check_names(path: Path, names: list[str]) -> None:
    if not any(names):
        raise SheetError("no_header", path=path)
    twice = next((name for at, name in enumerate(names) if name in names[:at]), None)
    if twice is not None:
        raise SheetError("column_twice", path=path, column=twice)


def check_rows(path: Path, progress: Progress) -> None:
    """Finds what a lenient reader would let pass: bytes that are no UTF-8, a quote that is never closed."""
    line = 1
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file, strict=True)
            width = len(next(rows, []))
            line = rows.line_num + 1
            for row in progress(rows, path.name):
                if row and len(row) != width:
                    raise SheetError("ragged_row", path=path, line=line, found=len(row), expected=width)
                line = rows.line_num + 1
    except UnicodeDecodeError as error:
        raise SheetError("not_utf8", path=path) from error
    except csv.Error as error:
        raise SheetError("broken_csv", path=path, line=line, reason=str(error)) from error


def read_parquet(path: Path, _: Progress) -> pyarrow.Table:
    from pyarrow import parquet

    return parquet.read_table(path)


def read_xlsx(path: Path, progress: Progress) -> pyarrow.Table:
    """The first sheet; its first row names the columns."""
    import openpyxl
    import pyarrow

    workbook = openpyxl.load_workbook(path, read_only=True, data_only=True)
    try:
        rows: Iterator[tuple[Any, ...]] = workbook.worksheets[0].iter_rows(values_only=True)
        header = ["" if cell is None else str(cell) for cell in next(rows, ())]
        while header and not header[-1]:
            header.pop()
        check_names(path, header)
        kept = [row[: len(header)] for row in progress(rows, path.name) if any(cell is not None for cell in row)]
    finally:
        workbook.close()
    columns = [xlsx_column([row[at] if at < len(row) else None for row in kept]) for at in range(len(header))]
    return pyarrow.table(columns, names=header)


def xlsx_column(cells: list[Any]) -> pyarrow.Array:
    """Dates where all cells are dates, else texts as the sheet shows them."""
    import pyarrow

    if all(cell is None or isinstance(cell, datetime.date) for cell in cells) and any(cells):
        days = [cell.date() if isinstance(cell, datetime.datetime) else cell for cell in cells]
        return pyarrow.array(days, pyarrow.date32())
    return pyarrow.array([cell_text(cell) for cell in cells], pyarrow.string())


def cell_text(cell: Any) -> str | None:
    if cell is None:
        return None
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.date):
        return f"{cell.day}/{cell.month}/{cell.year}"
    return str(cell)
