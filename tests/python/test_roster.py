"""Rosters from frames, mappings and the builder."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import cadre
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

PACK_TEXT = (Path(__file__).parent / "trial.toml").read_text(encoding="utf-8")
COLUMNS = {
    "id": ["a", "b", "c", "d"],
    "degree": ["Thạc sỹ", "Đại học", None, "???"],
    "birth_date": [date(1980, 1, 2), date(1960, 1, 2), None, date(1990, 5, 6)],
    "party_member": [True, False, None, True],
}


def verdict_bytes(roster: cadre.Roster) -> dict[str, bytes]:
    table = cadre.parse_pack(PACK_TEXT).evaluate(roster, as_of="2015-12-31")
    return {name: bytes(table[name].verdicts) for name in table}


@pytest.mark.parametrize("make", [pa.table, pl.DataFrame, pd.DataFrame], ids=["pyarrow", "polars", "pandas"])
def test_frames_of_any_kind_give_equal_rosters(make: Callable[..., Any]) -> None:
    roster = cadre.Roster.from_arrow(make(COLUMNS))
    expected = cadre.Roster.from_arrow(pa.table(COLUMNS))
    assert len(roster) == 4
    assert verdict_bytes(roster) == verdict_bytes(expected)
    degree = roster.import_report.find("cadres", "degree")
    assert degree is not None
    assert (degree.read, degree.blank, degree.not_understood) == (2, 1, 1)
    assert degree.spellings == [("???", 1)]
    assert degree.rows == [3]


def test_several_tables_and_references() -> None:
    roster = cadre.Roster.from_arrow(
        {
            "units": pa.table({"id": ["u1"], "kind": ["Phường"]}),
            "cadres": pa.table({"id": ["a", "b"], "unit": ["u1", "u9"]}),
        }
    )
    assert roster.size("units") == 1
    assert sorted(roster.tables) == ["cadres", "units"]
    unit = roster.import_report.find("cadres", "unit")
    assert unit is not None
    assert (unit.read, unit.dangling) == (1, 1)
    assert roster.import_report.find("cadres", "nothing") is None
    assert "unit" in roster.import_report.to_text("en")
    assert roster.import_report.to_text("vi") != roster.import_report.to_text("en")


def test_mapping_as_dict_and_as_file_agree(tmp_path: Path) -> None:
    frame = pa.table({"Trình độ": ["ThS", "-", ""], "Ngày sinh": ["2/1/1980", "02/01/1980", "x"]})
    mapping = {
        "snapshot": date(2015, 12, 31),
        "cadres": {
            "degree": {"column": "Trình độ", "read": "highest_mentioned", "missing": ["-"]},
            "birth_date": {"column": "Ngày sinh", "format": "d/m/y"},
        },
    }
    path = tmp_path / "m.toml"
    path.write_text(
        'snapshot = 2015-12-31\n[cadres.degree]\ncolumn = "Trình độ"\nread = "highest_mentioned"\nmissing = ["-"]\n'
        '[cadres.birth_date]\ncolumn = "Ngày sinh"\nformat = "d/m/y"\n',
        encoding="utf-8",
    )
    rosters = [cadre.Roster.from_arrow(frame, mapping=source) for source in (mapping, path, str(path))]
    assert {roster.import_report.to_text() for roster in rosters} == {rosters[0].import_report.to_text()}
    assert all(roster.snapshot == date(2015, 12, 31) for roster in rosters)
    assert verdict_bytes(rosters[0]) == verdict_bytes(rosters[1])


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        ({"cadres": {"degree": {"column": "absent"}}}, "invalid_document"),
        ({"cadres": {"degre": {"column": "degree"}}}, "invalid_document"),
        ({"cadres": {"degree": {"colum": "degree"}}}, "invalid_document"),
        ({"cadres": {"degree": {"column": 5}}}, "invalid_document"),
        ({"people": {}}, "invalid_document"),
        ("no-such-mapping.toml", "not_found"),
    ],
)
def test_wrong_mappings(mapping: Any, code: str) -> None:
    with pytest.raises(cadre.Error) as caught:
        cadre.Roster.from_arrow(pa.table(COLUMNS), mapping=mapping)
    assert caught.value.code == code
    assert caught.value.diagnostics


@pytest.mark.parametrize("mapping", [5, {"cadres": object()}, {5: {}}])
def test_mappings_of_wrong_type(mapping: Any) -> None:
    with pytest.raises(TypeError):
        cadre.Roster.from_arrow(pa.table(COLUMNS), mapping=mapping)


def test_a_mapping_that_contains_itself_is_refused() -> None:
    mapping: dict[str, Any] = {}
    mapping["cadres"] = mapping
    with pytest.raises(ValueError, match="nested"):
        cadre.Roster.from_arrow(pa.table(COLUMNS), mapping=mapping)


# ---- lists of a list's members ----

DUTIES = {
    "attribute": [
        {"table": "cadres.appointments", "id": "number", "type": "text", "key": True},
        {"table": "cadres.appointments", "id": "duties", "type": "list"},
        {"table": "cadres.appointments.duties", "id": "weight", "type": "integer"},
    ]
}


def test_lists_nest_two_levels_deep() -> None:
    spells = [[{"duties": [{"weight": 60}, {"weight": 70}]}, {"duties": []}], [{"duties": None}], []]
    inside = cadre.Roster.from_arrow(pa.table({"appointments": spells}), mapping=DUTIES)
    beside = cadre.Roster.from_arrow(
        {
            "cadres": pa.table({"id": ["a", "b"]}),
            "cadres.appointments": pa.table({"cadre": ["a", "a"], "number": ["s1", "s2"]}),
            "cadres.appointments.duties": pa.table({"appointment": ["s1", "s1"], "weight": [70, 60]}),
        },
        mapping=DUTIES,
    )
    assert inside.size("cadres.appointments.duties") == beside.size("cadres.appointments.duties") == 2
    duties = inside.import_report.find("cadres.appointments", "duties")
    assert duties is not None and (duties.read, duties.blank) == (2, 1)


# ---- capsules that break the rules ----


class Exporter:
    def __init__(self, capsule: object) -> None:
        self.capsule = capsule

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self.capsule


def capsule_named(name: bytes) -> object:
    new = ctypes.pythonapi.PyCapsule_New
    new.restype = ctypes.py_object
    new.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
    capsule_named.kept = ctypes.create_string_buffer(64), name  # type: ignore[attr-defined]
    return new(ctypes.addressof(capsule_named.kept[0]), name, None)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "capsule", [None, 5, capsule_named(b"dltensor"), pa.table(COLUMNS).schema.__arrow_c_schema__()]
)
def test_capsules_of_another_kind(capsule: object) -> None:
    with pytest.raises(cadre.Error) as caught:
        cadre.Roster.from_arrow(Exporter(capsule))
    assert caught.value.code == "invalid_arrow"


def test_a_stream_is_consumed_once() -> None:
    exporter = Exporter(pa.table(COLUMNS).__arrow_c_stream__())
    assert len(cadre.Roster.from_arrow(exporter)) == 4
    with pytest.raises(cadre.Error) as caught:
        cadre.Roster.from_arrow(exporter)
    assert caught.value.code == "invalid_arrow"


def test_an_object_without_arrow_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="__arrow_c_stream__"):
        cadre.Roster.from_arrow([{"degree": "master"}])  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="__arrow_c_stream__"):
        cadre.Roster.from_arrow({"cadres": pa.table(COLUMNS), "units": 5})  # type: ignore[dict-item]


def test_a_failing_producer_is_an_error() -> None:
    schema = pa.schema([("degree", pa.string())])

    def batches() -> Any:
        yield pa.record_batch({"degree": ["master"]})
        raise RuntimeError("the source broke")

    reader = pa.RecordBatchReader.from_batches(schema, batches())
    with pytest.raises(cadre.Error) as caught:
        cadre.Roster.from_arrow(reader)
    assert caught.value.code == "invalid_arrow"


def test_a_producer_in_python_runs_while_the_import_holds_no_lock() -> None:
    schema = pa.schema([("degree", pa.string())])
    batches = (pa.record_batch({"degree": ["master", None]}) for _ in range(50))
    assert len(cadre.Roster.from_arrow(pa.RecordBatchReader.from_batches(schema, batches))) == 100


def test_unknown_tables_are_refused() -> None:
    with pytest.raises(cadre.Error):
        cadre.Roster.from_arrow({"people": pa.table(COLUMNS)})
    with pytest.raises(cadre.Error) as caught:
        cadre.Roster.from_arrow(pa.table(COLUMNS)).size("people")
    assert caught.value.code == "not_found"


# ---- the builder ----


def test_builder_takes_values_facts_and_lists() -> None:
    builder = cadre.RosterBuilder()
    builder.set_snapshot("2015-12-31")
    builder.add("units", {"id": "u1", "tier": "commune", "kind": "ward"})
    row = builder.add(
        "cadres",
        {
            "id": "a",
            "unit": "u1",
            "party_admission_date": cadre.NONE,
            "appointments": [{"title": "party_secretary", "from": date(2012, 1, 1), "to": cadre.ONGOING}],
            "appraisals": cadre.OpenList([{"year": 2014, "rating": "good"}, {"year": 2015, "rating": None}]),
        },
    )
    roster = builder.build()
    assert row == 0
    assert roster.size("cadres.appraisals") == 2
    assert roster.snapshot == date(2015, 12, 31)
    assert roster.import_report.attributes is not None


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("cadres", {"degre": "master"}),
        ("cadres", {"degree": 5}),
        ("cadres", {"degree": "grand master"}),
        ("people", {"degree": "master"}),
        ("cadres", {"birth_date": "1980-01-02"}),
    ],
)
def test_builder_refuses_what_the_schema_lacks(table: str, values: dict[str, Any]) -> None:
    with pytest.raises(cadre.Error):
        cadre.RosterBuilder().add(table, values)


def test_builder_refuses_python_types_that_no_attribute_holds() -> None:
    with pytest.raises(TypeError, match="complex"):
        cadre.RosterBuilder().add("cadres", {"degree": 1j})  # type: ignore[dict-item]
    with pytest.raises(ValueError, match="whole days"):
        cadre.RosterBuilder().add("cadres", {"degree": timedelta(hours=1)})


@given(st.lists(st.sampled_from(["Thạc sĩ", "ThS", "Đại học", "Tiến sỹ", None]), max_size=200))
def test_counts_follow_the_cells(degrees: list[str | None]) -> None:
    roster = cadre.Roster.from_arrow(pa.table({"degree": pa.array(degrees, pa.string())}))
    counts = cadre.parse_pack(PACK_TEXT).evaluate(roster, as_of="2015-12-31")["holds_master"].counts
    assert counts.undetermined == degrees.count(None)
    assert counts.not_met == degrees.count("Đại học")
    assert counts.total == len(degrees)
