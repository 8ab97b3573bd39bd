#include "evaluation/wording.hpp"

#include <cadre/messages/texts/evaluation.hpp>

#include <algorithm>
#include <optional>

namespace cadre {
namespace {

/// The words for a function of one argument; the others are shown as they are written.
std::optional<MessageId> function_word(Function function) {
    switch (function) {
        case Function::count: return texts::word_count;
        case Function::sum: return texts::word_sum;
        case Function::min: return texts::word_min;
        case Function::max: return texts::word_max;
        case Function::mean: return texts::word_mean;
        case Function::median: return texts::word_median;
        case Function::mode: return texts::word_mode;
        case Function::stddev: return texts::word_stddev;
        case Function::product: return texts::word_product_of;
        case Function::all: return texts::word_all;
        case Function::any: return texts::word_any;
        case Function::distinct_values: return texts::word_distinct;
        case Function::duplicate_values: return texts::word_duplicates;
        case Function::flatten: return texts::word_flattened;
        case Function::reverse: return texts::word_reversed;
        case Function::known: return texts::word_known;
        case Function::abs: return texts::word_abs;
        case Function::year: return texts::word_year;
        case Function::month: return texts::word_month;
        case Function::day: return texts::word_day;
        default: return std::nullopt;
    }
}

MessageId arithmetic_word(Operation operation) {
    switch (operation) {
        case Operation::add: return texts::word_sum_of;
        case Operation::subtract: return texts::word_difference;
        case Operation::multiply: return texts::word_product;
        default: return texts::word_quotient;
    }
}

LocalizedText or_name(const LocalizedText& title, const std::string& name) {
    return title == LocalizedText{} ? LocalizedText{name, name} : title;
}

}  // namespace

LocalizedText Wording::of(const Expression& e) const {
    switch (e.operation) {
        case Operation::literal:
        case Operation::none: return value(e);
        case Operation::as_of: return localized(texts::word_as_of);
        case Operation::variable: return localized(texts::word_item);
        case Operation::parameter:
            if (e.children.empty()) return {e.name, e.name};
            return localized(texts::word_law_at, {e.name, inside(*e.children[0])});
        case Operation::attribute: return attribute(e);
        case Operation::definition:
        case Operation::criterion: return definition(e);
        case Operation::to_decimal: return of(*e.children[0]);
        case Operation::add:
        case Operation::subtract:
        case Operation::multiply:
        case Operation::divide:
            return localized(arithmetic_word(e.operation), {of(*e.children[0]), inside(*e.children[1])});
        case Operation::filter:
        case Operation::project:
        case Operation::index: return list(e);
        case Operation::call: return call(e);
        default: return e.type.kind == TypeKind::boolean ? condition(e) : written(e);
    }
}

LocalizedText Wording::attribute(const Expression& e) const {
    const Expression& source = *e.children[0];
    const Attribute& attribute = pack_.schema()->attribute(source.type.domain, e.attribute);
    LocalizedText meaning = or_name(attribute.meaning, attribute.id);
    if (source.operation == Operation::variable) return meaning;
    return localized(texts::word_of, {meaning, inside(source)});
}

LocalizedText Wording::definition(const Expression& e) const {
    if (e.operation == Operation::criterion) {
        const Criterion* criterion = pack_.find_criterion(e.name);
        return criterion == nullptr ? LocalizedText{e.name, e.name} : or_name(criterion->title, e.name);
    }
    const std::vector<Definition>& all = pack_.definitions();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Definition& definition) { return definition.id == e.name; });
    return found == all.end() ? LocalizedText{e.name, e.name} : or_name(found->title, e.name);
}

LocalizedText Wording::list(const Expression& e) const {
    if (e.operation == Operation::filter) {
        return localized(texts::word_with, {of(*e.children[0]), within_sentence(condition(*e.children[1]))});
    }
    const LocalizedText source = inside(*e.children[0]);
    if (e.operation == Operation::project) return localized(texts::word_of, {of(*e.children[1]), source});
    const Expression& position = *e.children[1];
    if (is_fixed(position)) {
        const AbstractValue place = evaluator_.evaluate(position);
        if (std::get<PossibleInteger>(place) == PossibleInteger::exactly(-1)) {
            return localized(texts::word_last, {source});
        }
    }
    return localized(texts::word_nth, {source, of(position)});
}

LocalizedText Wording::call(const Expression& e) const {
    if (e.function == Function::years_and_months_duration) {
        return localized(texts::word_duration, {inside(*e.children[0]), inside(*e.children[1])});
    }
    if (e.function == Function::get_or_else) {
        return localized(texts::word_get_or_else, {of(*e.children[0]), inside(*e.children[1])});
    }
    const auto word = function_word(e.function);
    if (!word && e.type.kind == TypeKind::boolean) return condition(e);
    return word ? localized(*word, {inside(*e.children[0])}) : written(e);
}

}  // namespace cadre
