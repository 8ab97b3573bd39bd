#include "evaluation/remedies/raised_list.hpp"

#include "roster/column_make.hpp"
#include "roster/table_drafts.hpp"

#include <utility>

namespace cadre {
namespace {

constexpr std::int64_t added = -1;

/// The cells of `column` (null: all are missing) by source, and `value` for the members added, or none.
template <class T>
std::pair<std::vector<T>, CellStates> gathered(const Column* column, const std::vector<std::int64_t>& sources,
                                               const std::optional<T>& value) {
    const std::size_t size = sources.size();
    std::vector<T> values(size, value.value_or(T{}));
    CellStates states{Bitmap(size), std::nullopt, std::nullopt};
    if (column != nullptr && column->none != nullptr) states.none = Bitmap(size);
    for (std::size_t at = 0; at < size; ++at) {
        const auto row = static_cast<std::size_t>(sources[at]);
        if (sources[at] == added ? value.has_value() : column != nullptr && column->is_present(row)) {
            states.present.set(at);
        }
        if (sources[at] == added || column == nullptr) continue;
        if (states.none && column->is_none(row)) states.none->set(at);
        if constexpr (std::is_floating_point_v<T>) {
            values[at] = column->decimal(row);
        } else {
            values[at] = static_cast<T>(column->integer(row));
        }
    }
    return {std::move(values), std::move(states)};
}

template <class T>
Column numbers(Storage storage, const Column* column, const std::vector<std::int64_t>& sources,
               const std::optional<T>& value) {
    auto [values, states] = gathered(column, sources, value);
    return make_column(storage, std::move(values), std::move(states));
}

Column truths(const Column* column, const std::vector<std::int64_t>& sources, std::optional<std::uint8_t> value) {
    auto [values, states] = gathered(column, sources, value);
    Bitmap bits(values.size());
    for (std::size_t at = 0; at < values.size(); ++at) {
        if (values[at] != 0) bits.set(at);
    }
    return make_bits(std::move(bits), std::move(states));
}

Column days(const Column* column, const std::vector<std::int64_t>& sources, std::optional<std::int32_t> value) {
    auto [values, states] = gathered(column, sources, value);
    if (column != nullptr && column->upper != nullptr) {
        states.upper = values;
        for (std::size_t at = 0; at < values.size(); ++at) {
            if (sources[at] != added) (*states.upper)[at] = column->upper[sources[at]];
        }
    }
    return make_column(Storage::int32, std::move(values), std::move(states));
}

bool is_known(const RaisedValue& value) {
    return !std::holds_alternative<Missing>(value.written);
}

template <class T>
std::optional<T> number_of(const RaisedValue& value) {
    if (!is_known(value)) return std::nullopt;
    return static_cast<T>(std::get<PossibleInteger>(value.value).lo);
}

}  // namespace

RaisedList::RaisedList(const RosterBinding& binding, int table, int attribute, const MemberKinds& kinds,
                       const CriticalValues& critical)
    : binding_(binding),
      kinds_(kinds),
      critical_(critical),
      child_(binding.schema().attribute(table, attribute).child_table),
      members_(binding.schema().table(child_)),
      lists_(binding.column(table, attribute)),
      rows_(binding.rows(table)) {
    if (!members_.order_by.empty()) order_ = members_.find(members_.order_by);
}

std::optional<std::vector<RaisedColumn>> RaisedList::columns() {
    if (!can_hold() || !is_placed()) return std::nullopt;
    insert_members();
    std::vector<RaisedColumn> columns;
    for (const MemberKinds::Kind& kind : kinds_.all()) {
        RaisedColumn column = raised_;
        column.members = members_of(kind, columns.empty() ? nullptr : &*columns.front().members);
        columns.push_back(std::move(column));
    }
    return columns;
}

bool RaisedList::is_read(std::size_t attribute) const {
    const int at = static_cast<int>(attribute);
    return at == order_ || critical_.find(child_, at) != nullptr;
}

bool RaisedList::can_hold() const {
    const Schema& theirs = binding_.roster().schema();
    const auto table = theirs.find_table(members_.id);
    if (!table || binding_.table(child_) == nullptr) return false;
    for (std::size_t at = 0; at < members_.attributes.size(); ++at) {
        if (!is_read(at)) continue;
        const Attribute& attribute = members_.attributes[at];
        if (attribute.type.kind == TypeKind::list || !theirs.table(*table).find(attribute.id)) return false;
    }
    return true;
}

/// Whether all kinds have the same place in a list: at its end, or by a number or a day.
bool RaisedList::is_placed() const {
    if (!order_) return true;
    const auto at = static_cast<std::size_t>(*order_);
    if (kinds_.varies(at)) return false;
    const TypeKind kind = members_.attributes[at].type.kind;
    return !is_known(kinds_.all().front()[at]) || kind == TypeKind::date || kind == TypeKind::integer;
}

bool RaisedList::year_is_taken(std::int64_t first, std::int64_t last) const {
    const Column* years = binding_.column(child_, kinds_.dated());
    for (std::int64_t member = first; kinds_.year() && member < last; ++member) {
        const auto row = static_cast<std::size_t>(member);
        if (years == nullptr || !years->is_present(row)) return true;
        if (!years->is_none(row) && years->integer(row) == *kinds_.year()) return true;
    }
    return false;
}

std::int64_t RaisedList::place_in(std::int64_t first, std::int64_t last) const {
    const auto key =
        order_ ? number_of<std::int64_t>(kinds_.all().front()[static_cast<std::size_t>(*order_)]) : std::nullopt;
    if (!key) return last;
    const Column* keys = binding_.column(child_, *order_);
    for (std::int64_t member = first; member < last; ++member) {
        const auto row = static_cast<std::size_t>(member);
        if (keys == nullptr || !keys->is_present(row) || keys->is_none(row) || keys->integer(row) > *key) return member;
    }
    return last;
}

void RaisedList::insert_members() {
    raised_.raised.assign((rows_ + 63) / 64, 0);
    raised_.missing.assign((rows_ + 63) / 64, 0);
    std::vector<std::int64_t> offsets{0};
    Bitmap open(rows_);
    sources_.reserve(binding_.rows(child_) + rows_);
    for (std::size_t row = 0; row < rows_; ++row) {
        const bool missing = lists_ == nullptr || !lists_->is_present(row);
        const std::int64_t first = missing ? 0 : lists_->offsets()[row];
        const std::int64_t last = missing ? 0 : lists_->offsets()[row + 1];
        const bool has_room = !year_is_taken(first, last);
        // A list of which nothing is known may hold other members.
        if (missing || lists_->is_open(row)) open.set(row);
        if (has_room) (missing ? raised_.missing : raised_.raised)[row / 64] |= std::uint64_t{1} << (row % 64);
        const std::int64_t place = has_room ? place_in(first, last) : -1;
        for (std::int64_t member = first; member < last; ++member) {
            if (member == place) sources_.push_back(added);
            sources_.push_back(member);
        }
        if (place == last) sources_.push_back(added);
        offsets.push_back(static_cast<std::int64_t>(sources_.size()));
    }
    CellStates states{Bitmap(rows_, true), std::nullopt, std::nullopt};
    if (open.any()) states.open = std::move(open);
    raised_.column = make_column(Storage::list, std::move(offsets), std::move(states));
}

/// The members with those added, of one kind; columns in which kinds do not differ are those of `shared`.
RosterTable RaisedList::members_of(const MemberKinds::Kind& kind, const RosterTable* shared) const {
    const Schema& theirs = binding_.roster().schema();
    const Table& table = theirs.table(*theirs.find_table(members_.id));
    RosterTable members = shared != nullptr ? *shared : absent_table(table, sources_.size());
    for (std::size_t at = 0; at < members_.attributes.size(); ++at) {
        if (!is_read(at) || (shared != nullptr && !kinds_.varies(at))) continue;
        const auto position = static_cast<std::size_t>(*table.find(members_.attributes[at].id));
        members.columns[position] = cells_of(at, kind[at]);
    }
    return members;
}

Column RaisedList::cells_of(std::size_t at, const RaisedValue& value) const {
    const Type& type = members_.attributes[at].type;
    const Column* column = binding_.column(child_, static_cast<int>(at));
    switch (type.kind) {
        case TypeKind::boolean: {
            std::optional<std::uint8_t> truth;
            if (is_known(value)) truth = std::get<Verdict>(value.value) == Verdict::met ? 1 : 0;
            return truths(column, sources_, truth);
        }
        case TypeKind::decimal: {
            std::optional<double> number;
            if (is_known(value)) number = std::get<PossibleDecimal>(value.value).lo;
            return numbers(Storage::float64, column, sources_, number);
        }
        case TypeKind::level: {
            std::optional<std::uint8_t> level;
            if (is_known(value)) {
                const Scale& scale = binding_.schema().scale(type.domain);
                level = static_cast<std::uint8_t>(*scale.find(std::get<std::string>(value.written)));
            }
            return numbers(Storage::uint8, column, sources_, level);
        }
        case TypeKind::date: return days(column, sources_, number_of<std::int32_t>(value));
        case TypeKind::reference: return numbers<std::int32_t>(Storage::int32, column, sources_, std::nullopt);
        case TypeKind::text: return numbers(Storage::int32, column, sources_, number_of<std::int32_t>(value));
        default: return numbers(Storage::int64, column, sources_, number_of<std::int64_t>(value));
    }
}

}  // namespace cadre
