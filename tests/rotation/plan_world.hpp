#pragma once

#include <cadre/evaluation/explanation.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <cstddef>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace cadre::testing {

/// Small offices and a plan, with cells that are missing or partly known; cells that a check names can be filled in.
class PlanWorld {
public:
    static constexpr std::size_t posts = 3;
    static constexpr std::size_t cadres = 4;

    /// One in `one_of` cells is missing. The first move has a day, and none comes before it.
    PlanWorld(std::mt19937& random, unsigned one_of, std::size_t moves) : one_of_(one_of) {
        for (std::size_t post = 0; post < posts; ++post)
            seats_.push_back(cell(random, any_value(random, "posts", "seats")));
        for (std::size_t cadre = 0; cadre < cadres; ++cadre) add_cadre(random);
        for (std::size_t move = 0; move < moves; ++move) {
            const Value day = move == 0 ? Value(day_of(0)) : cell(random, day_of(random() % 4));
            moves_.push_back({{"cadre", cell(random, key(random() % cadres))},
                              {"from", cell(random, any_post(random))},
                              {"to", cell(random, any_post(random))},
                              {"day", day}});
        }
    }

    Roster roster() const {
        RosterBuilder builder;
        for (std::size_t post = 0; post < posts; ++post)
            builder.add("posts", {{"id", key(post)}, {"seats", seats_[post]}});
        for (std::size_t cadre = 0; cadre < cadres; ++cadre) {
            ListValue list{{}, lists_[cadre] == List::open};
            for (const std::size_t spell : spells_of_[cadre]) list.records.push_back(spells_[spell]);
            Record record{{"id", key(cadre)}};
            if (lists_[cadre] != List::missing) record.emplace_back("appointments", list);
            builder.add("cadres", record);
        }
        for (const Record& move : moves_) builder.add("planned_moves", move);
        return builder.build();
    }

    /// Which spell stands in which row of `cadres.appointments`: the roster puts them in order.
    std::vector<std::size_t> spells_by_row(const Roster& roster) const {
        const int table = *roster.schema().find_table("cadres.appointments");
        const int tag = *roster.schema().table(table).find("return_due");
        const RosterTable* rows = roster.table(table);
        std::vector<std::size_t> spells;
        for (std::size_t row = 0; rows != nullptr && row < rows->rows; ++row) {
            const auto due = rows->columns[static_cast<std::size_t>(tag)].integer(row);
            spells.push_back(static_cast<std::size_t>(due - first_tag()));
        }
        return spells;
    }

    /// Fills a cell in, as one that the reader of `spells_by_row` named. Throws where it is known.
    void fill(std::mt19937& random, const MissingField& field, const std::vector<std::size_t>& spells) {
        const auto row = static_cast<std::size_t>(field.row);
        if (field.table == "posts") {
            fill_value(random, seats_.at(row), any_value(random, field.table, field.attribute));
        } else if (field.table == "cadres") {
            fill_list(random, row);
        } else {
            Record& record = field.table == "planned_moves" ? moves_.at(row) : spells_.at(spells.at(row));
            for (auto& [name, value] : record) {
                if (name == field.attribute) fill_value(random, value, any_value(random, field.table, name));
            }
        }
    }

    /// Fills in every cell that is missing or partly known.
    void fill_all(std::mt19937& random) {
        for (std::size_t cadre = 0; cadre < cadres; ++cadre) {
            if (lists_[cadre] != List::complete) fill_list(random, cadre);
        }
        for (Value& seats : seats_) {
            if (is_open(seats)) fill_value(random, seats, any_value(random, "posts", "seats"));
        }
        for (Record& spell : spells_) fill_record(random, spell, "cadres.appointments");
        for (Record& move : moves_) fill_record(random, move, "planned_moves");
    }

private:
    enum class List { complete, open, missing };

    static std::string key(std::size_t at) { return std::string(1, static_cast<char>('a' + at)); }
    static DayNumber first_day_of_plan() { return day_number(Date(2016, 3, 1)); }
    static DayNumber first_tag() { return day_number(Date(2050, 1, 1)); }
    static Date day_of(std::size_t step) { return date_of(first_day_of_plan() + 10 * static_cast<DayNumber>(step)); }

    bool hides(std::mt19937& random) const { return random() % one_of_ == 0; }
    Value cell(std::mt19937& random, Value known) const { return hides(random) ? Value(Missing{}) : known; }
    static Value any_post(std::mt19937& random) {
        return random() % 4 == 0 ? Value(None{}) : Value(key(random() % posts));
    }

    static Date any_day(std::mt19937& random) {
        return date_of(first_day_of_plan() - 60 + static_cast<DayNumber>(random() % 110));
    }
    static Value any_end(std::mt19937& random) { return random() % 2 == 0 ? Value(Ongoing{}) : Value(any_day(random)); }
    /// Known, missing, or a month.
    Value date_cell(std::mt19937& random, const Value& known) const {
        if (hides(random)) return PartialDate::of_month(2016, 1 + static_cast<int>(random() % 4));
        return cell(random, known);
    }

    void add_cadre(std::mt19937& random) {
        lists_.push_back(!hides(random) ? List::complete : random() % 2 == 0 ? List::open : List::missing);
        spells_of_.emplace_back();
        for (std::size_t i = lists_.back() == List::missing ? 0 : random() % 3; i > 0; --i) {
            const Value from = random() % 2 == 0 ? Value(Date(2014, 1, 1)) : Value(any_day(random));
            add_spell({{"post", cell(random, key(random() % posts))},
                       {"from", date_cell(random, from)},
                       {"to", date_cell(random, any_end(random))},
                       {"acting", cell(random, random() % 4 == 0)}});
        }
    }

    void add_spell(Record record) {
        record.emplace_back("return_due", date_of(first_tag() + static_cast<DayNumber>(spells_.size())));
        spells_of_.back().push_back(spells_.size());
        spells_.push_back(std::move(record));
    }

    void fill_list(std::mt19937& random, std::size_t cadre) {
        if (lists_.at(cadre) == List::complete) throw std::logic_error("the list is complete");
        lists_[cadre] = List::complete;
        if (random() % 2 == 0) return;
        spells_of_[cadre].push_back(spells_.size());
        spells_.push_back({{"post", key(random() % posts)},
                           {"from", any_day(random)},
                           {"to", any_end(random)},
                           {"acting", random() % 4 == 0},
                           {"return_due", date_of(first_tag() + static_cast<DayNumber>(spells_.size()))}});
    }

    static Value any_value(std::mt19937& random, const std::string& table, const std::string& attribute) {
        if (attribute == "seats") return static_cast<std::int64_t>(1 + random() % 2);
        if (attribute == "cadre") return key(random() % cadres);
        if (attribute == "post") return key(random() % posts);
        if (attribute == "acting") return random() % 2 == 0;
        if (attribute == "day") return day_of(random() % 4);
        if (table == "planned_moves") return any_post(random);
        return attribute == "to" ? any_end(random) : Value(any_day(random));
    }

    static bool is_open(const Value& cell) {
        return std::holds_alternative<Missing>(cell) || std::holds_alternative<PartialDate>(cell);
    }
    static void fill_record(std::mt19937& random, Record& record, const std::string& table) {
        for (auto& [name, value] : record) {
            if (is_open(value)) fill_value(random, value, any_value(random, table, name));
        }
    }
    static void fill_value(std::mt19937& random, Value& cell, const Value& value) {
        if (const auto* month = std::get_if<PartialDate>(&cell)) {
            const DayNumber first = day_number(month->first);
            cell = date_of(first + static_cast<DayNumber>(random() % (1 + day_number(month->last) - first)));
        } else if (std::holds_alternative<Missing>(cell)) {
            cell = value;
        } else {
            throw std::logic_error("the cell is known");
        }
    }

    unsigned one_of_;
    std::vector<Value> seats_;
    std::vector<List> lists_;
    std::vector<std::vector<std::size_t>> spells_of_;  ///< by cadre: positions in `spells_`
    std::vector<Record> spells_;
    std::vector<Record> moves_;
};

}  // namespace cadre::testing
