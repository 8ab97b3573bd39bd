#include <cadre/error.hpp>
#include <cadre/evaluation/verdict_table.hpp>
#include <cadre/schema/suggestion.hpp>

#if defined(__x86_64__) && defined(__gnu_linux__)
#define CADRE_WITH_POPCNT __attribute__((target_clones("popcnt", "default")))
#else
#define CADRE_WITH_POPCNT
#endif

namespace cadre {
namespace {

CADRE_WITH_POPCNT std::int64_t count_bits(const std::uint64_t* words, std::size_t size) {
    std::int64_t count = 0;
    for (std::size_t i = 0; i < size; ++i) count += __builtin_popcountll(words[i]);
    return count;
}

}  // namespace

Counts VerdictColumn::counts() const {
    Counts counts;
    if (!in_force_) return counts;
    counts.met = count_bits(met_.data(), met_.size());
    counts.not_met = count_bits(not_met_.data(), not_met_.size());
    counts.undetermined = static_cast<std::int64_t>(rows_) - counts.met - counts.not_met;
    return counts;
}

const VerdictColumn& VerdictTable::operator[](std::string_view criterion) const {
    std::vector<std::string> known;
    for (const VerdictColumn& column : columns_) {
        if (column.id() == criterion) return column;
        known.push_back(column.id());
    }
    throw Error(ErrorCode::not_found, Diagnostics{{Severity::error,
                                                   {},
                                                   {MessageId::criterion_unknown, {std::string(criterion)}},
                                                   suggestion(criterion, known)}});
}

}  // namespace cadre
