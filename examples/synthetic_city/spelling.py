"""How hands spell: several texts a level, letters in NFD, stray blanks, dates like 3/9/1965."""

from __future__ import annotations

import random
import unicodedata
from datetime import date

DEGREES = {
    "doctorate": ["Tiến sĩ", "Tiến sỹ", "TS", "tiến sĩ", "PGS.TS"],
    "master": ["Thạc sĩ", "Thạc sỹ", "ThS", "Th.S", "thac si", "Thạc sĩ ", "THẠC SĨ"],
    "bachelor": ["Đại học", "ĐH", "Cử nhân", "Kỹ sư", "đại học", "Đại học "],
    "college": ["Cao đẳng", "CĐ", "cao đẳng"],
    "vocational": ["Trung cấp", "trung cấp "],
}
THEORY = {
    "advanced": ["Cao cấp", "Cao cấp LLCT", "CC", "cao cấp", "Cử nhân", "Cử nhân chính trị", "Cao cấp "],
    "intermediate": ["Trung cấp", "Trung cấp LLCT", "TC", "trung cấp"],
    "elementary": ["Sơ cấp", "SC", "sơ cấp "],
}
NOT_UNDERSTOOD_THEORY = ["Đang học Trung cấp", "Cử nhân Chính trị học", "đã học"]
BLANKS = ["", "", "-"]
VARIANTS = {
    "TSVM": ["TSVM", "Trong sạch, vững mạnh", "Trong sạch vững mạnh", "TS, VM"],
    "Hoàn thành tốt nhiệm vụ": ["Hoàn thành tốt nhiệm vụ", "Hoàn thành tốt", "HTTNV"],
    "Yếu kém": ["Yếu kém", "Yếu", "yếu kém"],
}


def day_text(rng: random.Random, day: date | None) -> str:
    """d/m/yyyy, unevenly padded, as typed by hand."""
    if day is None:
        return ""
    if rng.random() < 0.5:
        return f"{day.day}/{day.month}/{day.year}"
    return f"{day.day:02}/{day.month:02}/{day.year}"


def birth_text(rng: random.Random, day: date) -> str:
    kind = rng.random()
    if kind < 0.006:
        return str(day.year)
    if kind < 0.015:
        return f"{day.month}/{day.year}"
    if kind < 0.0155:
        return f"{day.day}.{day.month}/{day.year}"
    return day_text(rng, day)


def noisy(rng: random.Random, text: str) -> str:
    """Sometimes decomposed letters (NFD) or stray blanks, as sheets from several hands have."""
    kind = rng.random()
    if kind < 0.05:
        return unicodedata.normalize("NFD", text)
    if kind < 0.07:
        return text + " "
    if kind < 0.08:
        return " " + text
    return text


def rating_text(rng: random.Random, rating: str) -> str:
    return noisy(rng, rng.choice(VARIANTS.get(rating, [rating]))) if rating else ""


def degree_text(rng: random.Random, level: str, blank: bool) -> str:
    if blank:
        return rng.choice(BLANKS)
    text = rng.choice(DEGREES[level])
    if level in ("bachelor", "master") and rng.random() < 0.2:
        text = f"{text.strip()} {rng.choice(['luật', 'kinh tế', 'quản lý công', 'xây dựng'])}"
    return noisy(rng, text)


def theory_text(rng: random.Random, level: str) -> str:
    if rng.random() < 0.004:
        return rng.choice(BLANKS)
    if level == "elementary" and rng.random() < 0.05:
        return rng.choice(NOT_UNDERSTOOD_THEORY)
    return noisy(rng, rng.choice(THEORY[level]))
