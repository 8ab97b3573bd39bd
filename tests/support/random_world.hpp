#pragma once

// Random rosters for property tests: rows with missing cells and partial dates and, for each, completions in which
// some or all of those cells are filled and dates told. Every row has units of its own, so that a completed unit is the
// same unit wherever the row refers to it.

#include <cadre/model/value.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/roster/roster_builder.hpp>
#include <cadre/schema/document.hpp>
#include <cadre/schema/schema.hpp>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace cadre::testing {

inline constexpr std::string_view world_vocabulary = R"(
[vocabulary]
id = "world"
title = { vi = "thử", en = "test" }

[[scale]]
id = "grade"
label = { vi = "bậc", en = "grade" }
levels = [
  { code = "low", rank = 0, label = { vi = "thấp", en = "low" } },
  { code = "mid", rank = 1, label = { vi = "vừa", en = "mid" } },
  { code = "high", rank = 2, label = { vi = "cao", en = "high" } },
  { code = "top", rank = 2, label = { vi = "đỉnh", en = "top" } },
]

[[table]]
id = "people"
label = { vi = "người", en = "people" }
attribute = [
  { id = "id", type = "text", key = true, meaning = { vi = "khoá", en = "key" } },
  { id = "flag", type = "boolean", meaning = { vi = "cờ", en = "flag" } },
  { id = "n", type = "integer", timeless = true, meaning = { vi = "số", en = "number" } },
  { id = "d", type = "decimal", meaning = { vi = "số lẻ", en = "decimal" } },
  { id = "since", type = "date", meaning = { vi = "từ", en = "since" } },
  { id = "joined", type = "date", none = true, meaning = { vi = "vào", en = "joined" } },
  { id = "until", type = "date", ongoing = true, meaning = { vi = "đến", en = "until" } },
  { id = "grade", type = "level", of = "grade", meaning = { vi = "bậc", en = "grade" } },
  { id = "name", type = "text", meaning = { vi = "tên", en = "name" } },
  { id = "unit", type = "reference", of = "units", meaning = { vi = "đơn vị", en = "unit" } },
  { id = "spans", type = "list", meaning = { vi = "khoảng", en = "spans" } },
  { id = "marks", type = "list", of = "integer", meaning = { vi = "điểm", en = "marks" } },
]

[[table]]
id = "people.spans"
label = { vi = "khoảng", en = "spans" }
order_by = "from"
attribute = [
  { id = "from", type = "date", meaning = { vi = "từ", en = "from" } },
  { id = "to", type = "date", ongoing = true, meaning = { vi = "đến", en = "to" } },
  { id = "year", type = "integer", meaning = { vi = "năm", en = "year" } },
  { id = "rating", type = "level", of = "grade", meaning = { vi = "xếp", en = "rating" } },
  { id = "ok", type = "boolean", meaning = { vi = "được", en = "ok" } },
  { id = "post", type = "text", meaning = { vi = "chức", en = "post" } },
  { id = "place", type = "reference", of = "units", meaning = { vi = "nơi", en = "place" } },
  { id = "tasks", type = "list", meaning = { vi = "việc", en = "tasks" } },
  { id = "scores", type = "list", of = "integer", meaning = { vi = "điểm", en = "scores" } },
]

[[table]]
id = "people.spans.tasks"
label = { vi = "việc", en = "tasks" }
order_by = "day"
attribute = [
  { id = "day", type = "date", meaning = { vi = "ngày", en = "day" } },
  { id = "weight", type = "integer", meaning = { vi = "nặng", en = "weight" } },
  { id = "done", type = "boolean", meaning = { vi = "xong", en = "done" } },
  { id = "result", type = "level", of = "grade", meaning = { vi = "kết quả", en = "result" } },
  { id = "place", type = "reference", of = "units", meaning = { vi = "nơi", en = "place" } },
]

[[table]]
id = "units"
label = { vi = "đơn vị", en = "units" }
attribute = [
  { id = "id", type = "text", key = true, meaning = { vi = "khoá", en = "key" } },
  { id = "size", type = "integer", meaning = { vi = "cỡ", en = "size" } },
  { id = "kind", type = "text", timeless = true, meaning = { vi = "loại", en = "kind" } },
  { id = "active", type = "boolean", meaning = { vi = "còn", en = "active" } },
  { id = "parent", type = "reference", of = "units", meaning = { vi = "trên", en = "parent" } },
  { id = "tags", type = "list", of = "text", meaning = { vi = "nhãn", en = "tags" } },
]
)";

inline std::shared_ptr<const Schema> world_schema() {
    static const auto schema =
        std::make_shared<const Schema>(Schema::from_document(parse_document(world_vocabulary, "world.toml")));
    return schema;
}

/// One judged row with the units that it may refer to; keys are made unique by `prefix` when built.
struct World {
    Record person;
    std::vector<Record> units;
};

class WorldGenerator {
public:
    explicit WorldGenerator(std::mt19937_64& random) : random_(random) {}

    World make() {
        World world;
        for (int i = 0; i < 2; ++i) world.units.push_back(row(units_));
        world.person = row(people_);
        return world;
    }

    /// Fills missing cells: all of them, or (one time in three) each with probability one half.
    World complete(const World& world) {
        const double fill = chance(0.33) ? 0.5 : 1.0;
        World completed = world;
        for (Record& unit : completed.units) complete(unit, units_, fill);
        complete(completed.person, people_, fill);
        return completed;
    }

    static void add(RosterBuilder& builder, const World& world, const std::string& prefix) {
        for (std::size_t i = 0; i < world.units.size(); ++i) {
            Record unit = keyed(world.units[i], prefix);
            unit.emplace_back("id", prefix + "u" + std::to_string(i));
            builder.add("units", unit);
        }
        builder.add("people", keyed(world.person, prefix));
    }

    bool chance(double probability) { return std::bernoulli_distribution(probability)(random_); }
    std::int64_t below(std::int64_t bound) {
        return std::uniform_int_distribution<std::int64_t>(0, bound - 1)(random_);
    }

private:
    static const Table& table(int index) { return world_schema()->table(index); }

    Record row(int table) {
        Record record;
        for (const Attribute& attribute : WorldGenerator::table(table).attributes) {
            if (!attribute.key && !chance(0.3)) record.emplace_back(attribute.id, cell(attribute, false));
        }
        return record;
    }

    Record full_row(int table) {
        Record record;
        for (const Attribute& attribute : WorldGenerator::table(table).attributes) {
            if (!attribute.key) record.emplace_back(attribute.id, cell(attribute, true));
        }
        return record;
    }

    Value cell(const Attribute& attribute, bool complete) {
        if (attribute.allows_none && chance(0.25)) return None{};
        if (attribute.allows_ongoing && chance(0.3)) return Ongoing{};
        if (attribute.type.kind == TypeKind::list) return list(attribute, complete);
        if (attribute.type.kind == TypeKind::date && !complete && chance(0.3)) return partial_date();
        return scalar(attribute.type);
    }

    Value scalar(const Type& type) {
        static constexpr std::int64_t integers[] = {0, 1, 2, 3, -1, 2010, 2013, std::int64_t{1} << 62};
        static constexpr double decimals[] = {0.0, 0.5, 1.0, -2.25, 3.0, 1e308};
        static const char* const texts[] = {"a", "b", "ab", ""};
        static const char* const codes[] = {"low", "mid", "high", "top"};
        switch (type.kind) {
            case TypeKind::boolean: return chance(0.5);
            case TypeKind::integer: return integers[below(chance(0.9) ? 7 : 8)];
            case TypeKind::decimal: return decimals[below(chance(0.9) ? 5 : 6)];
            case TypeKind::date: return date();
            case TypeKind::level: return codes[below(4)];
            case TypeKind::reference: return "u" + std::to_string(below(2));
            default: return texts[below(4)];
        }
    }

    Date date() {
        if (chance(0.05)) return chance(0.5) ? Date(1400, 1, 1) : Date(9999, 12, 31);
        return Date(static_cast<unsigned short>(2009 + below(6)), static_cast<unsigned short>(1 + below(12)),
                    static_cast<unsigned short>(chance(0.3) ? 28 : 1 + below(28)));
    }

    PartialDate partial_date() {
        const Date date = this->date();
        return chance(0.5) ? PartialDate::of_year(date.year()) : PartialDate::of_month(date.year(), date.month());
    }

    /// Tells the day, or narrows a year to a month.
    Value told(const PartialDate& date, double fill) {
        const auto days = static_cast<std::int64_t>((date.last - date.first).days());
        const Date day = date_of(day_number(date.first) + static_cast<DayNumber>(below(days + 1)));
        if (chance(fill)) return day;
        return chance(0.5) ? PartialDate::of_month(day.year(), day.month()) : date;
    }

    Value list(const Attribute& attribute, bool complete) {
        ListValue list;
        list.open = !complete && chance(0.2);
        for (std::int64_t i = below(4); i > 0; --i) list.records.push_back(member(attribute, complete));
        return list;
    }

    Record member(const Attribute& attribute, bool complete) {
        if (attribute.type.element->kind == TypeKind::record) {
            return complete ? full_row(attribute.child_table) : row(attribute.child_table);
        }
        if (!complete && chance(0.25)) return {};
        return {{"item", scalar(*attribute.type.element)}};
    }

    void complete(Record& record, int table, double fill) {
        for (const Attribute& attribute : WorldGenerator::table(table).attributes) {
            if (attribute.key) continue;
            const auto given = std::find_if(record.begin(), record.end(),
                                            [&](const auto& entry) { return entry.first == attribute.id; });
            if (given == record.end()) {
                if (chance(fill)) record.emplace_back(attribute.id, cell(attribute, true));
            } else if (auto* list = std::get_if<ListValue>(&given->second)) {
                complete(*list, attribute, fill);
            } else if (const auto* date = std::get_if<PartialDate>(&given->second)) {
                given->second = told(*date, fill);
            }
        }
    }

    void complete(ListValue& list, const Attribute& attribute, double fill) {
        for (Record& record : list.records) {
            if (attribute.type.element->kind == TypeKind::record) {
                complete(record, attribute.child_table, fill);
            } else if (record.empty() && chance(fill)) {
                record = member(attribute, true);
            }
        }
        if (!list.open) return;
        for (std::int64_t i = below(3); i > 0; --i) {
            const auto place = list.records.begin() + below(static_cast<std::int64_t>(list.records.size()) + 1);
            list.records.insert(place, member(attribute, true));
        }
        list.open = !chance(fill);
    }

    static Record keyed(Record record, const std::string& prefix) {
        for (auto& [name, value] : record) {
            if (name == "unit" || name == "parent" || name == "place") value = prefix + std::get<std::string>(value);
            if (auto* list = std::get_if<ListValue>(&value)) {
                for (Record& member : list->records) member = keyed(member, prefix);
            }
        }
        return record;
    }

    const int people_ = *world_schema()->find_table("people");
    const int units_ = *world_schema()->find_table("units");
    std::mt19937_64& random_;
};

}  // namespace cadre::testing
