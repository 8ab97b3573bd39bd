"""The sheets on cadres as they stood on a day, with the headers of real sheets."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date, timedelta

from .city import City
from .people import Cadre
from .spelling import BLANKS, DEGREES, birth_text, day_text, degree_text, noisy, theory_text

STATE_MANAGEMENT = ["Chuyên viên", "Chuyên viên chính", "Chuyên viên cao cấp"]
Rows = Iterable[list[str]]


def managed_text(rng: random.Random, group: str) -> str:
    if group == "city":
        return noisy(rng, "Ban Thường vụ Thành ủy quản lý")
    return "Đơn vị quản lý" if group == "staff" else "Ban Thường vụ Huyện ủy quản lý"


def unit_id(cadre: Cadre, city: City, day: date) -> str:
    unit = cadre.unit_on(day)
    return unit.id if unit.exists_on(day) else city.units.predecessors[unit.id].id


def cadre_rows(rng: random.Random, city: City, day: date) -> Rows:
    for cadre in (one for one in city.cadres if one.is_listed_on(day)):
        group = cadre.group_on(day)
        in_party = group != "staff" or rng.random() < 0.7
        degree = cadre.degree.on(day)
        blank = cadre.degree_blank or (group != "city" and rng.random() < 0.004)
        yield [
            cadre.id,
            noisy(rng, cadre.sex),
            birth_text(rng, cadre.born),
            noisy(rng, "Kinh" if rng.random() < 0.97 else rng.choice(["Mường", "Dao", "Tày"])),
            "x" if in_party else "",
            day_text(rng, cadre.party_day) if in_party and rng.random() > 0.01 else "",
            day_text(rng, cadre.joined) if rng.random() > 0.02 else rng.choice(BLANKS),
            rng.choice(["12/12", "10/10", "12/12 "]),
            degree_text(rng, degree, blank),
            "CKI" if degree == "bachelor" and group == "staff" and rng.random() < 0.02 else "",
            theory_text(rng, cadre.theory.on(day)),
            rng.choice([*STATE_MANAGEMENT, ""]),
            managed_text(rng, group),
            unit_id(cadre, city, day),
            "",
        ]


def appointment_rows(rng: random.Random, city: City, day: date) -> Rows:
    for cadre in (one for one in city.cadres if one.is_listed_on(day)):
        for spell in cadre.spells:
            if spell.begin > day:
                continue
            ended = spell.end is not None and spell.end <= day
            from_text = day_text(rng, spell.begin) if rng.random() > 0.003 else ""
            to_text = day_text(rng, spell.end) if ended else "nay"
            yield [
                cadre.id,
                spell.post,
                spell.unit.id,
                noisy(rng, spell.title),
                from_text,
                "-" if ended and rng.random() < 0.01 else to_text,
                spell.kind,
                "x" if spell.primary else "",
                spell.end_reason if ended else "",
            ]


def appraisal_rows(rng: random.Random, city: City, day: date) -> Rows:
    for one in city.ratings:
        if one.cadre.is_listed_on(day) and one.year <= day.year:
            yield [one.cadre.id, str(one.year), noisy(rng, one.rating) if one.rating else "", "Đã xếp loại"]


def qualification_rows(rng: random.Random, city: City, day: date) -> Rows:
    fields = ["Luật", "Kinh tế", "Hành chính công", "Xây dựng", "Nông nghiệp", "Y"]
    for cadre in (one for one in city.cadres if one.is_listed_on(day)):
        if cadre.degree_blank or rng.random() < 0.1:
            continue
        for level, awarded in degrees_of(rng, cadre):
            if awarded <= day:
                text = noisy(rng, rng.choice(DEGREES[level][:2]))
                yield [cadre.id, text, rng.choice(["Chính quy", "VLVH"]), rng.choice(fields), day_text(rng, awarded)]


def degrees_of(rng: random.Random, cadre: Cadre) -> list[tuple[str, date]]:
    early = cadre.joined + timedelta(days=rng.randint(-300, 2000))
    if cadre.degree.gained is None:
        return [(cadre.degree.now, early)]
    return [(cadre.degree.before, early), (cadre.degree.now, cadre.degree.gained)]


def discipline_rows(rng: random.Random, city: City, day: date) -> Rows:
    for one in city.disciplines:
        if one.cadre.is_listed_on(day) and one.decided <= day:
            decided = day_text(rng, one.decided)
            yield [one.cadre.id, one.authority, one.form, decided, one.organisation_reviewed, one.head_reviewed]


def training_rows(rng: random.Random, city: City, day: date) -> Rows:
    for one in city.trainings:
        if one.cadre.is_listed_on(day) and one.begin <= day:
            ended = one.end <= day
            theory = one.theory if ended else ""
            end = day_text(rng, one.end) if ended else "nay"
            yield [one.cadre.id, one.course, one.kind, day_text(rng, one.begin), end, theory]


TABLES = {
    "cadres": (
        [
            "Mã cán bộ",
            "Giới tính",
            "Ngày tháng năm sinh",
            "Dân tộc",
            "Đảng viên",
            "Ngày vào Đảng",
            "Ngày vào ngành",
            "Giáo dục phổ thông",
            "Trình độ chuyên môn",
            "Chuyên khoa (ngành y)",
            "Lý luận chính trị",
            "Quản lý nhà nước",
            "Cấp quản lý",
            "Đơn vị công tác",
            "Ghi chú",
        ],
        cadre_rows,
    ),
    "cadres.appointments": (
        [
            "Mã cán bộ",
            "Vị trí",
            "Đơn vị",
            "Chức danh",
            "Từ ngày",
            "Đến ngày",
            "Hình thức",
            "Chức vụ chính",
            "Lý do thôi giữ",
        ],
        appointment_rows,
    ),
    "cadres.appraisals": (["Mã cán bộ", "Năm", "Xếp loại", "Tình trạng"], appraisal_rows),
    "cadres.qualifications": (
        ["Mã cán bộ", "Trình độ", "Hình thức đào tạo", "Chuyên ngành", "Ngày cấp bằng"],
        qualification_rows,
    ),
    "cadres.disciplines": (
        [
            "Mã cán bộ",
            "Loại kỷ luật",
            "Hình thức kỷ luật",
            "Ngày quyết định",
            "Đã xem xét tổ chức",
            "Đã xem xét người đứng đầu",
        ],
        discipline_rows,
    ),
    "cadres.trainings": (["Mã cán bộ", "Khóa học", "Loại", "Từ ngày", "Đến ngày", "Lý luận chính trị"], training_rows),
}
