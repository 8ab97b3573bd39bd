// The relations of points and ranges (DMN 1.5, table 78), written out as comparisons of their ends.

#include "criteria/checker.hpp"

#include <cadre/messages/texts/criteria.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace cadre::criteria {

/// A range, or a point, which is the closed range from itself to itself.
struct Checker::Extent {
    ExpressionPtr start;
    ExpressionPtr end;
    bool holds_start = true;
    bool holds_end = true;
    bool is_point = false;
    std::size_t offset = 0;
};

struct Checker::RangeFunction {
    std::string_view name;
    Relation relation;
    bool swapped;      ///< the relation holds between the second and the first argument
    bool first_point;  ///< whether the relation's first argument may be a point
    bool second_point;
};

const Checker::RangeFunction* Checker::find_range_function(std::string_view name) {
    static constexpr auto functions = std::to_array<RangeFunction>({
        {"before", &Checker::before, false, true, true},
        {"after", &Checker::before, true, true, true},
        {"meets", &Checker::meets, false, false, false},
        {"met by", &Checker::meets, true, false, false},
        {"overlaps", &Checker::overlaps, false, false, false},
        {"overlaps before", &Checker::overlaps_before, false, false, false},
        {"overlaps after", &Checker::overlaps_before, true, false, false},
        {"finishes", &Checker::finishes, false, true, false},
        {"finished by", &Checker::finishes, true, true, false},
        {"starts", &Checker::starts, false, true, false},
        {"started by", &Checker::starts, true, true, false},
        {"includes", &Checker::includes, false, false, true},
        {"during", &Checker::includes, true, false, true},
        {"coincides", &Checker::coincides, false, true, true},
    });
    return std::find_if(functions.begin(), functions.end(),
                        [name](const RangeFunction& function) { return function.name == name; });
}

ExpressionPtr Checker::range_call(const Syntax& syntax) {
    const RangeFunction& function = *find_range_function(syntax.text);
    auto a = extent(*syntax.children[function.swapped ? 1 : 0]);
    auto b = extent(*syntax.children[function.swapped ? 0 : 1]);
    if (!a || !b) return nullptr;
    const bool mixed_point = function.relation == &Checker::coincides && a->is_point != b->is_point;
    for (const auto& [part, may_be_point] : {std::pair{&*a, function.first_point}, {&*b, function.second_point}}) {
        if (!part->is_point || (may_be_point && !mixed_point)) continue;
        findings_.error(part->offset, {texts::range_needed, {syntax.text}},
                        Message{texts::hint_range_needed, {syntax.text}});
        return nullptr;
    }
    return unify_ends(*a, *b) ? (this->*function.relation)(*a, *b) : nullptr;
}

std::optional<Checker::Extent> Checker::extent(const Syntax& syntax) {
    if (syntax.kind == SyntaxKind::range) {
        auto ends = arguments(syntax);
        if (!ends) return std::nullopt;
        return Extent{(*ends)[0], (*ends)[1], !syntax.open_low, !syntax.open_high, false, syntax.offset};
    }
    ExpressionPtr point = check(syntax);
    if (!point) return std::nullopt;
    return Extent{point, point, true, true, true, syntax.offset};
}

bool Checker::unify_ends(Extent& a, Extent& b) {
    std::vector<ExpressionPtr> ends{a.start, a.end, b.start, b.end};
    if (!typing_.unify_all(ends) || !require_order(*ends[0])) return false;
    a.start = ends[0];
    a.end = a.is_point ? a.start : ends[1];
    b.start = ends[2];
    b.end = b.is_point ? b.start : ends[3];
    return true;
}

ExpressionPtr Checker::ordered(const ExpressionPtr& low, const ExpressionPtr& high, bool may_be_equal) const {
    return make_node(may_be_equal ? Operation::less_equal : Operation::less, {TypeKind::boolean}, {low, high},
                     low->offset);
}

ExpressionPtr Checker::both(ExpressionPtr a, ExpressionPtr b) const {
    const std::size_t offset = a->offset;
    return make_node(Operation::conjunction, {TypeKind::boolean}, {std::move(a), std::move(b)}, offset);
}

ExpressionPtr Checker::ends_equal(const ExpressionPtr& a, const ExpressionPtr& b, bool possible) const {
    if (!possible) return make_literal({TypeKind::boolean}, false, a->offset);
    return make_node(Operation::equal, {TypeKind::boolean}, {a, b}, a->offset);
}

ExpressionPtr Checker::before(const Extent& a, const Extent& b) {
    return ordered(a.end, b.start, !a.holds_end || !b.holds_start);
}

ExpressionPtr Checker::meets(const Extent& a, const Extent& b) {
    return ends_equal(a.end, b.start, a.holds_end && b.holds_start);
}

ExpressionPtr Checker::overlaps(const Extent& a, const Extent& b) {
    return both(ordered(b.start, a.end, a.holds_end && b.holds_start),
                ordered(a.start, b.end, a.holds_start && b.holds_end));
}

ExpressionPtr Checker::overlaps_before(const Extent& a, const Extent& b) {
    const ExpressionPtr starts_first = ordered(a.start, b.start, a.holds_start && !b.holds_start);
    const ExpressionPtr reaches = ordered(b.start, a.end, a.holds_end && b.holds_start);
    const ExpressionPtr ends_first = ordered(a.end, b.end, !a.holds_end || b.holds_end);
    return make_node(Operation::conjunction, {TypeKind::boolean}, {starts_first, reaches, ends_first}, a.offset);
}

ExpressionPtr Checker::finishes(const Extent& a, const Extent& b) {
    ExpressionPtr together = ends_equal(a.end, b.end, a.holds_end == b.holds_end);
    if (a.is_point) return together;
    return both(std::move(together), ordered(b.start, a.start, !a.holds_start || b.holds_start));
}

ExpressionPtr Checker::starts(const Extent& a, const Extent& b) {
    ExpressionPtr together = ends_equal(a.start, b.start, a.holds_start == b.holds_start);
    if (a.is_point) return together;
    return both(std::move(together), ordered(a.end, b.end, !a.holds_end || b.holds_end));
}

ExpressionPtr Checker::includes(const Extent& a, const Extent& b) {
    return both(ordered(a.start, b.start, a.holds_start || !b.holds_start),
                ordered(b.end, a.end, a.holds_end || !b.holds_end));
}

ExpressionPtr Checker::coincides(const Extent& a, const Extent& b) {
    if (a.is_point) return ends_equal(a.start, b.start, true);
    const bool alike = a.holds_start == b.holds_start && a.holds_end == b.holds_end;
    return both(ends_equal(a.start, b.start, alike), ends_equal(a.end, b.end, alike));
}

}  // namespace cadre::criteria
