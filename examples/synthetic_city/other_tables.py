"""The sheets beside those on cadres, as they stood on a day."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import date

from .city import City
from .party import Appraisal
from .pools import TERM
from .records import UNKNOWN
from .seats import STAFF_TITLE, post_id
from .spelling import day_text, noisy, rating_text

Rows = Iterable[list[str]]


def unit_rows(rng: random.Random, city: City, day: date) -> Rows:
    for unit in city.units.all:
        begin, end = day_text(rng, unit.begin), day_text(rng, unit.end) or "nay"
        yield [unit.id, unit.name, unit.tier, unit.kind, unit.sector, unit.parent, begin, end]


def succession_rows(rng: random.Random, city: City, day: date) -> Rows:
    for one in city.units.successions:
        yield [one.old.id, one.new.id, day_text(rng, one.day), one.kind]


def post_rows(rng: random.Random, city: City, day: date) -> Rows:
    posts: dict[str, list] = {}
    for seat in city.seats:
        for title in seat.titles:
            post = posts.setdefault(post_id(seat.unit, title), [title, seat.unit, 0])
            post[2] += 1
    for key in sorted(posts):
        title, unit, count = posts[key]
        is_staff = title == STAFF_TITLE
        yield [key, title, unit.id, str(count), "" if is_staff else "x", "x" if is_staff else ""]


def appraisals_of(rng: random.Random, key: str, appraisals: Sequence[Appraisal], day: date) -> Rows:
    for one in appraisals:
        if one.year <= day.year:
            yield [key, str(one.year), rating_text(rng, one.rating), one.status]


def organisation_rows(rng: random.Random, city: City, day: date) -> Rows:
    for one in city.party.organisations:
        if one.begin <= day:
            yield [one.id, noisy(rng, one.kind), one.unit.id]


def organisation_appraisal_rows(rng: random.Random, city: City, day: date) -> Rows:
    for one in city.party.organisations:
        yield from appraisals_of(rng, one.id, one.appraisals, day)


def members_on(city: City, day: date) -> Iterable:
    return (one for one in city.party.members if one.admitted <= day and (one.left is None or one.left > day))


def member_rows(rng: random.Random, city: City, day: date) -> Rows:
    for one in members_on(city, day):
        yield [one.id, one.organisation.id if one.organisation.begin <= day else ""]


def member_appraisal_rows(rng: random.Random, city: City, day: date) -> Rows:
    for one in members_on(city, day):
        yield from appraisals_of(rng, one.id, one.appraisals, day)


def admission_rows(rng: random.Random, city: City, day: date) -> Rows:
    for one in city.party.admissions:
        if one.day > day:
            continue
        month = f"{one.day.month}/{one.day.year}"
        text = month if one.month_only else day_text(rng, one.day)
        yield ["" if one.undated else text, one.organisation.id]


def trainee_rows(rng: random.Random, city: City, day: date) -> Rows:
    for one in city.trainees:
        if one.begin > day:
            continue
        completed = one.completed if one.completed is not None and one.completed <= day else None
        text = UNKNOWN if one.completion_unknown else day_text(rng, completed)
        yield [one.cadre, one.course, one.group, text]


def base_rows(rng: random.Random, city: City, day: date) -> Rows:
    for one in city.bases:
        if one.begin <= day:
            yield [one.id, noisy(rng, one.kind), one.unit.id]


def base_appraisal_rows(rng: random.Random, city: City, day: date) -> Rows:
    for one in city.bases:
        yield from appraisals_of(rng, one.id, one.appraisals, day)


def pool_rows(rng: random.Random, city: City, day: date) -> Rows:
    for pool in city.pools:
        term = [day_text(rng, end) for end in TERM]
        yield [pool.id, "Chức danh", pool.post, pool.unit.id, pool.tier, *term, day_text(rng, pool.reviewed[day])]


def pool_member_rows(rng: random.Random, city: City, day: date) -> Rows:
    for pool in city.pools:
        for place in pool.places:
            if place.added > day:
                continue
            out = place.removed is not None and place.removed <= day
            status = "Đưa ra khỏi quy hoạch" if out else "Đã phê duyệt"
            added = day_text(rng, place.added) if rng.random() > 0.01 else ""
            removed = day_text(rng, place.removed) if out else ""
            yield [pool.id, place.cadre.id, noisy(rng, status), added, removed, place.decision]


def development_rows(rng: random.Random, city: City, day: date) -> Rows:
    for one in city.actions:
        if one.begin <= day and one.cadre.is_listed_on(day):
            ended = one.end is not None and one.end <= day
            yield [one.cadre.id, one.kind, day_text(rng, one.begin), day_text(rng, one.end) if ended else "nay"]


TABLES = {
    "units": (
        [
            "Mã đơn vị",
            "Tên đơn vị",
            "Cấp",
            "Loại đơn vị",
            "Khối",
            "Đơn vị cấp trên",
            "Ngày thành lập",
            "Ngày kết thúc",
        ],
        unit_rows,
    ),
    "unit_successions": (["Đơn vị cũ", "Đơn vị mới", "Ngày", "Hình thức"], succession_rows),
    "posts": (["Mã vị trí", "Chức danh", "Đơn vị", "Số lượng", "Lãnh đạo", "Nhạy cảm"], post_rows),
    "party_organisations": (["Mã tổ chức đảng", "Loại", "Đơn vị"], organisation_rows),
    "party_organisations.appraisals": (
        ["Mã tổ chức đảng", "Năm", "Xếp loại", "Tình trạng"],
        organisation_appraisal_rows,
    ),
    "party_members": (["Mã đảng viên", "Tổ chức đảng"], member_rows),
    "party_members.appraisals": (["Mã đảng viên", "Năm", "Xếp loại", "Tình trạng"], member_appraisal_rows),
    "admissions": (["Ngày kết nạp", "Tổ chức đảng"], admission_rows),
    "trainees": (["Mã cán bộ", "Lớp", "Nguồn", "Ngày hoàn thành"], trainee_rows),
    "mass_organisations": (["Mã cơ sở", "Loại", "Đơn vị"], base_rows),
    "mass_organisations.appraisals": (["Mã cơ sở", "Năm", "Xếp loại", "Tình trạng"], base_appraisal_rows),
    "pools": (
        ["Mã quy hoạch", "Loại", "Vị trí", "Đơn vị", "Cấp", "Nhiệm kỳ từ", "Nhiệm kỳ đến", "Ngày rà soát"],
        pool_rows,
    ),
    "pool_members": (
        ["Mã quy hoạch", "Mã cán bộ", "Tình trạng", "Ngày đưa vào", "Ngày đưa ra", "Số quyết định"],
        pool_member_rows,
    ),
    "development_actions": (["Mã cán bộ", "Hình thức", "Từ ngày", "Đến ngày"], development_rows),
}
