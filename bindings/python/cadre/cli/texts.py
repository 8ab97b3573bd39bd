"""The texts of the command line that the library does not have, in Vietnamese and English."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "error": ("lỗi", "error"),
    "hint": ("gợi ý", "hint"),
    "no_pyarrow": (
        "cần pyarrow để đọc tệp: hãy chạy  pip install 'cadre[cli]'",
        "pyarrow is needed to read files: run  pip install 'cadre[cli]'",
    ),
    "no_openpyxl": (
        "cần openpyxl để đọc tệp XLSX: hãy chạy  pip install 'cadre[cli]'",
        "openpyxl is needed to read XLSX files: run  pip install 'cadre[cli]'",
    ),
    "no_file": ("{path}: không có tệp hay thư mục này", "{path}: no such file or folder"),
    "empty_folder": (
        "{path}: thư mục không có tệp nào có đuôi {extensions}",
        "{path}: the folder holds no file that ends in {extensions}",
    ),
    "table_twice": (
        "{path}: bảng “{table}” đã có trong {other}",
        "{path}: the table “{table}” is already in {other}",
    ),
    "unknown_format": (
        "{path}: chỉ đọc được tệp có đuôi {extensions}",
        "{path}: only files that end in {extensions} can be read",
    ),
    "unwritable": ("{path}: không ghi được tệp: {reason}", "{path}: the file cannot be written: {reason}"),
    "unreadable": ("{path}: không mở được tệp: {reason}", "{path}: the file cannot be opened: {reason}"),
    "damaged": (
        "{path}: tệp hỏng hoặc bị cắt cụt: {reason}",
        "{path}: the file is damaged or cut short: {reason}",
    ),
    "not_utf8": (
        "{path}: tệp không phải UTF-8; hãy lưu lại dưới dạng “CSV UTF-8”",
        "{path}: the file is not UTF-8; save it as “CSV UTF-8”",
    ),
    "no_header": (
        "{path}: dòng đầu phải nêu tên các cột",
        "{path}: the first line must name the columns",
    ),
    "column_twice": (
        "{path}:1: cột “{column}” có hai lần; hãy đổi tên một cột",
        "{path}:1: the column “{column}” is there twice; rename one of them",
    ),
    "ragged_row": (
        "{path}:{line}: dòng có {found} ô, dòng tiêu đề có {expected}; tệp có bị cắt cụt không?",
        "{path}:{line}: the row has {found} cells, the header has {expected}; was the file cut short?",
    ),
    "broken_csv": (
        "{path}:{line}: CSV sai cú pháp ({reason}); tệp có bị cắt cụt không?",
        "{path}:{line}: wrong CSV ({reason}); was the file cut short?",
    ),
    "bad_date": (
        "{option}: “{value}” không phải là ngày dạng 2015-12-31",
        "{option}: “{value}” is no date such as 2015-12-31",
    ),
    "day_outside": (
        "{option}: “{value}” phải từ 1400-01-01 đến 9999-12-31",
        "{option}: “{value}” must lie between 1400-01-01 and 9999-12-31",
    ),
    "bad_number": (
        "{option}: “{value}” phải là số nguyên từ 0 trở lên",
        "{option}: “{value}” must be an integer, 0 or more",
    ),
    "number_too_great": (
        "{option}: “{value}” lớn hơn mức tối đa {most}",
        "{option}: “{value}” is more than {most}",
    ),
    "of_another_view": (
        "{option} chỉ dùng với --show {views}",
        "{option} goes with --show {views} only",
    ),
    "remedies_as_text": (
        "--remedies chỉ dùng với --format text, và không dùng với --audience unit vì có nêu giá trị trong hồ sơ",
        "--remedies goes with --format text only, and not with --audience unit, for it tells values of the file",
    ),
    "last_is_for_reviews": (
        "--last-day và --last-roster chỉ dùng với --show review",
        "--last-day and --last-roster go with --show review only",
    ),
    "too_many_months": (
        "--months: phải từ 1 đến {most}",
        "--months: must be from 1 to {most}",
    ),
    "no_such_row": (
        "{option}: bảng có {rows} dòng, đánh số từ 0 đến {last}",
        "{option}: the table has {rows} rows, numbered from 0 to {last}",
    ),
    "pack_sound": (
        "{pack}: đúng, {criteria} tiêu chí, {targets} chỉ tiêu, {pool_policies} quy tắc quy hoạch, "
        "{rotation_policies} quy tắc luân chuyển",
        "{pack}: sound, {criteria} criteria, {targets} targets, {pool_policies} pool policies, "
        "{rotation_policies} rotation policies",
    ),
    "criterion": ("Tiêu chí", "Criterion"),
    "met": ("đạt", "met"),
    "not_met": ("không đạt", "not met"),
    "undetermined": ("chưa xác định", "undetermined"),
    "clause": ("căn cứ", "clause"),
    "not_in_force": ("không có hiệu lực vào ngày áp dụng, không tính", "not in force on that day, not counted"),
    "summary_mark": ("theo bản tóm tắt", "from a summary"),
    "reading": ("đang đọc {name}", "reading {name}"),
}


def text(key: str, lang: str, **values: object) -> str:
    vietnamese, english = TEXTS[key]
    return (vietnamese if lang == "vi" else english).format(**values)
