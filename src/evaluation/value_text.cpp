#include "evaluation/value_text.hpp"

#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/roster/column.hpp>
#include <cadre/vocabulary/duration.hpp>

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <type_traits>

namespace cadre {
namespace {

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string small_first_letter(const std::string& text) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto size = static_cast<utf8proc_ssize_t>(text.size());
    utf8proc_int32_t first = -1;
    const utf8proc_ssize_t length = utf8proc_iterate(bytes, size, &first);
    if (length <= 0) return text;
    utf8proc_int32_t second = -1;
    if (utf8proc_iterate(bytes + length, size - length, &second) > 0 && utf8proc_tolower(second) != second) return text;
    std::array<utf8proc_uint8_t, 4> encoded{};
    const utf8proc_ssize_t written = utf8proc_encode_char(utf8proc_tolower(first), encoded.data());
    return std::string(encoded.begin(), encoded.begin() + written) + text.substr(static_cast<std::size_t>(length));
}

LocalizedText rows_text(const PossibleRows& rows) {
    if (rows.is_single()) return localized(texts::value_row, {rows.rows.front()});
    if (rows.rows.empty() && !rows.any && rows.may_be_none) return localized(texts::value_none);
    if (rows.rows.empty() && !rows.any && rows.may_be_undefined) return localized(texts::value_undefined);
    return localized(texts::value_unknown);
}

constexpr std::size_t most_members_named = 12;

/// Whether the members can be named one by one.
bool is_short(const Type& element, const PossibleList& list) {
    const bool scalar = element.kind != TypeKind::record && element.kind != TypeKind::reference;
    return scalar && !list.unknown && !list.open && !list.members.empty() &&
           list.members.size() <= most_members_named &&
           std::all_of(list.members.begin(), list.members.end(), [](const Member& member) { return member.certain; });
}

LocalizedText count_text(const PossibleList& list) {
    const auto [least, most] = count_range(list);
    if (least == most) return localized(texts::value_items, {least});
    if (most != PossibleInteger::infinity) {
        return localized(texts::value_items, {localized(texts::value_range, {least, most})});
    }
    if (least == 0) return localized(texts::value_unknown);
    return localized(texts::value_items, {localized(texts::value_from, {least})});
}

}  // namespace

LocalizedText localized(MessageId id, std::vector<Argument> arguments) {
    const Message message{id, std::move(arguments)};
    return {message.text(Language::vi), message.text(Language::en)};
}

LocalizedText within_sentence(const LocalizedText& text) {
    return {small_first_letter(text.vi), small_first_letter(text.en)};
}

LocalizedText date_text(std::int64_t day) {
    if (day == ongoing_day) return localized(texts::value_ongoing);
    if (day < first_day || day > last_day) return localized(texts::value_undefined);
    const CivilDate date = civil_date(static_cast<DayNumber>(day));
    return {two_digits(date.day) + '/' + two_digits(date.month) + '/' + std::to_string(date.year),
            to_iso(static_cast<DayNumber>(day))};
}

LocalizedText date_text(std::int64_t first, std::int64_t last) {
    const auto between = localized(texts::value_range, {date_text(first), date_text(last)});
    if (first < first_day || last > last_day) return between;
    const CivilDate from = civil_date(static_cast<DayNumber>(first));
    const CivilDate to = civil_date(static_cast<DayNumber>(last));
    const bool whole_months =
        from.day == 1 && (last == last_day || civil_date(static_cast<DayNumber>(last + 1)).day == 1);
    if (!whole_months || from.year != to.year) return between;
    const std::string year = std::to_string(from.year);
    if (from.month == 1 && to.month == 12) return {year, year};
    if (from.month != to.month) return between;
    return {std::to_string(from.month) + '/' + year, year + '-' + two_digits(from.month)};
}

LocalizedText verdict_text(Verdict verdict) {
    switch (verdict) {
        case Verdict::met: return localized(texts::verdict_met);
        case Verdict::not_met: return localized(texts::verdict_not_met);
        default: return localized(texts::verdict_undetermined);
    }
}

LocalizedText citation_text(const Citation& citation) {
    std::string text = citation.document;
    if (!citation.clause.empty()) text += (text.empty() ? "" : ", ") + citation.clause;
    if (citation.mark == VerificationMark::text) return {text, text};
    return localized(texts::citation_summary, {text});
}

LocalizedText ValueText::operator()(const Type& type, const AbstractValue& value) const {
    if (const auto* verdict = std::get_if<Verdict>(&value)) {
        if (*verdict == Verdict::undetermined) return localized(texts::value_unknown);
        return localized(*verdict == Verdict::met ? texts::value_yes : texts::value_no);
    }
    if (const auto* integer = std::get_if<PossibleInteger>(&value)) return possible(type, *integer);
    if (const auto* decimal = std::get_if<PossibleDecimal>(&value)) return possible(type, *decimal);
    if (const auto* rows = std::get_if<PossibleRows>(&value)) return rows_text(*rows);
    return list(type, std::get<PossibleList>(value));
}

LocalizedText ValueText::list(const Type& type, const PossibleList& list) const {
    if (!is_short(*type.element, list)) return count_text(list);
    LocalizedText all;
    for (const Member& member : list.members) {
        const LocalizedText one = (*this)(*type.element, member.value);
        all = all == LocalizedText{} ? one : localized(texts::word_comma, {all, one});
    }
    return all;
}

LocalizedText ValueText::code(int scale, std::int64_t position) const {
    const Scale& codes = binding_.schema().scale(scale);
    const Code& code = codes.codes[static_cast<std::size_t>(position)];
    if (code.label == LocalizedText{}) return {code.id, code.id};
    // Labels of nominal lists may be names of bodies, which keep their capitals.
    return codes.ordered ? within_sentence(code.label) : code.label;
}

template <class T>
LocalizedText ValueText::possible(const Type& type, const Possible<T>& value) const {
    const bool unbounded = value.lo == Possible<T>::minus_infinity && value.hi == Possible<T>::infinity;
    if (value.has_range() && unbounded) return localized(texts::value_unknown);
    LocalizedText text;
    const auto include = [&](const LocalizedText& more) {
        text = text == LocalizedText{} ? more : localized(texts::value_or, {text, more});
    };
    if (value.has_range()) include(range(type, value));
    if ((value.flags & Possible<T>::may_be_none) != 0) include(localized(texts::value_none));
    if ((value.flags & Possible<T>::may_be_undefined) != 0) include(localized(texts::value_undefined));
    return text;
}

template <class T>
LocalizedText ValueText::range(const Type& type, const Possible<T>& value) const {
    if (value.lo == value.hi) return end(type, value.lo);
    // Ids of texts have no order.
    if (type.kind == TypeKind::text) return localized(texts::value_unknown);
    if (value.hi == Possible<T>::infinity) return localized(texts::value_from, {end(type, value.lo)});
    if (value.lo == Possible<T>::minus_infinity) return localized(texts::value_up_to, {end(type, value.hi)});
    if constexpr (std::is_integral_v<T>) {
        if (type.kind == TypeKind::date) return date_text(value.lo, value.hi);
    }
    return localized(texts::value_range, {end(type, value.lo), end(type, value.hi)});
}

LocalizedText ValueText::end(const Type& type, std::int64_t value) const {
    switch (type.kind) {
        case TypeKind::date: return date_text(value);
        case TypeKind::months: return describe({Duration::Unit::months, value});
        case TypeKind::days: return describe({Duration::Unit::days, value});
        case TypeKind::level: return levels(type.domain, value);
        case TypeKind::text: return text(type.domain, value);
        default: return {std::to_string(value), std::to_string(value)};
    }
}

LocalizedText ValueText::end(const Type&, double value) const {
    constexpr int significant_digits = 6;
    std::array<char, 40> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general,
                                       significant_digits);
    const std::string number(buffer.data(), written.ptr);
    LocalizedText text{number, number};
    std::replace(text.vi.begin(), text.vi.end(), '.', ',');
    return text;
}

LocalizedText ValueText::levels(int scale, std::int64_t rank) const {
    LocalizedText text;
    const std::vector<Code>& codes = binding_.schema().scale(scale).codes;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (codes[i].rank != rank) continue;
        const LocalizedText label = code(scale, static_cast<std::int64_t>(i));
        text = text == LocalizedText{} ? label : localized(texts::value_or, {text, label});
    }
    return text;
}

LocalizedText ValueText::text(int domain, std::int64_t id) const {
    const std::string written(texts_.text(id));
    if (domain >= 0) {
        if (const auto position = binding_.schema().scale(domain).find(written)) return code(domain, *position);
    }
    return localized(texts::value_quoted, {written});
}

}  // namespace cadre
