#include "roster/text_meaning.hpp"

#include "roster/cell_text.hpp"
#include "roster/decoded_text.hpp"
#include "roster/number_text.hpp"

#include <cadre/roster/column.hpp>
#include <cadre/vocabulary/duration.hpp>

#include <algorithm>
#include <array>

namespace cadre {

namespace {

constexpr std::array<std::string_view, 6> true_spellings{"có", "x", "true", "yes", "1", "đúng"};
constexpr std::array<std::string_view, 5> false_spellings{"không", "false", "no", "0", "sai"};
constexpr std::array<std::string_view, 5> ongoing_spellings{"nay", "đến nay", "hiện nay", "ongoing", "present"};

template <class List>
bool is_one_of(const List& list, std::string_view text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

CellReading understood(std::optional<std::int64_t> number) {
    if (!number) return {CellOutcome::not_understood, {}};
    return {CellOutcome::read, Cell::of(*number)};
}

CellReading read_truth(std::string_view text) {
    const auto folded = normalized_spelling(text);
    if (folded && is_one_of(true_spellings, *folded)) return understood(1);
    if (folded && is_one_of(false_spellings, *folded)) return understood(0);
    return understood(std::nullopt);
}

CellReading read_duration(std::string_view text, Duration::Unit unit) {
    if (const auto number = integer_of(text)) return understood(number);
    const auto duration = parse_duration(text);
    return understood(duration && duration->unit == unit ? std::optional(duration->count) : std::nullopt);
}

}  // namespace

bool reports_spellings(const Attribute& attribute) {
    if (attribute.key || attribute.type.kind == TypeKind::reference) return false;
    return attribute.type.kind != TypeKind::text || attribute.type.domain >= 0;
}

TextMeaning::TextMeaning(const Schema& schema, const Attribute& attribute, const AttributeMapping& mapping,
                         TextPool& texts)
    : attribute_(attribute), mapping_(mapping), texts_(texts) {
    const TypeKind kind = attribute.type.kind;
    if (kind == TypeKind::level || (kind == TypeKind::text && attribute.type.domain >= 0)) {
        scale_ = &schema.scale(attribute.type.domain);
        matcher_.emplace(*scale_);
    }
    for (const std::string& text : mapping.missing) {
        if (auto folded = normalized_spelling(text)) missing_.push_back(std::move(*folded));
    }
    if (const auto format = parse_date_format(mapping.format)) format_ = *format;
    blank_ = blank_reading();
}

CellReading TextMeaning::blank_reading() {
    switch (mapping_.blank) {
        case BlankMeaning::none: return {CellOutcome::blank, Cell::of_none()};
        case BlankMeaning::is_false: return {CellOutcome::blank, Cell::of(0)};
        case BlankMeaning::ongoing: return {CellOutcome::blank, Cell::of(ongoing_day)};
        case BlankMeaning::level: return {CellOutcome::blank, code_cell(mapping_.blank_level)};
        default: return {CellOutcome::blank, {}};
    }
}

bool TextMeaning::says_missing(std::string_view text) const {
    if (missing_.empty()) return false;
    const auto folded = normalized_spelling(text);
    return folded && is_one_of(missing_, *folded);
}

CellReading TextMeaning::read(std::string_view raw) {
    const std::string_view text = trimmed(raw);
    if (is_ascii(text)) {
        if (text.empty()) return blank_;
        return says_missing(text) ? CellReading{CellOutcome::blank, {}} : read_kind(text);
    }
    auto normalized = normalized_text(text);
    if (!normalized) return {CellOutcome::not_utf8, {}};
    if (mapping_.encoding != TextEncoding::unicode) {
        normalized = normalized_text(decoded_text(*normalized, mapping_.encoding));
        if (!normalized) return {CellOutcome::not_utf8, {}};
    }
    return says_missing(*normalized) ? CellReading{CellOutcome::blank, {}} : read_kind(*normalized);
}

CellReading TextMeaning::read_kind(std::string_view text) {
    switch (attribute_.type.kind) {
        case TypeKind::boolean: return read_truth(text);
        case TypeKind::integer: return understood(integer_of(text));
        case TypeKind::decimal: {
            const auto number = decimal_of(text);
            return number ? CellReading{CellOutcome::read, Cell::of_decimal(*number)} : understood(std::nullopt);
        }
        case TypeKind::date: return read_date_text(text);
        case TypeKind::months: return read_duration(text, Duration::Unit::months);
        case TypeKind::days: return read_duration(text, Duration::Unit::days);
        case TypeKind::level: return read_code(text);
        default: return scale_ != nullptr ? read_code(text) : understood(texts_.intern(text));
    }
}

CellReading TextMeaning::read_code(std::string_view text) {
    const bool highest = mapping_.read == ReadMode::highest_mentioned;
    const auto code = highest ? matcher_->highest_mentioned(text) : matcher_->exact(text);
    if (code) return {CellOutcome::read, code_cell(*code)};
    if (highest && mapping_.unmentioned >= 0 && !matcher_->is_doubtful(text)) {
        return {CellOutcome::read, code_cell(mapping_.unmentioned)};
    }
    return understood(std::nullopt);
}

CellReading TextMeaning::read_date_text(std::string_view text) {
    const DateReading date = read_date(text, format_);
    if (date.day) return understood(*date.day);
    if (date.partial && mapping_.partial == PartialDates::range) {
        return {CellOutcome::read, Cell::of_days(date.partial->first, date.partial->last)};
    }
    if (date.partial) return {CellOutcome::partial, {}};
    if (attribute_.allows_ongoing) {
        const auto folded = normalized_spelling(text);
        if (folded && is_one_of(ongoing_spellings, *folded)) return understood(ongoing_day);
    }
    return understood(std::nullopt);
}

Cell TextMeaning::code_cell(int code) {
    if (attribute_.type.kind == TypeKind::level) return Cell::of(code);
    return Cell::of(texts_.intern(scale_->codes[static_cast<std::size_t>(code)].id));
}

}  // namespace cadre
